using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Meetings;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Infrastructure.Mail;
using Equalization.Workflow.Web.Mails;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Interviews;

/// <summary>One case: what is next and by when, its papers, what is owed, who may read it and who has; each opening is written down.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(
    InterviewFiles files, InterviewService service, InterviewIssueService issue, InterviewMeetingService meeting, FollowUpService followUps, MailSettings mail,
    TimeProvider clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public InterviewForm Input { get; set; } = new();

    public InterviewView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnGetCalendar(CancellationToken ct)
    {
        await Load(ct);
        if (Shown.Interview is not { MeetsAt: not null, SignedAt: not null } interview)
        {
            return NotFound();
        }

        var file = InterviewMail.Calendar(interview, L["约谈通知 {0}", interview.Number ?? ""], mail.Link($"/Interviews/{Id}"));
        return File(System.Text.Encoding.UTF8.GetBytes(CalendarText.Of(file, clock.UtcNow())), "text/calendar; charset=utf-8", file.Name);
    }

    public Task<IActionResult> OnPostWrite(CancellationToken ct) => Act(() => service.Write(Actor, Id, Input.Version, Order(), false, ct), L["已保存约谈通知书草稿。"], ct);

    public Task<IActionResult> OnPostToSign(CancellationToken ct) => Act(() => service.Write(Actor, Id, Input.Version, Order(), true, ct), L["已送领导签发。"], ct);

    public Task<IActionResult> OnPostDrop(CancellationToken ct) => Act(() => service.Drop(Actor, Id, Input.Version, ct), L["已终止拟办。"], ct);

    public Task<IActionResult> OnPostSign(CancellationToken ct) => Numbered(
        () => issue.Sign(Actor, Id, Input.Version, Input.Password, ct), n => L["已签发约谈通知书 {0}，并送达被约谈单位。", n], ct);

    public Task<IActionResult> OnPostSendBack(CancellationToken ct) => Act(() => issue.SendBack(Actor, Id, Input.Version, Input.Reason, ct), L["已退回办公室修改。"], ct);

    public Task<IActionResult> OnPostMove(CancellationToken ct) => Numbered(
        () => issue.Move(Actor, Id, Input.Version, new InterviewMove(Input.On, Input.At, Input.Place, Input.Reason), Input.Password, ct),
        n => L["已改期，新的通知书 {0} 已送达。", n], ct);

    public Task<IActionResult> OnPostCancel(CancellationToken ct) => Numbered(
        () => issue.Cancel(Actor, Id, Input.Version, Input.Reason, Input.Password, ct), n => L["已取消约谈，通知书 {0} 已送达。", n], ct);

    public Task<IActionResult> OnPostHold(CancellationToken ct) => Act(
        () => meeting.Hold(Actor, Id, Input.Version, new Attendance(Input.Attendees, Input.Deputy, Input.Recorder), new InterviewDemands(Input.WithReport, Input.WithPlan), ct),
        L["已记录约谈，请填写纪要。"], ct);

    public Task<IActionResult> OnPostStayAway(CancellationToken ct) => Act(
        () => meeting.StayAway(Actor, Id, Input.Version, Input.Facts, ct), L["已记录未到场，事项转回督办阶梯。"], ct);

    public Task<IActionResult> OnPostMinutes(CancellationToken ct) => Act(
        () => meeting.WriteMinutes(Actor, Id, Input.Version, new InterviewMinutes(Input.Statement, Input.Explanation, Input.Demands, Input.Reply), ct), L["已保存纪要。"], ct);

    public Task<IActionResult> OnPostAddPromise(CancellationToken ct) => Act(
        () => meeting.AddPromise(Actor, Id, Input.Version, Input.PromiseText, Input.PromiseDueOn, ct), L["已登记整改承诺。"], ct);

    public Task<IActionResult> OnPostDropPromise(CancellationToken ct) => Act(
        () => meeting.DropPromise(Actor, Id, Input.Version, Input.FollowUpId, ct), L["已删去整改承诺。"], ct);

    public Task<IActionResult> OnPostSignMinutes(CancellationToken ct) => Numbered(
        () => meeting.SignMinutes(Actor, Id, Input.Version, Input.Password, ct), n => L["已签发约谈纪要 {0}，并送达被约谈单位。", n], ct);

    public Task<IActionResult> OnPostConfirm(CancellationToken ct) => Act(
        () => meeting.CheckMinutes(Actor, Id, Input.Version, true, null, ct), L["已确认纪要。"], ct);

    public Task<IActionResult> OnPostObject(CancellationToken ct) => Act(
        () => meeting.CheckMinutes(Actor, Id, Input.Version, false, Input.Objection, ct), L["已提出异议，并通知领导小组办公室。"], ct);

    public Task<IActionResult> OnPostAnswer(CancellationToken ct) => Act(
        () => meeting.AnswerObjection(Actor, Id, Input.Version, Input.Rewrite, Input.ObjectionAnswer, ct), L["已答复异议。"], ct);

    public Task<IActionResult> OnPostReport(CancellationToken ct) => Act(
        () => followUps.Submit(Actor, Id, Input.FollowUpId, Input.Version, Input.Report, ct), L["已报送落实情况。"], ct);

    public Task<IActionResult> OnPostAccept(CancellationToken ct) => Act(() => followUps.Accept(Actor, Id, Input.FollowUpId, Input.Version, ct), L["已认可落实情况。"], ct);

    public Task<IActionResult> OnPostReturn(CancellationToken ct) => Act(
        () => followUps.Return(Actor, Id, Input.FollowUpId, Input.Version, Input.Reason, Input.DueOn, ct), L["已退回，并通知被约谈单位。"], ct);

    public Task<IActionResult> OnPostAdmit(CancellationToken ct) => Act(() => service.Admit(Actor, Id, Input.PersonId, Input.Because, ct), L["已加入案卷查阅名单。"], ct);

    public Task<IActionResult> OnPostRemove(CancellationToken ct) => Act(() => service.Remove(Actor, Id, Input.PersonId, Input.EndBecause, ct), L["已取消查阅权限。"], ct);

    protected override async Task Load(CancellationToken ct) => Shown = await files.Open(Actor, Id, ct);

    private InterviewOrder Order() => new(
        Input.SummonedId, Input.Kind, Input.Trigger, Input.Matter, Input.On, Input.At, Input.Minutes, Input.Place, Input.Callers, Input.Purpose, Input.Materials,
        Input.Contact, Input.DeputyMay);

    private Task<IActionResult> Act(Func<Task> act, string done, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(done);
        return RedirectToPage(new { Id });
    }, ct);

    private Task<IActionResult> Numbered(Func<Task<string>> act, Func<string, string> done, CancellationToken ct) => Try(async () =>
    {
        this.Say(done(await act()));
        return RedirectToPage(new { Id });
    }, ct);
}

/// <summary>What the case's forms post; each handler reads its own part.</summary>
public sealed class InterviewForm
{
    public int Version { get; set; }

    public Guid SummonedId { get; set; }

    public string? Kind { get; set; }

    public string? Trigger { get; set; }

    public string? Matter { get; set; }

    public DateOnly? On { get; set; }

    public TimeOnly? At { get; set; }

    public int Minutes { get; set; } = 60;

    public string? Place { get; set; }

    public string? Callers { get; set; }

    public string? Purpose { get; set; }

    public string? Materials { get; set; }

    public string? Contact { get; set; }

    public bool DeputyMay { get; set; }

    public string? Password { get; set; }

    public string? Reason { get; set; }

    public string? Attendees { get; set; }

    public string? Deputy { get; set; }

    public string? Recorder { get; set; }

    public bool WithReport { get; set; }

    public bool WithPlan { get; set; }

    public string? Facts { get; set; }

    public string? Statement { get; set; }

    public string? Explanation { get; set; }

    public string? Demands { get; set; }

    public string? Reply { get; set; }

    public string? PromiseText { get; set; }

    public DateOnly? PromiseDueOn { get; set; }

    public Guid FollowUpId { get; set; }

    public string? Objection { get; set; }

    public string? ObjectionAnswer { get; set; }

    public bool Rewrite { get; set; }

    public string? Report { get; set; }

    public DateOnly? DueOn { get; set; }

    public Guid PersonId { get; set; }

    public string? Because { get; set; }

    public string? EndBecause { get; set; }
}
