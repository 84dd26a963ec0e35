using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Rounds;

/// <summary>
/// Counties' rounds at the person's turn: the county writes and hands in its self-evaluation and reports what it put right, the office enters what a review found. And
/// problems near their term for who must put them right, rectified ones for the office to re-check.
/// </summary>
internal static class AccreditationDesk
{
    /// <summary>Targets are years away: a stage waits on a desk from so many days before its own.</summary>
    private const int StageDays = 60;

    private const int ProblemDays = 14;

    public static async Task<List<WorkItem>> Waiting(WorkflowDb db, Actor actor, WorkingCalendar calendar, CancellationToken ct)
    {
        var isOffice = actor.Role == Role.Office;
        var rounds = await db.Accreditations.AsNoTracking().Include(a => a.Terms).Where(a => a.JurisdictionId == actor.JurisdictionId && (isOffice || a.UnitId == actor.UnitId)
            && (a.State == AccreditationState.UnderWay || a.State == AccreditationState.Rectifying)).OrderBy(a => a.SortKey).ToListAsync(ct);
        return [.. rounds.Select(Round).OfType<WorkItem>(), .. await Problems(db, actor, calendar, ct)];

        WorkItem? Round(Accreditation a) => KindOf(actor, a) is { } kind && DueOn(a, actor.Day) is { } dueOn
            ? new WorkItem(
                isOffice ? WorkSection.ToDecide : a.State == AccreditationState.Rectifying ? WorkSection.Returned : WorkSection.ToReport, Guid.Empty, "", a.County, null, a.Id, kind,
                a.Version, null, AccreditationStages.WordOf(a.Stage), dueOn, calendar.WorkingDaysBetween(actor.Day, dueOn), null)
            : null;
    }

    /// <summary>Null where it is another's turn. The office acts for a county that has no unit here.</summary>
    private static WorkKind? KindOf(Actor actor, Accreditation a)
    {
        var isCountys = a.State == AccreditationState.Rectifying || a.Stage == AccreditationStage.CountySelf;
        return (isCountys, actor.Role, a.UnitId) switch
        {
            (false, Role.Office, _) => WorkKind.DecideStage,
            (false, _, _) or (true, Role.Office, not null) => null,
            (true, Role.Contact, _) => WorkKind.WriteEvaluation,
            (true, _, _) => a.State == AccreditationState.Rectifying ? WorkKind.ReportRectified : WorkKind.SubmitEvaluation,
        };
    }

    /// <summary>Null while it does not press: no day is set, or it is far. What was handed in waits for the city at once.</summary>
    private static DateOnly? DueOn(Accreditation a, DateOnly today) =>
        a.State == AccreditationState.Rectifying ? a.RectifyDueOn
        : a.Term(a.Stage).TargetOn is { } target ? (a.Stage == AccreditationStage.CityReview || target <= today.AddDays(StageDays) ? target : null)
        : a.Stage == AccreditationStage.CityReview ? today : null;

    private static async Task<List<WorkItem>> Problems(WorkflowDb db, Actor actor, WorkingCalendar calendar, CancellationToken ct)
    {
        var (isOffice, soon) = (actor.Role == Role.Office, actor.Day.AddDays(ProblemDays));
        var rows = await (from p in db.AccreditationProblems
                          join a in db.Accreditations on p.AccreditationId equals a.Id
                          where p.JurisdictionId == actor.JurisdictionId
                                && (isOffice ? p.State == ProblemState.Rectified : p.State == ProblemState.Open && p.UnitId == actor.UnitId && p.DueOn <= soon)
                          orderby p.DueOn, p.Id
                          select new { p.Id, p.Version, p.Text, p.DueOn, a.County }).ToListAsync(ct);
        return rows.ConvertAll(p => new WorkItem(
            isOffice ? WorkSection.ToDecide : WorkSection.ToAnswer, Guid.Empty, "", p.Text, null, p.Id, isOffice ? WorkKind.RecheckProblem : WorkKind.RectifyProblem, p.Version, null,
            p.County, p.DueOn, calendar.WorkingDaysBetween(actor.Day, p.DueOn), null));
    }
}
