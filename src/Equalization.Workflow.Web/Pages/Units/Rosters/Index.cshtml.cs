using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units.Rosters;

/// <summary>Brings a table of units, people or portfolios in to be checked; lists what was imported.</summary>
[Authorize(Policy = Policies.UnitList)]
public sealed class IndexModel(RosterService service, RosterQueries rosters) : WorkPage
{
    private const int Shown = 20;

    [BindProperty]
    public Upload Input { get; set; } = new();

    public IReadOnlyList<RosterRow> Rows { get; private set; } = [];

    public async Task OnGet(RosterKind kind, CancellationToken ct)
    {
        Input.Kind = kind;
        await Load(ct);
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var file = Input.File ?? throw new RuleBroken("roster-file", "请选择填写好的表格文件。") { Field = nameof(Input.File) };
        await using var content = file.OpenReadStream();
        var id = await service.Bring(Actor, Input.Kind, file.FileName, content, ct);
        return RedirectToPage("/Units/Rosters/Check", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Rows = await rosters.Last(Actor, Shown, ct);

    public sealed class Upload
    {
        public RosterKind Kind { get; set; }

        public IFormFile? File { get; set; }
    }
}
