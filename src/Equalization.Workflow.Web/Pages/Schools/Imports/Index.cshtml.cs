using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools.Imports;

/// <summary>Brings a school table in to be checked; lists what was imported.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class IndexModel(SchoolImportService service, SchoolQueries schools, TimeProvider clock) : WorkPage
{
    private const int Shown = 20;

    [BindProperty]
    public Upload Input { get; set; } = new();

    public IReadOnlyList<SchoolFileRow> Rows { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        Input.Year = SchoolYear.On(clock.Today());
        await Load(ct);
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var file = Input.File ?? throw new RuleBroken("roster-file", "请选择填写好的表格文件。") { Field = nameof(Input.File) };
        await using var content = file.OpenReadStream();
        var id = await service.Bring(Actor, new SchoolImport(Input.Year, Input.County ?? "", Input.Origin), file.FileName, content, ct);
        return RedirectToPage("/Schools/Imports/Check", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Rows = await schools.Imports(Actor, Shown, ct);

    public sealed class Upload
    {
        public int Year { get; set; }

        public string? County { get; set; }

        public DataOrigin Origin { get; set; }

        public IFormFile? File { get; set; }
    }
}
