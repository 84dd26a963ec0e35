using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>A search in the list.</summary>
public sealed record RebalancingRow(Guid Id, RebalancingTopic Topic, string AskedBy, DateTime AskedAt, RebalancingState State, RebalancingAnswer? Answer);

/// <summary>A search on its page. Ahead: searches that are made before it. IsStale: the data has other numbers since, so that the plan is no longer that of the county.</summary>
public sealed record RebalancingView(
    Guid Id, RebalancingTopic Topic, RebalancingTerms Terms, string AskedBy, DateTime AskedAt, RebalancingState State, DateTime? StartedAt, int? Reached, int Ahead, StandardSet Standard,
    RebalancingAnswer? Answer, string? Refusal, IReadOnlyList<object> RefusalArguments, bool IsStale);

/// <summary>One line of a plan. From is null for an addition.</summary>
public sealed record RebalancingMoveRow(Guid Id, int Position, SchoolName? From, SchoolName To, decimal Amount, Guid? TaskId);

/// <summary>A school by name.</summary>
public sealed record SchoolName(Guid Id, string Code, string Name);

/// <summary>Reads searches and the lines of their plans; all of a jurisdiction are seen by everybody of its ledger.</summary>
public sealed class RebalancingQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Newest first.</summary>
    public async Task<Paged<RebalancingRow>> List(Actor actor, int page, int size, CancellationToken ct)
    {
        Permission.Require(RebalancingPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var runs = db.Rebalancings.AsNoTracking().Where(r => r.JurisdictionId == actor.JurisdictionId);
        var rows = await runs.OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new([.. rows.Select(r => new RebalancingRow(r.Id, r.Topic, r.AskedBy, r.AskedAt, r.State, r.Answer))], await runs.CountAsync(ct), page, size);
    }

    /// <summary>One search. While it waits or runs the schools are not read: the page asks every few seconds.</summary>
    public async Task<RebalancingView> One(Actor actor, Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var run = await Found(db, actor, id, ct);
        var ahead = await db.Rebalancings.CountAsync(r => (r.State == RebalancingState.Asked || r.State == RebalancingState.Running) && r.AskedAt < run.AskedAt, ct);
        var standard = await LocalStandardQueries.For(db, run.JurisdictionId, run.Year, ct);
        var isStale = run.Mark is { } mark
            && RebalancingProblem.Digest((await SchoolQueries.County(db, run.JurisdictionId, run.Year, run.County, ct)).Indicators, run.Topic) != mark;
        return new(run.Id, run.Topic, run.Terms, run.AskedBy, run.AskedAt, run.State, run.StartedAt, run.Reached, ahead, standard, run.Answer, run.Refusal, TextArguments.Unpack(run.RefusalArguments), isStale);
    }

    /// <summary>The lines of a plan in their order.</summary>
    public async Task<Paged<RebalancingMoveRow>> Moves(Actor actor, Guid id, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await Found(db, actor, id, ct);
        var moves = db.RebalancingMoves.Where(m => m.RebalancingId == id);
        var rows = await (from m in moves
                          join to in db.Schools on m.ToId equals to.Id
                          join f in db.Schools on m.FromId equals (Guid?)f.Id into sources
                          from source in sources.DefaultIfEmpty()
                          orderby m.Position
                          select new { Move = m, To = new SchoolName(to.Id, to.Code, to.Name), SourceCode = source == null ? null : source.Code, SourceName = source == null ? null : source.Name })
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new(
            [.. rows.Select(r => new RebalancingMoveRow(r.Move.Id, r.Move.Position, r.Move.FromId is { } from ? new(from, r.SourceCode!, r.SourceName!) : null, r.To, r.Move.Amount, r.Move.TaskId))],
            await moves.CountAsync(ct), page, size);
    }

    private static async Task<Rebalancing> Found(WorkflowDb db, Actor actor, Guid id, CancellationToken ct) =>
        Permission.Found(await db.Rebalancings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct), r => RebalancingPermissions.MaySee(actor, r.JurisdictionId));
}
