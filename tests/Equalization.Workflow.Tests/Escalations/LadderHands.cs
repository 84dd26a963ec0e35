using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Escalations;

/// <summary>What people do on a ladder, through the services, each with the draft as the program made it.</summary>
internal static class LadderHands
{
    public static readonly DateOnly DueOn = new(2018, 3, 23);

    private static CancellationToken Ct => TestCity.Ct;

    public static async Task<AnnualTask> Late(this TestCity city, DateOnly? dueOn = null)
    {
        var task = await TaskProcessTests.Laid(city, dueOn ?? DueOn);
        await TaskProcessTests.Sign(city, task, CityTasks.Lead);
        return task;
    }

    /// <summary>The ladder by which tasks laid down from now on run; before anything has read the rules.</summary>
    public static Task PutLadder(this TestCity city, Func<LadderRule, LadderRule> change)
    {
        var packed = new LadderRules([.. LadderRules.Default.Rules.Select(change)]).Checked().Pack();
        return city.Read(db => db.RuleSets.Where(r => r.JurisdictionId == city.Jurisdiction.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Ladder, packed), Ct));
    }

    public static async Task<List<EscalationStep>> Steps(this TestCity city, Guid? taskId = null)
    {
        Assert.Empty(await city.Stopped());
        return await city.Read(db => db.EscalationSteps.AsNoTracking().Include(s => s.Returns).Where(s => taskId == null || s.TaskId == taskId)
            .OrderBy(s => s.ProposedAt).ThenBy(s => s.Id).ToListAsync(Ct));
    }

    /// <summary>By whoever the rules name.</summary>
    public static async Task<EscalationStep> Sign(this TestCity city, EscalationStep step)
    {
        var by = step.Signer == LadderSigner.Leader ? city.Leader : city.Office;
        var draft = (await city.Get<SupervisionQueries>().ToSign(by, step.Rung, 1, 50, Ct)).Rows.Single(r => r.Id == step.Id);
        await city.Get<ProposalService>().Sign(by, step.Id, step.Version, draft.Terms, TestSite.Password, Ct);
        return await city.Read(db => db.EscalationSteps.AsNoTracking().SingleAsync(s => s.Id == step.Id, Ct));
    }

    /// <summary>Signs the newest proposal, which is for this rung.</summary>
    public static async Task<EscalationStep> Sign(this TestCity city, Rung rung, Guid? taskId = null)
    {
        var step = (await city.Steps(taskId))[^1];
        Assert.Equal((rung, StepState.Proposed), (step.Rung, step.State));
        return await city.Sign(step);
    }

    public static async Task WriteOff(this TestCity city, Guid taskId)
    {
        var completion = city.Get<CompletionService>();
        var id = await completion.Ask(city.Head(CityTasks.Lead), taskId, (await city.Task(taskId)).Version, new CompletionAsk("全部完成。", []), Ct);
        var version = await city.Read(db => db.CompletionRequests.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Ct));
        await completion.Accept(city.Office, id, version, "同意", Ct);
    }

    /// <summary>A criticism drafted from yesterday, sealed now when the night did not.</summary>
    public static async Task<Bulletin> Draft(this TestCity city)
    {
        await city.Get<SnapshotService>().Run(Ct);
        var on = await city.Read(db => db.Snapshots.Where(s => s.JurisdictionId == city.Jurisdiction.Id).MaxAsync(s => s.On, Ct));
        return await city.Bulletin(await city.Get<BulletinService>().Draft(city.Office, BulletinKind.Criticism, on, Ct));
    }

    public static Task<Bulletin> Bulletin(this TestCity city, Guid id) =>
        city.Read(db => db.Bulletins.AsNoTracking().Include(b => b.Lines).Include(b => b.Units).SingleAsync(b => b.Id == id, Ct));

    /// <summary>Through the fact check, which all units named confirm, to the paper.</summary>
    public static async Task<Bulletin> Publish(this TestCity city, Bulletin draft)
    {
        await city.Get<BulletinService>().SendToCheck(city.Office, draft.Id, (await city.Bulletin(draft.Id)).Version, null, Ct);
        foreach (var unit in (await city.Bulletin(draft.Id)).Standing.Select(l => l.UnitId).Distinct())
        {
            var name = await city.Read(db => db.Units.Where(u => u.Id == unit).Select(u => u.Name).SingleAsync(Ct));
            await city.Get<BulletinCheckService>().Confirm(city.Contact(name), draft.Id, [], Ct);
        }

        var issue = city.Get<BulletinIssueService>();
        await issue.Sign(city.Office, draft.Id, (await city.Bulletin(draft.Id)).Version, TestSite.Password, Ct);
        await issue.Publish(city.Office, draft.Id, (await city.Bulletin(draft.Id)).Version, BulletinRange.NamedUnits, Ct);
        return await city.Bulletin(draft.Id);
    }

    /// <summary>What a rung was handed on to is over, as the slice that carries it out says it.</summary>
    public static Task CarryOut(this TestCity city, Guid stepId) => city.Get<Transact>().Run(city.Office, "办结", async (db, act) =>
    {
        var step = await db.EscalationSteps.SingleAsync(s => s.Id == stepId, Ct);
        step.Finish(act.At);
        db.RaiseEvent("ladder-changed", step.TaskId);
    }, Ct);
}
