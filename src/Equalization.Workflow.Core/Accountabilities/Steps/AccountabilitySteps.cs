using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities.Steps;

/// <summary>Which case a step is about.</summary>
public sealed record CaseInput(Guid CaseId);

/// <summary>A step about one case, loaded whole; the act speaks for its jurisdiction.</summary>
public abstract class CaseStep<TOutput>(string type, params IReadOnlyList<string> outcomes) : DomainStep<CaseInput, TOutput>(type, outcomes)
    where TOutput : notnull
{
    protected sealed override async Task<Answer<TOutput>> Run(CaseInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var about = await db.WholeCase(input.CaseId, ct) ?? throw new InvalidOperationException("The process is about a case that is not there.");
        db.ActIn(about.JurisdictionId, now);
        return await Run(about, db, now, ct);
    }

    protected abstract Task<Answer<TOutput>> Run(AccountabilityCase about, WorkflowDb db, DateTime now, CancellationToken ct);
}

/// <param name="TermEndsAt">End of the last day of the term that runs; null where the case waits for people alone.</param>
public sealed record CaseTermEnd(DateTimeOffset? TermEndsAt);

/// <summary>
/// Where the case stands: one outcome for each legal term that runs. Unreceived: a paper is out and not signed for, so that its term has not begun. Deciding:
/// opinion, recommendation, decision. Waits: every term has ended; somebody owes an answer, or the case can be archived. Over.
/// </summary>
public sealed class CheckAccountability()
    : CaseStep<CaseTermEnd>("Equalization.CheckAccountability", "Inquiry", "Unreceived", "Statement", "Deciding", "Rights", "Review", "Appeal", "Correction", "Waits", "Over")
{
    protected override async Task<Answer<CaseTermEnd>> Run(AccountabilityCase about, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var receipts = await CaseReceipts.Of(db, about, ct);
        var clocks = CaseClock.Of(about, receipts, await db.TermsOf(about, ct), ChinaTime.DayOf(now)).ToDictionary(c => c.Term);
        return about.State switch
        {
            CaseState.Inquiry => clocks[CaseTerm.Inquiry].State == ClockState.Running ? Timed("Inquiry", CaseTerm.Inquiry) : Untimed("Waits"),
            CaseState.Told => receipts.Notice is null ? Untimed("Unreceived") : Timed("Statement", CaseTerm.Statement),
            CaseState.Forming or CaseState.Proposed => Untimed("Deciding"),
            CaseState.Decided => Rights(),
            CaseState.Archived or CaseState.Closed => Untimed("Over"),
        };

        Answer<CaseTermEnd> Rights()
        {
            foreach (var (term, outcome) in new[] { (CaseTerm.Correction, "Correction"), (CaseTerm.AppealAnswer, "Appeal"), (CaseTerm.ReviewAnswer, "Review") })
            {
                if (clocks[term].State == ClockState.Running)
                {
                    return Timed(outcome, term);
                }
            }

            var open = new[] { clocks[CaseTerm.Review], clocks[CaseTerm.Appeal], clocks[CaseTerm.AppealAfterReview] };
            var running = open.Where(c => c.State == ClockState.Running).MinBy(c => c.DueOn);
            return running is not null ? Timed("Rights", running.Term)
                : receipts.Decision is null || (about.Review?.PaperId is not null && receipts.Review is null && about.Appeal is null) ? Untimed("Unreceived")
                : Untimed("Waits");
        }

        Answer<CaseTermEnd> Timed(string outcome, CaseTerm term) => new(outcome, new CaseTermEnd(ChinaTime.EndOf(clocks[term].DueOn!.Value)));

        static Answer<CaseTermEnd> Untimed(string outcome) => new(outcome, new CaseTermEnd(null));
    }
}

/// <summary>The term of the statement ended: that none was made is recorded, and the office goes on to its opinion.</summary>
public sealed class EndStatement() : CaseStep<Nothing>("Equalization.EndStatement")
{
    protected override async Task<Answer<Nothing>> Run(AccountabilityCase about, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (about.EndStatement(now))
        {
            await db.TellOffice(about, ct);
        }

        return new("Done", Nothing.Value);
    }
}

/// <summary>How many of the case's terms have ended without being met.</summary>
public sealed record EndedTerms(int Missed);

/// <summary>A term ended without an act. A right that was not used is over; what the office owes shows as its own delay from now on, and office and leader hear of it.</summary>
public sealed class LapseCaseTerm() : CaseStep<EndedTerms>("Equalization.LapseCaseTerm")
{
    protected override async Task<Answer<EndedTerms>> Run(AccountabilityCase about, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(now);
        var missed = CaseClock.Of(about, await CaseReceipts.Of(db, about, ct), await db.TermsOf(about, ct), today).Where(c => c.State == ClockState.Missed).ToList();
        if (missed.Any(c => c.Holder != TermHolder.Unit && c.LateDays == 1))
        {
            db.Notify(await db.OnList(about, [Role.Office, Role.Leader], ct), NoticeKind.CaseMoved, AccountabilityDoor.Subject, about.Id, null,
                "一件案卷的办理期限已过，尚未办结，自今日起计为办理机关延误，请查阅。");
        }
        else
        {
            await db.TellOffice(about, ct);
        }

        return new("Done", new EndedTerms(missed.Count));
    }
}

/// <summary>
/// Follows the matter behind the case. Settled: it is settled, which ends a case that the unit was not told of and is noted in one that it was; or the case is
/// over. Open: it goes on.
/// </summary>
public sealed class SettleCase() : CaseStep<Nothing>("Equalization.SettleCase", "Settled", "Open")
{
    protected override async Task<Answer<Nothing>> Run(AccountabilityCase about, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (!about.IsOver && await CaseSettlement.Reason(db, about, ct) is { } because)
        {
            about.SettleTask(because, now);
            await db.TellOffice(about, ct);
            db.Moved(about);
        }

        return new(about.IsOver || about.TaskSettledAt is not null ? "Settled" : "Open", Nothing.Value);
    }
}
