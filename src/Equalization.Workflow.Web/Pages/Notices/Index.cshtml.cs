using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Notices;

/// <summary>The person's inbox. Opening a notice marks it as read and leads to what it is about.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(NoticeQueries queries, NoticeService service) : WorkPage
{
    public const int PageSize = 30;

    /// <summary>unread, or empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<NoticeRow> Notices { get; private set; } = null!;

    public bool HasUnread => Notices.Rows.Any(n => n.ReadAt is null);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostOpen(Guid id, CancellationToken ct) => Try(async () =>
    {
        var subject = await service.Read(Actor, id, ct);
        return subject.Kind switch
        {
            "AnnualTask" => LocalRedirect($"~/Tasks/{subject.Id}"),
            "HelpRequest" => LocalRedirect($"~/HelpRequests/{subject.Id}"),
            "EscalationStep" => LocalRedirect($"~/Supervision/{subject.Id}"),
            "LookBackDraw" => LocalRedirect($"~/LookBacks/Draw/{subject.Id}"),
            "Instruction" => LocalRedirect($"~/Instructions/{subject.Id}"),
            "UnitRequest" => LocalRedirect($"~/Requests/{subject.Id}"),
            "Interview" => LocalRedirect($"~/Interviews/{subject.Id}"),
            "Accountability" => LocalRedirect($"~/Accountabilities/{subject.Id}"),
            "Bulletin" => LocalRedirect($"~/Bulletins/{subject.Id}"),
            "Assessment" => LocalRedirect($"~/Assessments/{subject.Id}"),
            "Accreditation" => LocalRedirect($"~/Accreditations/{subject.Id}"),
            "AccreditationProblem" => LocalRedirect($"~/Accreditations/Problems/{subject.Id}"),
            "Rebalancing" => LocalRedirect($"~/Schools/Rebalancings/{subject.Id}"),
            "Handover" => LocalRedirect($"~/Handovers/{subject.Id}"),
            "Ledger" => LocalRedirect("~/Ledgers?lacks=Measure"),
            "Batches" => LocalRedirect("~/Work"),
            "Deputy" => LocalRedirect("~/Deputies"),
            "Plan" => LocalRedirect($"~/Plans/{subject.Id}"),
            "Digest" => LocalRedirect($"~/Notices/Digest/{subject.Id}"),
            _ => RedirectToPage(),
        };
    }, ct);

    public Task<IActionResult> OnPostReadAll(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已将 {0} 条通知标为已读。", await service.ReadAll(Actor, ct)]);
        return RedirectToPage();
    }, ct);

    public string TextOf(NoticeRow notice) => L[notice.Format, TextArguments.Unpack(notice.Arguments)];

    protected override async Task Load(CancellationToken ct) =>
        Notices = await queries.Page(Actor, Show == "unread", Math.Max(1, Number), PageSize, ct);
}
