using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Steps;

/// <summary>Which accreditation a step is about.</summary>
public sealed record AccreditationInput(Guid AccreditationId);

/// <param name="ActAt">When the process looks again though nobody acts: a reminder, the end of a term, or the next year.</param>
public sealed record AccreditationClock(DateTimeOffset? ActAt);

/// <summary>Loads the accreditation with its stages; the act speaks for its jurisdiction.</summary>
public abstract class AccreditationStep<TOutput>(string type, params IReadOnlyList<string> outcomes) : DomainStep<AccreditationInput, TOutput>(type, outcomes)
    where TOutput : notnull
{
    protected sealed override async Task<Answer<TOutput>> Run(AccreditationInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var accreditation = await db.Accreditations.Include(a => a.Terms).SingleAsync(a => a.Id == input.AccreditationId, ct);
        db.ActIn(accreditation.JurisdictionId, now);
        return await Run(accreditation, db, now, ct);
    }

    protected abstract Task<Answer<TOutput>> Run(Accreditation accreditation, WorkflowDb db, DateTime now, CancellationToken ct);
}

/// <summary>Where the round stands: one outcome a stage, Rectifying while the county puts right what was returned, Over once it has ended.</summary>
public sealed class CheckAccreditation(WorkingCalendars calendars) : AccreditationStep<AccreditationClock>(
    "Equalization.CheckAccreditation", "CountySelf", "CityReview", "ProvinceEvaluation", "NationalRecognition", "Rectifying", "Over")
{
    protected override async Task<Answer<AccreditationClock>> Run(Accreditation accreditation, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var outcome = accreditation.State switch
        {
            AccreditationState.UnderWay => accreditation.Stage switch
            {
                AccreditationStage.CountySelf => "CountySelf",
                AccreditationStage.CityReview => "CityReview",
                AccreditationStage.ProvinceEvaluation => "ProvinceEvaluation",
                AccreditationStage.NationalRecognition => "NationalRecognition",
            },
            AccreditationState.Rectifying => "Rectifying",
            AccreditationState.Recognised or AccreditationState.NotPassed or AccreditationState.Withdrawn => "Over",
        };
        return new(outcome, new AccreditationClock(accreditation.IsOpen ? await NextLook(accreditation, db, now, ct) : null));
    }

    private async Task<DateTimeOffset> NextLook(Accreditation accreditation, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        var problem = (await db.Untold(accreditation, ct)).Min(p => (DateOnly?)p.DueOn);
        var ends = new List<DateTimeOffset?> { AccreditationTerms.NextTerm(accreditation, calendar), problem is { } due ? AccreditationTerms.MorningAfter(due, calendar) : null };
        // With every term told of, or none set, it still looks each year.
        return ends.Min() ?? OfficeHours.NextMorning(calendar, ChinaTime.EndOf(new DateOnly(ChinaTime.DayOf(now).Year, 12, 31)).UtcDateTime);
    }
}

/// <summary>When a round's own terms are told of.</summary>
internal static class AccreditationTerms
{
    private const int RemindDays = 30;

    /// <summary>The next of reminder, end of the stage's term and end of the rectification's that nobody was told of; null when there is none.</summary>
    public static DateTimeOffset? NextTerm(Accreditation accreditation, WorkingCalendar calendar)
    {
        if (accreditation.State == AccreditationState.Rectifying)
        {
            return accreditation.RectifyDueOn is { } due && accreditation.RectifyLateFor != due ? MorningAfter(due, calendar) : null;
        }

        var term = accreditation.Term(accreditation.Stage);
        return term.TargetOn is not { } target || term.LateFor == target ? null
            : term.RemindedFor == target ? MorningAfter(target, calendar)
            : ReminderOf(target, calendar);
    }

    /// <summary>Nobody is told at midnight that a day has passed, but on the next working day's morning.</summary>
    public static DateTimeOffset MorningAfter(DateOnly due, WorkingCalendar calendar) => OfficeHours.NextMorning(calendar, ChinaTime.EndOf(due).UtcDateTime);

    /// <summary>
    /// Open problems whose term nobody was told has passed. What was told a step ago is not saved yet: the database would name it again, so that is asked of the rows at hand.
    /// </summary>
    public static async Task<IReadOnlyList<AccreditationProblem>> Untold(this WorkflowDb db, Accreditation accreditation, CancellationToken ct) =>
        (await db.AccreditationProblems.Where(p => p.AccreditationId == accreditation.Id && p.State == ProblemState.Open).OrderBy(p => p.Number).ToListAsync(ct))
        .FindAll(p => p.LateFor != p.DueOn);

    /// <summary>Nine o'clock of the first working day from 30 days before the target on.</summary>
    public static DateTimeOffset ReminderOf(DateOnly target, WorkingCalendar calendar)
    {
        var day = target.AddDays(-RemindDays);
        return OfficeHours.Morning(calendar.IsWorkingDay(day) ? day : calendar.AddWorkingDays(day, WorkingDays.Of(1)));
    }
}

/// <summary>Tells the county and the office, once for each term: that a stage's day comes near, or that it or a rectification's has passed; units of problems that theirs has.</summary>
public sealed class TellAccreditation(WorkingCalendars calendars) : AccreditationStep<Nothing>("Equalization.TellAccreditation")
{
    protected override async Task<Answer<Nothing>> Run(Accreditation accreditation, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(now);
        var calendar = await calendars.Current(ct);
        List<Guid> people = [.. await db.PeopleOf(accreditation, today, ct), .. await Recipients.Office(db, accreditation.JurisdictionId, today, ct)];
        switch (accreditation.State)
        {
            case AccreditationState.Rectifying when accreditation.RectifyDueOn < today && accreditation.RectifyLateFor != accreditation.RectifyDueOn:
                accreditation.TellRectifyLate();
                db.TellOf(accreditation, people, "{0}的整改期限 {1} 已过，请报告整改情况。", accreditation.County, accreditation.RectifyDueOn!);
                break;
            case AccreditationState.UnderWay when accreditation.Term(accreditation.Stage) is { TargetOn: { } target } term:
                TellTerm(accreditation, term, target, db, people, today, AccreditationTerms.ReminderOf(target, calendar) <= now);
                break;
        }

        await TellProblems(accreditation, db, today, ct);
        return new("Done", Nothing.Value);
    }

    private static void TellTerm(Accreditation accreditation, StageTerm term, DateOnly target, WorkflowDb db, List<Guid> people, DateOnly today, bool isNear)
    {
        var stage = AccreditationStages.WordOf(term.Stage);
        if (target < today && term.LateFor != target)
        {
            term.Remind();
            term.TellLate();
            db.TellOf(accreditation, people, "{0}的{1}已过目标日期 {2}，请抓紧办理。", accreditation.County, stage, target);
        }
        else if (isNear && term.RemindedFor != target && target >= today)
        {
            term.Remind();
            db.TellOf(accreditation, people, "{0}的{1}应在 {2} 前完成，请做好准备。", accreditation.County, stage, target);
        }
    }

    private static async Task TellProblems(Accreditation accreditation, WorkflowDb db, DateOnly today, CancellationToken ct)
    {
        var late = (await db.Untold(accreditation, ct)).Where(p => p.DueOn < today).ToList();
        if (late.Count == 0)
        {
            return;
        }

        var people = (await Recipients.Of(db, [.. late.Select(p => p.UnitId).Distinct()], [Role.Contact, Role.UnitHead], today, ct)).ToLookup(r => r.UnitId, r => r.PersonId);
        var office = await Recipients.Office(db, accreditation.JurisdictionId, today, ct);
        foreach (var problem in late)
        {
            problem.TellLate();
            ProblemNotices.Tell(db, problem, [.. people[problem.UnitId], .. office], "{0}第 {1} 号问题的整改期限 {2} 已过，请抓紧整改。", accreditation.County, problem.Number, problem.DueOn);
        }
    }
}
