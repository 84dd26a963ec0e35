using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Plans.Breakdowns;

/// <summary>The dry run of a breakdown that came back: wrong cells, changes cell by cell, what was changed here meanwhile; and its confirmation.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class CheckModel(BreakdownService service) : TableCheckPage
{
    public BreakdownPreview Preview { get; private set; } = null!;

    public RoundLook Look { get; private set; } = null!;

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        SayTaken(await service.Take(Actor, Id, Reading, Input.Mark, Input.RightRowsOnly, ct));
        return RedirectToPage("/Plans/Breakdowns/Check", new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Preview = await service.Preview(Actor, Id, Reading, ct);
        var look = Preview.Result is not { } result ? null : new TableLook(result.Table, Tab, Number)
        {
            ColumnWord = RoundWords.OfColumn,
            MissingNote = L["下列内容仍在草稿中而表中没有。导入不会删除它们；确要删除的，请到核对页办理。"],
            MissingPage = _ => Url.Page("/Plans/Review", new { id = Preview.PlanId, version = Preview.VersionId }),
            MayConfirm = Preview.TakenAt is null,
            Input = new() { Mark = Preview.Mark, RightRowsOnly = Input.RightRowsOnly },
        };
        Look = new RoundLook(this, Preview.TakenAt, Preview.Refusal, Preview.Result?.Moved ?? [], Preview.Result?.Absent ?? [], look);
    }
}
