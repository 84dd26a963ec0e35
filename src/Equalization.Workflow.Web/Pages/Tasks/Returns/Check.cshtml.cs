using Equalization.Workflow.Core.Desks.Returns;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks.Returns;

/// <summary>The dry run of a ledger that came back: remarks cell by cell, and for every other changed cell the act that changes it; and its confirmation.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class CheckModel(LedgerReturnService service) : TableCheckPage
{
    public LedgerPreview Preview { get; private set; } = null!;

    public RoundLook Look { get; private set; } = null!;

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        SayTaken(await service.Take(Actor, Id, Reading, Input.Mark, Input.RightRowsOnly, ct));
        return RedirectToPage("/Tasks/Returns/Check", new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Preview = await service.Preview(Actor, Id, Reading, ct);
        var look = Preview.Table is not { } table ? null : new TableLook(table, Tab, Number)
        {
            ColumnWord = RoundWords.OfColumn,
            MissingNote = L["台账按筛选导出，表中没有的任务不受影响。"],
            MayConfirm = Preview.TakenAt is null,
            Input = new() { Mark = Preview.Mark, RightRowsOnly = Input.RightRowsOnly },
        };
        Look = new RoundLook(this, Preview.TakenAt, Preview.Refusal, Preview.Moved, [], look);
    }
}
