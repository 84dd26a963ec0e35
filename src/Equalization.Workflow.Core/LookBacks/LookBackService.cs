using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.LookBacks;

/// <summary>What was found. NewDueOn is asked for where it was not sound.</summary>
public sealed record LookBackFinding(bool IsSound, string? Finding, DateOnly? NewDueOn);

/// <summary>The next version of the rules.</summary>
public sealed record LookBackRulesInput(ReportCycle Cycle, int SharePercent, int Least, int TermWorkingDays, string? Note);

/// <summary>
/// Look-back (回头看): draws a sample of a period's write-offs once the period has ended, takes what was found, and puts a task back on the ledger that was
/// not really done.
/// </summary>
public sealed class LookBackService(
    IDbContextFactory<WorkflowDb> contexts, Transact transact, RuleBook rules, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>Draws the last ended period of each jurisdiction, once; answers with how many write-offs were drawn.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var drawn = 0;
        foreach (var jurisdiction in await db.Jurisdictions.OrderBy(j => j.Id).Select(j => j.Id).ToListAsync(ct))
        {
            drawn += await transact.Run(Actor.System(jurisdiction, today), "抽取回头看", async (own, act) =>
            {
                var inForce = await InForce(own, act, ct);
                var period = ReportPeriod.Containing(today, inForce.Cycle).Previous(inForce.Cycle);
                return await IsDrawn(own, jurisdiction, period, ct) ? 0 : (await Draw(own, act, inForce, period, ct))?.SampleSize ?? 0;
            }, ct);
        }

        return drawn;
    }

    /// <summary>
    /// Draws the period of that day. Refuses all but the office (not-allowed), a period that has not ended (look-back-early), one that is drawn
    /// (look-back-drawn), and one without write-offs (look-back-empty).
    /// </summary>
    public Task<Guid> Draw(Actor actor, DateOnly firstDay, CancellationToken ct) =>
        transact.Run(actor, "抽取回头看", async (db, act) =>
        {
            Permission.Require(LookBackPermissions.MayAct(actor, actor.JurisdictionId));
            var inForce = await InForce(db, act, ct);
            var period = ReportPeriod.Containing(firstDay, inForce.Cycle);
            if (period.LastDay >= actor.Day)
            {
                throw new RuleBroken("look-back-early", "{0} 尚未结束，请在 {1} 之后抽取。", period.Code, period.LastDay);
            }

            if (await IsDrawn(db, actor.JurisdictionId, period, ct))
            {
                throw new RuleBroken("look-back-drawn", "{0} 已经抽取，每期只抽取一次。请在列表中查看抽取结果。", period.Code);
            }

            var draw = await Draw(db, act, inForce, period, ct)
                ?? throw new RuleBroken("look-back-empty", "{0} 没有可以抽取的销账任务。请选择其他时期。", period.Code);
            return draw.Id;
        }, ct);

    /// <summary>
    /// Takes the finding; where it was not sound, the task is back on the ledger under its number with a new day. Refuses as <see cref="LookBack.Check"/>,
    /// one whose write-off was revoked meanwhile (write-off-revoked), without a new day (look-back-due), with one before today (due-in-past), and a task that is no longer written off (not-written-off).
    /// </summary>
    public Task Check(Actor actor, Guid lookBackId, int version, LookBackFinding finding, CancellationToken ct) =>
        transact.Run(actor, "回头看复核", async (db, act) =>
        {
            var lookBack = Permission.Found(
                await db.LookBacks.SingleOrDefaultAsync(l => l.Id == lookBackId, ct), l => LookBackPermissions.MaySee(actor, l.JurisdictionId));
            Permission.Require(LookBackPermissions.MayAct(actor, lookBack.JurisdictionId));
            if (lookBack.State == LookBackState.ToCheck && await db.WriteOffs.AnyAsync(w => w.Id == lookBack.WriteOffId && w.RevokedOn != null, ct))
            {
                throw new RuleBroken("write-off-revoked", "这项销账已经更正，任务已重新列入台账，不再复核。请在任务页查看办理情况。");
            }

            var task = await db.TakeTask(actor, lookBack.TaskId, ct);
            var reviewer = await db.Reviews.Where(r => r.TaskId == task.Id && r.Accepted).OrderByDescending(r => r.At).Select(r => r.ReviewerId).FirstOrDefaultAsync(ct);
            lookBack.Check(finding.IsSound, finding.Finding, reviewer, actor.PersonId, actor.Signature(), act.At);
            db.Expect(lookBack, version);
            var units = task.Units.Where(u => u.TakesPart).Select(u => u.UnitId).ToList();
            var people = (await Recipients.Of(db, units, [Role.Contact, Role.UnitHead], actor.Day, ct)).Select(p => p.PersonId);
            if (finding.IsSound)
            {
                db.Tell(task.Id, ActKind.LookBack, lookBack.Id, lookBack.Finding, "回头看复核属实");
                db.Notify(people, NoticeKind.LookBack, nameof(AnnualTask), task.Id, null, "任务 {0}“{1}”经回头看复核属实。", task.Number, task.Title);
                return;
            }

            await Reopen(db, act, lookBack, task, finding.NewDueOn, ct);
            var leaders = (await Recipients.LeadersOf(db, [task.LeadUnitId], actor.Day, ct)).Select(l => l.PersonId);
            db.Notify(people.Concat(leaders), NoticeKind.LookBack, nameof(AnnualTask), task.Id, null,
                "任务 {0}“{1}”经回头看复核不属实，重新列入台账，请在 {2} 前办结。", task.Number, task.Title, task.CurrentDueOn);
        }, ct);

    /// <summary>Puts a next version in force. Refuses all but the office (not-allowed), another's version meanwhile (stale), and as <see cref="LookBackRules"/>.</summary>
    public Task SetRules(Actor actor, int inForceNumber, LookBackRulesInput input, CancellationToken ct) =>
        transact.Run(actor, "调整回头看规则", async (db, act) =>
        {
            Permission.Require(LookBackPermissions.MayAct(actor, actor.JurisdictionId));
            var inForce = await InForce(db, act, ct);
            if (inForce.Number != inForceNumber)
            {
                throw RuleBroken.Changed();
            }

            db.Add(new LookBackRules(
                actor.JurisdictionId, inForce.Number + 1, input.Cycle, input.SharePercent, input.Least, input.TermWorkingDays, input.Note, actor.Signature(), act.At));
        }, ct);

    private async Task Reopen(WorkflowDb db, CurrentAct act, LookBack lookBack, AnnualTask task, DateOnly? newDueOn, CancellationToken ct)
    {
        var dueOn = newDueOn ?? throw new RuleBroken("look-back-due", "请填写重新办结的期限。") { Field = nameof(LookBackFinding.NewDueOn) };
        var (set, calendar) = (await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct));
        var from = task.CurrentDueOn;
        task.Reopen(dueOn, act.Actor.Day, calendar.AddWorkingDays(act.Actor.Day, set.SignTermWorkingDays));
        (await db.WriteOffs.SingleAsync(w => w.Id == lookBack.WriteOffId, ct)).Revoke(act.Actor.Day);
        if (from != dueOn)
        {
            db.Add(new DueMove
            {
                JurisdictionId = task.JurisdictionId,
                TaskId = task.Id,
                FromDueOn = from,
                ToDueOn = dueOn,
                Reason = lookBack.Finding!.Cut(1000),
                DecidedBy = act.Actor.Signature(),
                At = act.At,
                DecisionId = lookBack.Id,
            });
        }

        LightBook.Rejudge(task, set, calendar, act.Actor.Day);
        db.Tell(task.Id, ActKind.Reopening, lookBack.Id, lookBack.Finding, "回头看复核不属实，重新列入台账，期限 {0}", dueOn);
        // The process of the first time has ended with the write-off; a definition tests the state before it waits, so a new one begins where the task stands.
        db.StartProcess("annual-task", task.Id, ("taskId", task.Id));
    }

    private async Task<LookBackDraw?> Draw(WorkflowDb db, CurrentAct act, LookBackRules inForce, ReportPeriod period, CancellationToken ct)
    {
        var list = await Candidates(db, act.Actor.JurisdictionId, period).ToDictionaryAsync(w => w.Number, ct);
        if (list.Count == 0)
        {
            return null;
        }

        var by = act.Actor.IsSystem ? act.Actor.PersonName : act.Actor.Signature();
        var draw = new LookBackDraw(inForce, period, [.. list.Keys.Order(StringComparer.Ordinal)], LookBackSample.NewSeed(), by, act.At);
        db.Add(draw);
        var dueOn = (await calendars.Current(ct)).AddWorkingDays(act.Actor.Day, inForce.TermWorkingDays);
        foreach (var number in draw.Drawn)
        {
            var lookBack = new LookBack(draw, list[number], dueOn);
            db.Add(lookBack);
            db.Tell(lookBack.TaskId, ActKind.LookBack, lookBack.Id, null, "抽中回头看，{0} 第 {1} 版规则，{2} 前复核", period.Code, inForce.Number, dueOn);
        }

        db.Notify(await Recipients.Office(db, act.Actor.JurisdictionId, act.Actor.Day, ct), NoticeKind.LookBackDrawn, nameof(LookBackDraw), draw.Id, null,
            "{0} 回头看已抽取：{1} 项销账任务中抽中 {2} 项，请在 {3} 前复核。", period.Code, draw.ListSize, draw.SampleSize, dueOn);
        return draw;
    }

    /// <summary>Write-offs of the period that still stand and were never drawn.</summary>
    internal static IQueryable<Reviews.WriteOff> Candidates(WorkflowDb db, Guid jurisdictionId, ReportPeriod period)
    {
        var (first, last) = (period.FirstDay, period.LastDay);
        return db.WriteOffs.Where(w => w.JurisdictionId == jurisdictionId && w.On >= first && w.On <= last && w.RevokedOn == null
                                       && !db.LookBacks.Any(l => l.WriteOffId == w.Id));
    }

    /// <summary>Those that still wait to be checked: one whose write-off was revoked otherwise has nothing left to look at.</summary>
    internal static IQueryable<LookBack> Open(WorkflowDb db) =>
        db.LookBacks.Where(l => l.State == LookBackState.ToCheck && !db.WriteOffs.Any(w => w.Id == l.WriteOffId && w.RevokedOn != null));

    private static Task<bool> IsDrawn(WorkflowDb db, Guid jurisdictionId, ReportPeriod period, CancellationToken ct)
    {
        var code = period.Code;
        return db.LookBackDraws.AnyAsync(d => d.JurisdictionId == jurisdictionId && d.PeriodCode == code, ct);
    }

    /// <summary>The highest version; a jurisdiction without rules is given the defaults with its first act.</summary>
    private static async Task<LookBackRules> InForce(WorkflowDb db, CurrentAct act, CancellationToken ct)
    {
        var id = act.Actor.JurisdictionId;
        if (await db.LookBackRules.Where(r => r.JurisdictionId == id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct) is { } stored)
        {
            return stored;
        }

        var first = LookBackRules.Default(id, act.At);
        db.Add(first);
        return first;
    }
}
