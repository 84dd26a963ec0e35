using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities.Rights;

/// <summary>
/// NotBegun: what it runs from has not happened, such as the receipt of a paper. Running. InTime, Late: done, by its last day or after it. Missed: it
/// ended and nothing was done; of the office, its own delay. Void: it does not arise in this course.
/// </summary>
public enum ClockState
{
    NotBegun,
    Running,
    InTime,
    Late,
    Missed,
    Void,
}

/// <summary>One right or duty with its clock. Days: the term in calendar days. LateDays: days after the last one until it was done, or until today;
/// none for a right of the unit that it did not use.</summary>
public sealed record ClockRow(
    CaseTerm Term, TermHolder Holder, ClockState State, int Days, DateOnly? FromOn, DateOnly? DueOn, DateOnly? DoneOn, int LateDays, string Source)
{
    /// <summary>A right or duty that somebody may still use or has still to meet.</summary>
    public bool IsOpen => State == ClockState.Running || (State == ClockState.Missed && Holder != TermHolder.Unit);
}

/// <summary>When the unit signed for the papers from which terms run; null while it has not.</summary>
public sealed record CaseReceipts(DateTime? Notice, DateTime? Decision, DateTime? Review)
{
    public static async Task<CaseReceipts> Of(WorkflowDb db, AccountabilityCase about, CancellationToken ct) => (await OfMany(db, [about], ct))[about.Id];

    /// <summary>One query, however many cases.</summary>
    public static async Task<Dictionary<Guid, CaseReceipts>> OfMany(WorkflowDb db, IReadOnlyCollection<AccountabilityCase> cases, CancellationToken ct)
    {
        var papers = cases.SelectMany(c => new[] { c.NoticePaperId, c.DecisionPaperId, c.Review?.PaperId }).OfType<Guid>().ToList();
        var signed = await db.PaperReceipts.Where(r => papers.Contains(r.PaperId)).Select(r => new { r.PaperId, r.UnitId, r.SignedForAt })
            .ToDictionaryAsync(r => (r.PaperId, r.UnitId), r => r.SignedForAt, ct);
        return cases.ToDictionary(c => c.Id, c => new CaseReceipts(At(c, c.NoticePaperId), At(c, c.DecisionPaperId), At(c, c.Review?.PaperId)));

        DateTime? At(AccountabilityCase about, Guid? paperId) => paperId is { } id ? signed.GetValueOrDefault((id, about.UnitId)) : null;
    }
}

/// <summary>
/// The clocks of both sides, told from the case's own facts and the receipts of its papers, by the terms it was opened under. Calendar days in China: the
/// day a term begins at is not counted, its last day is included to its end. Execution of the decision is not suspended by any of them.
/// </summary>
public static class CaseClock
{
    public static IReadOnlyList<ClockRow> Of(AccountabilityCase about, CaseReceipts receipts, AccountabilityRules rules, DateOnly today)
    {
        var (review, appeal) = (about.Review, about.Appeal);
        var ended = about.State == CaseState.Closed;
        var asked = Row(CaseTerm.Review, TermHolder.Unit, Day(receipts.Decision), Day(review?.AskedAt), isVoid: review is null && appeal is not null);
        var noReview = review is null && asked.State is ClockState.Void or ClockState.Missed;
        return
        [
            Row(CaseTerm.Inquiry, TermHolder.Office, about.InquiryFromOn, Day(about.FoundAt)),
            Row(CaseTerm.Statement, TermHolder.Unit, Day(receipts.Notice), Day(about.Statements.MinBy(s => s.At)?.At)),
            asked,
            Row(CaseTerm.ReviewAnswer, TermHolder.Office, Day(review?.AskedAt), Day(review?.AnsweredAt), isVoid: noReview),
            Row(CaseTerm.AppealAfterReview, TermHolder.Unit, Day(receipts.Review), review is null ? null : Day(appeal?.AskedAt), isVoid: noReview),
            Row(CaseTerm.Appeal, TermHolder.Unit, Day(receipts.Decision), review is null ? Day(appeal?.AskedAt) : null, isVoid: review is not null),
            Row(CaseTerm.AppealAnswer, TermHolder.Upper, Day(appeal?.AskedAt), Day(appeal?.AnsweredAt)),
            Row(CaseTerm.Correction, TermHolder.Office, appeal?.CorrectionDueOn is null ? null : Day(appeal.AnsweredAt), Day(appeal?.CorrectedAt), isVoid: appeal is { Outcome: not null, CorrectionDueOn: null }),
        ];

        ClockRow Row(CaseTerm term, TermHolder holder, DateOnly? from, DateOnly? done, bool isVoid = false)
        {
            var (days, source) = (rules.Days(term), rules.Of(term).Source);
            DateOnly? due = from is { } begun ? rules.EndOf(term, begun) : null;
            var state = (isVoid, due, done) switch
            {
                (true, _, _) => ClockState.Void,
                // Stated before the paper was signed for: in time, whatever the term.
                (_, null, not null) => ClockState.InTime,
                (_, null, null) => ended ? ClockState.Void : ClockState.NotBegun,
                (_, { } last, { } on) => on <= last ? ClockState.InTime : ClockState.Late,
                (_, { } last, null) => ended ? ClockState.Void : today <= last ? ClockState.Running : ClockState.Missed,
            };
            var isDelay = state == ClockState.Late || (state == ClockState.Missed && holder != TermHolder.Unit);
            var late = isDelay && due is { } end ? (done ?? today).DayNumber - end.DayNumber : 0;
            return new ClockRow(term, holder, state, days, isVoid ? null : from, isVoid ? null : due, isVoid ? null : done, late, source);
        }
    }

    /// <summary>
    /// Whether the case is not yet at rest: a right can still be used, an answer or a correction is still owed, or the decision has not been signed for, so
    /// that the rights have not even begun.
    /// </summary>
    public static bool RightsRun(IEnumerable<ClockRow> rows) => rows.Any(r => r.Term switch
    {
        CaseTerm.Inquiry or CaseTerm.Statement => false,
        CaseTerm.Review or CaseTerm.Appeal or CaseTerm.AppealAfterReview => r.State is ClockState.Running or ClockState.NotBegun,
        CaseTerm.ReviewAnswer or CaseTerm.AppealAnswer or CaseTerm.Correction => r.State is ClockState.Running or ClockState.Missed,
        CaseTerm.RepeatWindow or CaseTerm.RemindBefore => false,
    });

    private static DateOnly? Day(DateTime? at) => at is { } instant ? ChinaTime.DayOf(instant) : null;
}

/// <summary>Counts a unit's decisions within the window: the second one is heavier.</summary>
public static class RepeatCounter
{
    /// <summary>
    /// The latest decision against the unit, before the day given, that still holds and lies at most the window's days back: day 365 is a repeat, day 366
    /// is not. Null when there is none.
    /// </summary>
    public static async Task<RepeatProof?> Of(WorkflowDb db, AccountabilityCase about, DateOnly on, AccountabilityRules rules, CancellationToken ct)
    {
        var since = on.AddDays(-rules.Days(CaseTerm.RepeatWindow));
        var earlier = await db.AccountabilityCases.Where(c => c.JurisdictionId == about.JurisdictionId && c.UnitId == about.UnitId && c.Id != about.Id
                && c.DecidedOn != null && c.DecidedOn >= since && c.DecidedOn <= on && c.DecidedAt != null && c.Standing != DecisionStanding.Revoked)
            .OrderByDescending(c => c.DecidedOn).Select(c => new { c.Id, c.BodyNumber, c.DecidedOn }).FirstOrDefaultAsync(ct);
        return earlier is null ? null : new RepeatProof(earlier.Id, earlier.BodyNumber!, earlier.DecidedOn!.Value, on.DayNumber - earlier.DecidedOn.Value.DayNumber);
    }
}
