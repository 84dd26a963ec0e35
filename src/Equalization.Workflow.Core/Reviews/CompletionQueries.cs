using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Reviews;

/// <summary>A completion request as it is read, with the evidence it cites and the office's word on it, if any.</summary>
public sealed record CompletionRow(
    Guid Id, CompletionState State, string Statement, string AskedBy, DateTime AskedAt, string? HeadApprovedBy, DateTime? SentToOfficeAt, string? ReturnReason,
    int Version, IReadOnlyList<EvidenceRow> Evidence, string? Reviewer, string? Opinion, DateOnly? NewDueOn, DateTime? ReviewedAt);

/// <summary>A kind of required evidence and the files that stand for it.</summary>
public sealed record RequiredRow(string Kind, IReadOnlyList<EvidenceRow> Evidence);

/// <summary>A unit's part as the reviewer reads it.</summary>
public sealed record PartFact(string Unit, UnitRole Role, Percent? Reported, Judgement Judgement, string? LastWord);

/// <summary>
/// The completion and review pages: criteria, targets with their last values, required evidence against what is cited (or stands on the task
/// while nothing is asked), the requests newest first, and what this reader may do.
/// </summary>
/// <param name="OwnReview">The reader asked or approved it and so may not review it.</param>
public sealed record CompletionPage(
    Guid TaskId, string Number, string Title, string Content, string Criteria, TaskState State, int TaskVersion, DateOnly FirstDueOn, DateOnly CurrentDueOn,
    int WorkingDaysLeft, int ExtensionCount, int ReturnCount, IReadOnlyList<TargetRow> Targets, IReadOnlyList<RequiredRow> Required, IReadOnlyList<PartFact> Parts,
    CompletionRow? Open, IReadOnlyList<CompletionRow> Earlier, IReadOnlyList<EvidenceRow> Citable, bool MayAsk, bool MayPassOn, bool MayReview, bool OwnReview);

/// <summary>Reads for completion requests and reviews.</summary>
public sealed class CompletionQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    private const int MostCitable = 100;

    /// <summary>Refuses with not-found a task the person does not see, with not-allowed a cooperating unit.</summary>
    public async Task<CompletionPage> Page(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = Permission.Found(
            await db.AnnualTasks.AsNoTracking().Include(t => t.Units).Include(t => t.Targets).Include(t => t.Required).AsSplitQuery()
                .SingleOrDefaultAsync(t => t.Id == taskId && t.JurisdictionId == actor.JurisdictionId, ct),
            t => TaskPermissions.MaySee(actor, t));
        Permission.Require(CompletionPermissions.MaySee(actor, task.JurisdictionId, task.LeadUnitId));
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        var calendar = await calendars.Current(ct);
        var requests = await db.CompletionRequests.AsNoTracking().Where(c => c.TaskId == taskId).OrderByDescending(c => c.AskedAt).ToListAsync(ct);
        var reviews = (await db.Reviews.AsNoTracking().Where(r => r.TaskId == taskId).ToListAsync(ct)).ToDictionary(r => r.CompletionRequestId);
        var open = requests.Find(c => c.IsOpen);
        var cited = await Cited(db, taskId, ct);
        var mayAsk = open is null && task.State is TaskState.UnderWay or TaskState.Returned && CompletionPermissions.MayAsk(actor, task);
        var onTask = mayAsk ? await OnTask(db, task.Id, ct) : [];
        List<EvidenceRow> citable = mayAsk ? [.. onTask.Concat(await OfUnit(db, task, ct)).DistinctBy(r => r.VersionId).OrderByDescending(r => r.AddedAt).Take(MostCitable)] : [];
        var shown = open is null ? onTask : [.. cited[open.Id]];
        return new CompletionPage(
            task.Id, task.Number, task.Title, task.Content, task.Criteria, task.State, task.Version, task.FirstDueOn, task.CurrentDueOn,
            calendar.WorkingDaysBetween(actor.Day, task.CurrentDueOn) + task.HeldLateDays, task.ExtensionCount, task.ReturnCount,
            [.. task.Targets.OrderBy(t => t.Position).Select(t => new TargetRow(t.Id, t.AsWritten, t.Metric, t.Value, t.Unit, t.Aspirational, t.Reported, t.IsMet))],
            [.. task.Required.Select(r => new RequiredRow(r.Kind, [.. shown.Where(e => e.Kind == r.Kind)]))],
            await Parts(db, task, set, calendar, actor.Day, ct), open is null ? null : Row(open), [.. requests.Where(c => c != open).Select(Row)], citable,
            mayAsk, open is { State: CompletionState.WithHead } && CompletionPermissions.MayPassOn(actor, open),
            open is { State: CompletionState.WithOffice } && CompletionPermissions.MayReview(actor, open),
            open is not null && (actor.PersonId == open.AskedById || actor.PersonId == open.HeadId));

        CompletionRow Row(CompletionRequest c)
        {
            var review = reviews.GetValueOrDefault(c.Id);
            return new CompletionRow(
                c.Id, c.State, c.Statement, c.AskedBy, c.AskedAt, c.HeadApprovedBy, c.SentToOfficeAt, c.ReturnReason, c.Version, [.. cited[c.Id]],
                review?.Reviewer, review?.Opinion, review?.NewDueOn, review?.At);
        }
    }

    private static async Task<ILookup<Guid, EvidenceRow>> Cited(WorkflowDb db, Guid taskId, CancellationToken ct)
    {
        var citations = await db.EvidenceCitations.Where(c => c.TaskId == taskId && c.CompletionRequestId != null)
            .Select(c => new { RequestId = c.CompletionRequestId!.Value, c.EvidenceVersionId }).ToListAsync(ct);
        var ids = citations.Select(c => c.EvidenceVersionId).Distinct().ToList();
        var rows = ids.Count == 0
            ? []
            : await EvidenceQueries.Rows(db, db.EvidenceVersions.Where(v => ids.Contains(v.Id))).ToDictionaryAsync(r => r.VersionId, ct);
        return citations.ToLookup(c => c.RequestId, c => rows[c.EvidenceVersionId]);
    }

    /// <summary>What the task's approved reports and completion requests rest on, newest first: only this stands for its required evidence.</summary>
    private static async Task<List<EvidenceRow>> OnTask(WorkflowDb db, Guid taskId, CancellationToken ct)
    {
        var versions = db.EvidenceVersions.Where(v =>
            (from c in db.EvidenceCitations
             join r in db.ProgressReports on c.ReportId equals r.Id
             where c.TaskId == taskId && c.EvidenceVersionId == v.Id && r.State == ReportState.Approved
             select c.Id).Any()
            || db.EvidenceCitations.Any(c => c.TaskId == taskId && c.CompletionRequestId != null && c.EvidenceVersionId == v.Id));
        return [.. (await EvidenceQueries.Rows(db, versions).ToListAsync(ct)).OrderByDescending(r => r.AddedAt)];
    }

    /// <summary>The lead unit's own evidence of a required kind, in its newest versions: offered, for it may have been added for another task.</summary>
    private static async Task<List<EvidenceRow>> OfUnit(WorkflowDb db, AnnualTask task, CancellationToken ct)
    {
        var kinds = task.Required.Select(r => r.Kind).ToList();
        var versions = db.EvidenceVersions.Where(v =>
            db.Evidence.Any(e => e.Id == v.EvidenceId && e.UnitId == task.LeadUnitId && kinds.Contains(e.Kind) && v.Number == e.Versions.Max(x => x.Number)));
        return await EvidenceQueries.Rows(db, versions).ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<PartFact>> Parts(
        WorkflowDb db, AnnualTask task, RuleSet set, WorkingCalendar calendar, DateOnly day, CancellationToken ct)
    {
        var words = await (from p in db.TaskUnits
                           join u in db.Units on p.UnitId equals u.Id
                           where p.TaskId == task.Id && p.State != TaskUnitState.Released
                           select new
                           {
                               p.Id, u.ShortName,
                               Word = db.ProgressReports.Where(r => r.TaskUnitId == p.Id && r.State == ReportState.Approved)
                                   .OrderByDescending(r => r.PeriodLastDay).Select(r => r.Narrative).FirstOrDefault(),
                           }).ToDictionaryAsync(x => x.Id, ct);
        return
        [
            .. task.Units.Where(u => u.TakesPart).OrderBy(u => u.Role).ThenBy(u => u.Id).Select(u => new PartFact(
                words[u.Id].ShortName, u.Role, u.Reported, LightRule.Judge(u.Facts, set, calendar, day), words[u.Id].Word)),
        ];
    }
}
