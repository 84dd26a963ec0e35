using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Interviews;

/// <summary>An interview in a list of those the reader stands on the list of. Names of persons are not in it.</summary>
public sealed record InterviewRow(
    Guid Id, string Unit, string Kind, InterviewState State, MinutesCheck Check, string? Number, string? TaskNumber, DateTime? MeetsAt, DateTime OpenedAt, int OpenFollowUps, DateOnly? NextDueOn);

/// <summary>A signed step of the ladder that waits for the office to open its interview.</summary>
public sealed record InterviewToOpen(Guid StepId, string TaskNumber, string TaskTitle, string Unit, DateTime DecidedAt);

/// <summary>The list, and what waits to be opened (for the office alone).</summary>
public sealed record InterviewList(Paged<InterviewRow> Interviews, IReadOnlyList<InterviewToOpen> ToOpen, bool MayOpen);

/// <summary>Somebody who may read the case.</summary>
public sealed record CaseReader(Guid PersonId, string Name, string Because, string AddedBy, DateTime AddedAt, DateTime? RemovedAt, string? RemovedBy, string? RemovedBecause, bool MayEnd);

/// <summary>A reading of the case.</summary>
public sealed record CaseReadingRow(string Reader, string What, DateTime At);

/// <summary>Somebody who may be chosen: to be summoned, or to be let in.</summary>
public sealed record PersonChoice(Guid Id, string Name, string Post);

/// <summary>What this reader may do now.</summary>
public sealed record InterviewActs(
    bool Write, bool Sign, bool Change, bool Record, bool WriteMinutes, bool SignMinutes, bool CheckMinutes, bool AnswerObjection, bool Submit, bool Decide, bool Admit, bool Drop);

/// <summary>What is owed, with working days left (negative when past; null when nothing runs).</summary>
public sealed record FollowUpRow(FollowUp FollowUp, int? DaysLeft, bool IsLate);

/// <summary>A case as its members see it, with its list and the log of its readings.</summary>
/// <param name="Next">What is next, as a key of the texts.</param>
/// <param name="Holder">Who holds it, as a key of the texts.</param>
/// <param name="By">By when; null where no term runs.</param>
/// <param name="Draft">The paper that the leader would sign now; null when there is none.</param>
public sealed record InterviewView(
    Interview Interview, InterviewNames Names, InterviewRules Rules, string Next, string Holder, DateOnly? By, int? DaysLeft, string? Facts, bool SeesTask,
    IReadOnlyList<FollowUpRow> FollowUps, IReadOnlyList<PaperCard> Papers, PaperDocument? Draft, IReadOnlyList<PersonChoice> Candidates, IReadOnlyList<PersonChoice> Others,
    IReadOnlyList<CaseReader> Readers, IReadOnlyList<CaseReadingRow> Readings, DateOnly Earliest, InterviewActs May);

/// <summary>A paper of an interview, for the case file of an accountability.</summary>
public sealed record InterviewPaperRecord(Guid PaperId, PaperKind Kind, string? Number, string Title, DateTime IssuedAt, string Sha256, PaperState State);

/// <summary>What came of an interview, for the case file of an accountability: no names of persons but in the papers themselves.</summary>
public sealed record InterviewRecord(
    Guid Id, string? Number, InterviewState State, DateTime? MeetsAt, DateTime? HeldAt, MinutesCheck Check, int Promises, int Accepted, int Overdue,
    IReadOnlyList<InterviewPaperRecord> Papers);

/// <summary>Reads interviews. The list shows only cases the reader stands on the list of; opening one is <see cref="InterviewFiles"/>, which logs it.</summary>
public sealed class InterviewQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Most steps offered to be opened at once.</summary>
    private const int MostToOpen = 50;

    /// <summary>Newest first.</summary>
    public async Task<InterviewList> Page(Actor actor, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mine = CaseAccess.ReadBy(db, actor);
        var seen = db.Interviews.AsNoTracking().Where(i => mine.Contains(i.Id));
        var total = await seen.CountAsync(ct);
        var rows = await (from i in seen.OrderByDescending(i => i.OpenedAt).ThenBy(i => i.Id).Skip((page - 1) * size).Take(size)
                          join u in db.Units on i.UnitId equals u.Id
                          orderby i.OpenedAt descending, i.Id
                          select new InterviewRow(
                              i.Id, u.ShortName, i.Kind, i.State, i.Check, i.Number, db.AnnualTasks.Where(t => t.Id == i.TaskId).Select(t => t.Number).FirstOrDefault(),
                              i.MeetsAt, i.OpenedAt, i.FollowUps.Count(f => f.State == FollowUpState.Open || f.State == FollowUpState.Reported),
                              i.FollowUps.Where(f => f.State == FollowUpState.Open).Min(f => (DateOnly?)f.DueOn))).ToListAsync(ct);
        var mayOpen = InterviewPermissions.MayOpen(actor);
        var toOpen = !mayOpen ? [] : await (from s in db.EscalationSteps
                                            join t in db.AnnualTasks on s.TaskId equals t.Id
                                            join u in db.Units on s.UnitId equals u.Id
                                            where s.JurisdictionId == actor.JurisdictionId && s.Rung == Rung.Interview && s.State == StepState.Served && s.DecidedAt != null
                                                  && !db.Interviews.Any(i => i.StepId == s.Id && i.State != InterviewState.Cancelled)
                                            orderby s.DecidedAt
                                            select new InterviewToOpen(s.Id, t.Number, t.Title, u.ShortName, s.DecidedAt!.Value)).Take(MostToOpen).ToListAsync(ct);
        return new InterviewList(new(rows, total, page, size), toOpen, mayOpen);
    }

    /// <summary>Units that may be summoned by hand, by name.</summary>
    public async Task<IReadOnlyList<PersonChoice>> Units(Actor actor, CancellationToken ct)
    {
        Permission.Require(InterviewPermissions.MayOpen(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && u.Kind != UnitKind.Office && u.Kind != UnitKind.Leadership && (u.EndedOn == null || u.EndedOn >= actor.Day))
            .OrderBy(u => u.SortKey).Select(u => new PersonChoice(u.Id, u.Name, "")).ToListAsync(ct);
    }

    /// <summary>One with a date, for a mail that is about to leave; null when the person was taken off the case's list meanwhile.</summary>
    public async Task<Interview?> ForMail(Guid interviewId, Guid? personId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Interviews.AsNoTracking().SingleOrDefaultAsync(
            i => i.Id == interviewId && i.MeetsAt != null && db.CaseMembers.Any(m => m.CaseId == i.Id && m.PersonId == personId && m.RemovedAt == null), ct);
    }

    /// <summary>
    /// Interviews of a unit that a leader signed the notice of, about a task or, with none named, about anything; oldest first, in two commands. Whoever asks has
    /// asked for the right to: it is the accountability's case that opens it.
    /// </summary>
    public static async Task<IReadOnlyList<InterviewRecord>> Of(WorkflowDb db, Guid unitId, Guid? taskId, DateOnly today, CancellationToken ct)
    {
        var interviews = await db.Interviews.AsNoTracking().Include(i => i.FollowUps)
            .Where(i => i.UnitId == unitId && (taskId == null || i.TaskId == taskId) && i.SignedAt != null).OrderBy(i => i.OpenedAt).ToListAsync(ct);
        var ids = interviews.ConvertAll(i => i.Id);
        var papers = await db.Papers.AsNoTracking().Where(p => p.SubjectKind == nameof(Interview) && ids.Contains(p.SubjectId)).OrderBy(p => p.IssuedAt).ThenBy(p => p.Id).ToListAsync(ct);
        return interviews.ConvertAll(i => new InterviewRecord(
            i.Id, i.Number, i.State, i.MeetsAt, i.HeldAt, i.Check, i.FollowUps.Count, i.FollowUps.Count(f => f.State == FollowUpState.Accepted), i.FollowUps.Count(f => f.IsLate(today)),
            [.. papers.Where(p => p.SubjectId == i.Id).Select(p => new InterviewPaperRecord(p.Id, p.Kind, p.Number, p.Title, p.IssuedAt, p.Sha256, p.State))]));
    }
}
