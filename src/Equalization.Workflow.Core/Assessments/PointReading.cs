using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Assessments;

/// <summary>A point before it has its place: what was found, and of which rule.</summary>
internal sealed record FoundPoint(Guid UnitId, AssessmentRule Rule, decimal Points, int Share, string Reference, string Subject)
{
    public DateOnly? FirstDueOn { get; init; }

    public DateOnly? ApprovedDueOn { get; init; }

    public DateOnly? HappenedOn { get; init; }

    public int LateDays { get; init; }

    public int? Page { get; init; }

    public int? Row { get; init; }
}

/// <summary>Finds a year's points: what was done and what is late from the sealed day, returns and papers from the year's acts up to that day.</summary>
internal static class PointReading
{
    private const int Whole = 100;

    public static async Task<List<FoundPoint>> Find(WorkflowDb db, Snapshot snapshot, AssessmentRuleSet rules, CancellationToken ct)
    {
        var found = new List<FoundPoint>();
        await SnapshotReading.Read(db, snapshot, line => FromLine(line, rules, found), ct);
        var numbers = found.Select(f => f.Reference).Distinct().ToList();
        var titles = await db.AnnualTasks.Where(t => t.JurisdictionId == snapshot.JurisdictionId && numbers.Contains(t.Number)).ToDictionaryAsync(t => t.Number, t => t.Title, ct);
        found = found.ConvertAll(f => f with { Subject = titles.GetValueOrDefault(f.Reference, "") });
        var (first, until) = (ChinaTime.StartOf(new DateOnly(rules.Year, 1, 1)), ChinaTime.StartOf(snapshot.On.AddDays(1)));
        await AddReturns(db, snapshot.JurisdictionId, rules, first, until, found, ct);
        await AddSupervisions(db, snapshot.JurisdictionId, rules, first, until, found, ct);
        await AddBulletins(db, snapshot.JurisdictionId, rules, first, until, found, ct);
        return [.. found.Where(f => f.Points != 0)];
    }

    /// <summary>A part that is done gets the task's points, the cooperating unit its share; one that its unit held late, done or not, loses in the same measure.</summary>
    private static void FromLine(SnapshotLine line, AssessmentRuleSet rules, List<FoundPoint> found)
    {
        var share = line.Role == UnitRole.Lead ? Whole : rules.CooperatingShare;
        if (line.ClosedOn is not null)
        {
            found.Add(Point(AssessmentRule.Done, rules.Done));
        }

        if (line.Charged > 0)
        {
            found.Add(Point(AssessmentRule.Late, rules.Late));
        }

        FoundPoint Point(AssessmentRule rule, decimal points) => new(line.UnitId, rule, points * share / Whole, share, line.Task, "")
        {
            FirstDueOn = line.FirstDueOn,
            ApprovedDueOn = line.DueOn,
            HappenedOn = line.ClosedOn,
            LateDays = line.Charged,
            Page = line.Page,
            Row = line.Row,
        };
    }

    private static async Task AddReturns(WorkflowDb db, Guid jurisdictionId, AssessmentRuleSet rules, DateTime first, DateTime until, List<FoundPoint> found, CancellationToken ct)
    {
        var returns = await (from r in db.Reviews
                             join t in db.AnnualTasks on r.TaskId equals t.Id
                             join c in db.CompletionRequests on r.CompletionRequestId equals c.Id
                             where r.JurisdictionId == jurisdictionId && !r.Accepted && r.At >= first && r.At < until
                             orderby t.Number, r.At
                             select new { c.UnitId, t.Number, t.Title, t.FirstDueOn, t.CurrentDueOn, r.At }).ToListAsync(ct);
        found.AddRange(returns.Select(r => new FoundPoint(r.UnitId, AssessmentRule.Returned, rules.Returned, Whole, r.Number, r.Title)
        {
            FirstDueOn = r.FirstDueOn, ApprovedDueOn = r.CurrentDueOn, HappenedOn = ChinaTime.DayOf(r.At),
        }));
    }

    private static async Task AddSupervisions(WorkflowDb db, Guid jurisdictionId, AssessmentRuleSet rules, DateTime first, DateTime until, List<FoundPoint> found, CancellationToken ct)
    {
        var papers = await (from s in db.EscalationSteps
                            join t in db.AnnualTasks on s.TaskId equals t.Id
                            where s.JurisdictionId == jurisdictionId && s.Number != null && s.DecidedAt >= first && s.DecidedAt < until
                            orderby s.Number
                            select new { s.UnitId, s.Number, t.Title, t.FirstDueOn, t.CurrentDueOn, s.DecidedAt }).ToListAsync(ct);
        found.AddRange(papers.Select(p => new FoundPoint(p.UnitId, AssessmentRule.Supervised, rules.Supervised, Whole, p.Number!, p.Title)
        {
            FirstDueOn = p.FirstDueOn, ApprovedDueOn = p.CurrentDueOn, HappenedOn = ChinaTime.DayOf(p.DecidedAt!.Value),
        }));
    }

    /// <summary>Once a bulletin and unit, however many lines name it; a line that was struck or dropped names nobody.</summary>
    private static async Task AddBulletins(WorkflowDb db, Guid jurisdictionId, AssessmentRuleSet rules, DateTime first, DateTime until, List<FoundPoint> found, CancellationToken ct)
    {
        var named = await (from b in db.Bulletins
                           from l in b.Lines
                           where b.JurisdictionId == jurisdictionId && b.State == BulletinState.Published && b.PublishedAt >= first && b.PublishedAt < until
                                 && l.Answer != ObjectionAnswer.Struck && l.DroppedAt == null
                           select new { b.Kind, b.Number, b.Title, b.PublishedAt, l.UnitId }).Distinct().ToListAsync(ct);
        found.AddRange(named.OrderBy(n => n.Number, StringComparer.Ordinal).Select(n => new FoundPoint(
            n.UnitId, n.Kind == BulletinKind.Praise ? AssessmentRule.Praised : AssessmentRule.Criticised, n.Kind == BulletinKind.Praise ? rules.Praised : rules.Criticised, Whole, n.Number!, n.Title)
        {
            HappenedOn = ChinaTime.DayOf(n.PublishedAt!.Value),
        }));
    }
}
