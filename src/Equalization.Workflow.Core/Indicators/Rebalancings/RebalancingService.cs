using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>
/// Searches for least transfers and additions: asked for by a person, made by a job one after the other, kept. The search itself runs outside any transaction; a process that
/// stops in the middle leaves it to the next run.
/// </summary>
public sealed class RebalancingService(IDbContextFactory<WorkflowDb> contexts, Transact transact, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Asks for a search. Refuses while an earlier one of the person's is not ended (rebalancing-waits), a county without schools that year (no-schools), and what cannot be
    /// computed with: may-give, keeps, extra-moves, extra-units, step, method-plain, not-whole, additions-nowhere,
    /// amount-fine, step-fine.
    /// </summary>
    public Task<Guid> Ask(Actor actor, RebalancingTopic topic, RebalancingTerms terms, CancellationToken ct) => transact.Run(actor, "求均衡方案", async (db, act) =>
    {
        Permission.Require(RebalancingPermissions.MayAsk(act.Actor, act.Actor.JurisdictionId));
        if (await db.Rebalancings.AnyAsync(r => r.PersonId == act.Actor.PersonId && (r.State == RebalancingState.Asked || r.State == RebalancingState.Running), ct))
        {
            throw new RuleBroken("rebalancing-waits", "您的上一次测算还没有完成。请等它完成后再求新的方案。");
        }

        RebalancingProblem.Of((await CountyOf(db, act.Actor.JurisdictionId, topic, ct)).Indicators, topic, terms);
        var asked = new Rebalancing(act.Actor.JurisdictionId, act.Actor.PersonId, act.Actor.Signature(), act.At, topic, terms);
        db.Add(asked);
        return asked.Id;
    }, ct);

    /// <summary>Whether a search waits, or was left by a process that stopped. One query; asked every few seconds.</summary>
    public async Task<bool> IsAsked(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Open(db).AnyAsync(ct);
    }

    /// <summary>The job: makes all searches that wait, in the order in which they were asked for; answers with how many.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var made = 0;
        while (await Take(ct) is { } taken)
        {
            await Make(taken, ct);
            made++;
        }

        return made;
    }

    /// <summary>The county as the search is reckoned from it. Refuses one without schools that year (no-schools).</summary>
    internal static async Task<CountySchools> CountyOf(WorkflowDb db, Guid jurisdictionId, RebalancingTopic topic, CancellationToken ct)
    {
        var county = await SchoolQueries.County(db, jurisdictionId, topic.Year, topic.County, ct);
        return county.Schools.Count > 0 ? county : throw new RuleBroken("no-schools", "还没有学校数据，不能测算。请先由领导小组办公室导入学校数据。");
    }

    private static IQueryable<Rebalancing> Open(WorkflowDb db) => db.Rebalancings.Where(r => r.State == RebalancingState.Asked || r.State == RebalancingState.Running);

    // A job never runs beside itself: what still counts as running was left by a process that stopped.
    private Task<Rebalancing?> Take(CancellationToken ct) => transact.Run(Nobody(Guid.Empty), "开始求均衡方案", async (db, act) =>
    {
        var next = await Open(db).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).FirstOrDefaultAsync(ct);
        next?.Begin(act.At);
        return next;
    }, ct);

    private async Task Make(Rebalancing taken, CancellationToken ct)
    {
        try
        {
            if (taken.Tries > Rebalancing.MostTries)
            {
                throw new RuleBroken("rebalancing-lost", "测算多次中断，没有得到结果。请联系管理员查看计划作业，或改用较小的人数再测算。");
            }

            await Search(taken, ct);
        }
        catch (RuleBroken refusal)
        {
            await Book(taken, "不能求均衡方案", (db, run, act) =>
            {
                run.Refuse(refusal, act.At);
                Tell(db, run, "{0} {1}—{2} 学年指标 {3} 的均衡方案测算没有得到方案，请打开查看原因。");
            }, ct);
        }
    }

    private async Task Search(Rebalancing taken, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var county = await CountyOf(db, taken.JurisdictionId, taken.Topic, ct);
        var problem = RebalancingProblem.Of(county.Indicators, taken.Topic, taken.Terms);
        var (answer, lines) = await Solved(taken, problem, ct);
        await Book(taken, "求得均衡方案", (write, run, act) =>
        {
            run.End(answer, problem.Mark, act.At);
            Tell(write, run, "{0} {1}—{2} 学年指标 {3} 的均衡方案测算已完成，请查看结果。");
            write.AddRange(lines.Select((line, i) => new RebalancingMove
            {
                JurisdictionId = run.JurisdictionId, RebalancingId = run.Id, Position = i + 1, Amount = line.Amount,
                FromId = line.From is null ? null : county.Schools[line.From].Id, ToId = county.Schools[line.To].Id,
            }));
        }, ct);
    }

    private async Task<(RebalancingAnswer Answer, IReadOnlyList<PlanLine> Lines)> Solved(Rebalancing taken, RebalancingProblem problem, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(Longest);
        var reached = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var solving = Task.Run(() => problem.Solve(least => reached.TrySetResult(least), stop.Token), ct);
        try
        {
            // A short search is over before it would be worth a row; of a long one the person sees how far it is.
            await Task.WhenAny(solving, Task.Delay(TimeSpan.FromSeconds(1), clock, ct));
            await Task.WhenAny(solving, reached.Task);
            if (!solving.IsCompleted)
            {
                await Book(taken, "求得最少数量", (_, run, _) => run.Reach(reached.Task.Result), ct);
            }

            return await solving;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new RuleBroken("solve-long", "测算超过 {0} 秒，已停止。请减少可以多调的人数或多加的数量后再测算。", (int)Longest.TotalSeconds);
        }
        finally
        {
            // Should booking fail, the search must not go on beside the next try.
            await stop.CancelAsync();
            await Task.WhenAny(solving);
        }
    }

    /// <summary>Who asked may have left the page long ago.</summary>
    private static void Tell(WorkflowDb db, Rebalancing run, string format) =>
        db.Notify([run.PersonId], NoticeKind.RebalancingEnded, nameof(Rebalancing), run.Id, $"{nameof(Rebalancing)}:{run.Id}", format, run.County, run.Year, run.Year + 1, run.Indicator);

    private Task Book(Rebalancing taken, string name, Action<WorkflowDb, Rebalancing, CurrentAct> change, CancellationToken ct) =>
        transact.Run(Nobody(taken.JurisdictionId), name, async (db, act) => change(db, await db.Rebalancings.SingleAsync(r => r.Id == taken.Id, ct), act), ct);

    private Actor Nobody(Guid jurisdictionId) => Actor.System(jurisdictionId, clock.Today());
}
