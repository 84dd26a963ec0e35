using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Bulletins;

/// <summary>One bulletin: for the office to write, send, answer, sign and publish; for a unit to check line by line; for readers when it is out.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(BulletinQueries queries, BulletinService service, BulletinCheckService check, BulletinIssueService issue) : WorkPage
{
    public const int PageSize = 100;

    public sealed class BulletinInput
    {
        public int Version { get; set; }

        public string? Title { get; set; }

        public string? Introduction { get; set; }

        public string? Demand { get; set; }

        public DateOnly? TermOn { get; set; }

        public bool WithRanking { get; set; }

        public int? WorkingDays { get; set; }

        public Guid LineId { get; set; }

        public string? Objection { get; set; }

        public ObjectionAnswer Answer { get; set; }

        public string? AnswerText { get; set; }

        public string? Password { get; set; }

        public BulletinRange Range { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public BulletinInput Input { get; set; } = new();

    public BulletinView Shown { get; private set; } = null!;

    /// <summary>Page of the lines, from 1; the one that holds the line just acted on.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IEnumerable<BulletinLineRow> Lines => Shown.Lines.Skip((Number - 1) * PageSize).Take(PageSize);

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        if (Shown.Bulletin.State == BulletinState.Published)
        {
            await issue.Open(Actor, Id, ct);
        }
    }

    public Task<IActionResult> OnPostWrite(CancellationToken ct) => Act(() => service.Write(
        Actor, Id, Input.Version, new BulletinWording(Input.Title, Input.Introduction, Input.Demand, Input.TermOn, Input.WithRanking), ct), L["已保存通报文字。"], ct);

    public Task<IActionResult> OnPostSend(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已送所涉单位核实，{0} 截止。", Dates.Day(await service.SendToCheck(Actor, Id, Input.Version, Input.WorkingDays, ct))]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostConfirm(CancellationToken ct) => Act(() => check.Confirm(Actor, Id, [Input.LineId], ct), L["已确认。"], ct);

    public Task<IActionResult> OnPostConfirmAll(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已确认 {0} 条。", await check.Confirm(Actor, Id, [], ct)]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostObject(CancellationToken ct) => Act(
        () => check.Object(Actor, Id, Input.LineId, Input.Version, Input.Objection, ct), L["已提出异议，并通知领导小组办公室。"], ct);

    public Task<IActionResult> OnPostAnswer(CancellationToken ct) => Act(
        () => check.Answer(Actor, Id, Input.LineId, Input.Version, Input.Answer, Input.AnswerText, ct), L["已答复异议，并通知提出单位。"], ct);

    public Task<IActionResult> OnPostSign(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已签发通报 {0}，请确定范围后印发。", await issue.Sign(Actor, Id, Input.Version, Input.Password, ct)]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostPublish(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已印发，送达 {0} 个单位。", await issue.Publish(Actor, Id, Input.Version, Input.Range, ct)]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostDrop(CancellationToken ct) => Act(() => service.Drop(Actor, Id, Input.Version, Input.Reason, ct), L["已终止这份通报。"], ct);

    public Task<IActionResult> OnPostDropLine(CancellationToken ct) => Act(
        () => service.DropLine(Actor, Id, Input.LineId, Input.Version, Input.Reason, ct), L["已移出，理由已记录。"], ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.One(Actor, Id, ct);
        var at = Shown.Lines.Select(l => l.Line.Id).ToList().IndexOf(Input.LineId);
        Number = at < 0 ? Math.Max(1, Number) : (at / PageSize) + 1;
    }

    private Task<IActionResult> Act(Func<Task> act, string done, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(done);
        if (Input.LineId == Guid.Empty)
        {
            return RedirectToPage(new { Id });
        }

        await Load(ct);
        return RedirectToPage(new { Id, p = Number });
    }, ct);
}
