using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Plans.Breakdowns;

/// <summary>A draft's breakdown goes out as a workbook here and comes back; lists what came back.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class IndexModel(BreakdownService service, BreakdownQueries breakdowns) : WorkPage
{
    private const int Shown = 20;

    /// <summary>The version of the plan.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UploadInput Input { get; set; } = new();

    public BreakdownHead Head { get; private set; } = null!;

    public RoundUpload Upload { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var file = Input.File ?? throw new RuleBroken("breakdown-file", "请选择改好的表格文件。") { Field = nameof(Input.File) };
        await using var content = file.OpenReadStream();
        var id = await service.Bring(Actor, Id, file.FileName, content, ct);
        return RedirectToPage("/Plans/Breakdowns/Check", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Head = await breakdowns.Head(Actor, Id, ct);
        Upload = new RoundUpload(
            [.. Enum.GetValues<BreakdownPart>().Select(BreakdownTables.Of)], Head.MayComeBack, await breakdowns.Last(Actor, Id, Shown, ct), "/Plans/Breakdowns/Check");
    }
}
