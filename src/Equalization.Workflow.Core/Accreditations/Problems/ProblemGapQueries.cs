using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Problems;

/// <summary>A gap joined to a problem, with its newest booked figure. SeesGap: the reader may open it.</summary>
public sealed record JoinedGap(
    Guid EntryId, string Number, string? School, string County, GapKind Kind, int Indicator, Level? Level, LedgerState State, int? Year, decimal? Value, decimal? Bound, Verdict Verdict, bool SeesGap);

/// <summary>A problem joined to a gap.</summary>
public sealed record JoinedProblem(Guid Id, string County, int Number, AccreditationStage Stage, string Text, ProblemState State);

/// <summary>Reads what problems and gaps are joined, from either side.</summary>
public sealed class ProblemGapQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Refuses a problem that may not be seen (not-found).</summary>
    public async Task<IReadOnlyList<JoinedGap>> OfProblem(Actor actor, Guid problemId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await ProblemPermissions.SeenBy(db, actor).AnyAsync(p => p.Id == problemId, ct))
        {
            throw RuleBroken.Missing();
        }

        var seen = db.LedgerEntries.SeenBy(db, actor);
        return await (from g in db.ProblemGaps
                      join e in db.LedgerEntries on g.EntryId equals e.Id
                      join s in db.Schools on e.SchoolId equals (Guid?)s.Id into ss
                      from s in ss.DefaultIfEmpty()
                      where g.ProblemId == problemId
                      orderby e.Number
                      select new JoinedGap(
                          e.Id, e.Number, s == null ? null : s.Name, e.County, e.Kind, e.Indicator, e.Level, e.State, e.LatestYear, e.LatestValue, e.LatestBound, e.LatestVerdict,
                          seen.Any(x => x.Id == e.Id))).ToListAsync(ct);
    }

    /// <summary>The problems that the reader sees of those joined to a gap.</summary>
    public async Task<IReadOnlyList<JoinedProblem>> OfGap(Actor actor, Guid entryId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (from p in ProblemPermissions.SeenBy(db, actor)
                      join a in db.Accreditations on p.AccreditationId equals a.Id
                      where db.ProblemGaps.Any(g => g.ProblemId == p.Id && g.EntryId == entryId)
                      orderby p.FoundAt, p.Number
                      select new JoinedProblem(p.Id, a.County, p.Number, p.Stage, p.Text, p.State)).ToListAsync(ct);
    }
}
