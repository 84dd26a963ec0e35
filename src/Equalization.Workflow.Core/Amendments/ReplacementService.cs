using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Changes;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>A task that goes on for others: its text, who leads it, and its last day, included. TargetIds: on a split, the old task's targets that it takes over.</summary>
public sealed record NewTask(string? Title, string? Content, string? Criteria, Guid? LeadUnitId, DateOnly? DueOn, IReadOnlyList<Guid>? TargetIds = null)
{
    /// <summary>The measure it follows from now on, with its targets of the year; null: as the old task.</summary>
    internal Measure? Measure { get; init; }

    /// <summary>Who cooperates; null: as in the old task.</summary>
    internal IReadOnlyList<Guid>? CooperatingUnitIds { get; init; }
}

/// <summary>What goes on for what. Others: ledger numbers of tasks that end with the first.</summary>
public sealed record Replacement(string? Reason, IReadOnlyList<string> Others, IReadOnlyList<NewTask> Tasks);

/// <summary>Splits a task, merges several, or issues a wrong one anew: the old ones end for good, the new ones bear numbers of their own, and each points at the other.</summary>
public sealed class ReplacementService(Transact transact, WorkingCalendars calendars)
{
    public const int Most = 5;

    /// <summary>
    /// One for several is a split, several for one a merger, one for one a correction. Each new task takes over the kinds of evidence and the cooperating units, to which the leads
    /// of merged tasks belong; a single one takes all targets, of several each those that were chosen for it, one target also for more than one. Refuses all but the office (not-allowed), an empty reason (amendment-reason), several for several (replace-both), more
    /// than <see cref="Most"/> of either or none (replace-many), a number that is none of an open task of the plan's year (replace-number), a closed task (task-closed), a text
    /// as <see cref="TaskText.Of"/>, a target that no new task takes (replace-target), a lead that is none of the city's units (lead-unit), and a day before today or none (due-in-past).
    /// </summary>
    public Task<IReadOnlyList<Guid>> Replace(Actor actor, Guid taskId, int version, Replacement replacement, CancellationToken ct) =>
        transact.Run(actor, "调整任务", async (db, act) =>
        {
            var first = await db.TakeTask(actor, taskId, ct);
            Permission.Require(AmendmentPermissions.MayAmend(actor, first));
            var made = await Replace(db, act, first, replacement, ct);
            db.Expect(first, version);
            return (IReadOnlyList<Guid>)made.ConvertAll(t => t.Id);
        }, ct);

    /// <summary>The same on a task in hand, in a transaction that does more than this. Permission is the caller's matter.</summary>
    internal async Task<List<AnnualTask>> Replace(WorkflowDb db, CurrentAct act, AnnualTask first, Replacement replacement, CancellationToken ct)
    {
        var actor = act.Actor;
        first.MustBeOpen();
        var old = await Others(db, actor, first, replacement.Others, ct);
        Check(old.Count, replacement.Tasks.Count);
        var kind = (old.Count, replacement.Tasks.Count) switch { ( > 1, _) => AmendmentKind.Merged, (_, > 1) => AmendmentKind.Split, _ => AmendmentKind.Reissued };
        var ended = old.ConvertAll(t => (Task: t, Decision: new Amendment(t, kind, replacement.Reason, actor.Day, actor.PersonId, actor.Signature(), act.At)));
        var set = await RuleBook.InForce(db, first.JurisdictionId, ct);
        var calendar = await calendars.Current(ct);
        var counter = await IssueService.Counter(db, first.JurisdictionId, first.Year, ct);
        var signDueOn = calendar.AddWorkingDays(actor.Day, set.SignTermWorkingDays);
        var made = new List<AnnualTask>(replacement.Tasks.Count);
        foreach (var (i, draft) in replacement.Tasks.Index())
        {
            var lead = await AmendmentQueries.MayLead(db, first, actor.Day).Where(u => u.Id == draft.LeadUnitId).Select(u => u.Id).SingleOrDefaultAsync(ct);
            try
            {
                made.Add(Make(old, draft, lead, counter, set, act.At, signDueOn));
            }
            catch (RuleBroken e) when (e.Field is not null)
            {
                throw new RuleBroken(e.Code, e.Format, [.. e.Arguments]) { Field = $"{nameof(Replacement.Tasks)}[{i}].{e.Field}" };
            }
        }

        TakeTargets(old, made, replacement.Tasks);
        made.ForEach(t => LightBook.Rejudge(t, set, calendar, actor.Day));
        await Close(db, ended, made, actor, ct);
        await Open(db, old, made, replacement.Reason, signDueOn, actor, ct);
        await TieSuccession.PassOn(db, act, old, made, ct);
        return made;
    }

    private static async Task<List<AnnualTask>> Others(WorkflowDb db, Actor actor, AnnualTask first, IReadOnlyList<string> numbers, CancellationToken ct)
    {
        var old = new List<AnnualTask> { first };
        foreach (var number in numbers.Distinct(StringComparer.Ordinal).Where(n => n != first.Number).Take(Most))
        {
            var id = await db.AnnualTasks.Where(t => t.JurisdictionId == first.JurisdictionId && t.Number == number && t.PlanId == first.PlanId && t.Year == first.Year && t.ClosedOn == null)
                .Select(t => (Guid?)t.Id).SingleOrDefaultAsync(ct)
                ?? throw new RuleBroken("replace-number", "编号 {0} 不是同一方案同一年度在办的任务，请核对后重新填写。", number) { Field = nameof(Replacement.Others) };
            old.Add(await db.TakeTask(actor, id, ct));
        }

        return old;
    }

    private static void Check(int old, int made)
    {
        if (old > 1 && made > 1)
        {
            throw new RuleBroken("replace-both", "不能同时合并和拆分。请先合并为一项任务，再行拆分。");
        }

        if (made == 0 || old > Most || made > Most)
        {
            throw new RuleBroken("replace-many", "一次最多合并或拆分为 {0} 项任务，请分次办理。", Most);
        }
    }

    private static AnnualTask Make(List<AnnualTask> old, NewTask draft, Guid leadUnitId, LedgerCounter counter, RuleSet set, DateTime at, DateOnly signDueOn)
    {
        if (leadUnitId == default)
        {
            throw new RuleBroken("lead-unit", "请选择本地区在用的单位作为新的牵头单位。") { Field = nameof(NewTask.LeadUnitId) };
        }

        var (like, today) = (old[0], ChinaTime.DayOf(at));
        if (draft.DueOn is not { } dueOn || dueOn < today)
        {
            throw new RuleBroken("due-in-past", "请填写今天或以后的期限。") { Field = nameof(NewTask.DueOn) };
        }

        var text = TaskText.Of(draft.Title, draft.Content, draft.Criteria);
        // The work begins anew that day: nobody is behind schedule for the days of the old task.
        var startOn = like.StartOn > today ? like.StartOn : today;
        var task = new AnnualTask(
            like.JurisdictionId, like.PlanId, draft.Measure?.Id ?? like.MeasureId, draft.Measure?.Position ?? like.MeasurePosition, counter.NextTask(), text.Title, text.Content, text.Criteria, leadUnitId, startOn, dueOn,
            set.Number, at);
        task.Classify(like.Class);
        task.Rate(like.Risk);
        task.Add(new TaskUnit(task, leadUnitId, UnitRole.Lead, text.Title, signDueOn));
        foreach (var (unitId, duty) in Cooperating(old, draft).DistinctBy(u => u.UnitId).Where(u => u.UnitId != leadUnitId))
        {
            task.Add(new TaskUnit(task, unitId, UnitRole.Cooperating, duty, signDueOn));
        }

        foreach (var evidence in old.SelectMany(t => t.Required).Select(r => r.Kind).Distinct())
        {
            task.Add(new RequiredEvidence { JurisdictionId = task.JurisdictionId, TaskId = task.Id, Kind = evidence });
        }

        return task;
    }

    /// <summary>Who takes part in the old tasks keeps its duty; the leads of merged ones cooperate.</summary>
    private static IEnumerable<(Guid UnitId, string Duty)> Cooperating(List<AnnualTask> old, NewTask draft)
    {
        var standing = old.SelectMany(t => t.Units).Where(u => u.TakesPart && (u.Role == UnitRole.Cooperating || old.Count > 1)).ToList();
        return draft.CooperatingUnitIds is { } named
            ? named.Select(id => (id, standing.Find(u => u.UnitId == id)?.Duty ?? TaskChanges.DutyOf(draft.Title ?? old[0].Title)))
            : standing.Select(u => (u.UnitId, u.Duty));
    }

    private static void TakeTargets(List<AnnualTask> old, List<AnnualTask> made, IReadOnlyList<NewTask> drafts)
    {
        var targets = old.SelectMany(t => t.Targets.OrderBy(x => x.Position)).ToList();
        if (drafts is [{ Measure: { } measure }])
        {
            IssueService.AddTargets(made[0], measure);
            return;
        }

        if (made.Count == 1)
        {
            Take(targets, made[0]);
            return;
        }

        if (targets.Find(t => !drafts.Any(d => d.TargetIds?.Contains(t.Id) == true)) is { } left)
        {
            throw new RuleBroken("replace-target", "指标目标“{0}”没有归入任何一项新任务，请至少勾选一处。", left.AsWritten);
        }

        foreach (var (task, draft) in made.Zip(drafts))
        {
            Take(targets.Where(t => draft.TargetIds?.Contains(t.Id) == true), task);
        }
    }

    private static void Take(IEnumerable<TaskTarget> targets, AnnualTask task)
    {
        foreach (var (i, target) in targets.Index())
        {
            task.Add(new TaskTarget
            {
                JurisdictionId = task.JurisdictionId,
                TaskId = task.Id,
                Position = i,
                AsWritten = target.AsWritten,
                Metric = target.Metric,
                Comparator = target.Comparator,
                Value = target.Value,
                Upper = target.Upper,
                Unit = target.Unit,
                Aspirational = target.Aspirational,
            });
        }
    }

    private static async Task Close(WorkflowDb db, List<(AnnualTask Task, Amendment Decision)> ended, List<AnnualTask> made, Actor actor, CancellationToken ct)
    {
        var numbers = string.Join("、", made.Select(t => t.Number));
        foreach (var (task, decision) in ended)
        {
            var before = await Withdrawals.End(db, task, decision, ct);
            decision.Changes(before, new AmendedFacts { State = task.State, Successors = numbers });
            db.Add(decision);
            db.AddRange(made.Select(t => new TaskSuccession(decision, t.Id)));
            db.Tell(task.Id, ActKind.Withdrawal, decision.Id, decision.Reason, "任务了结，由 {0} 承接", numbers);
            await Withdrawals.Tell(db, task, actor.Day, ct, "任务 {0}“{1}”已调整，由 {2} 承接，原任务不再办理。", task.Number, task.Title, numbers);
        }
    }

    private static async Task Open(WorkflowDb db, List<AnnualTask> old, List<AnnualTask> made, string? reason, DateOnly signDueOn, Actor actor, CancellationToken ct)
    {
        var from = string.Join("、", old.Select(t => t.Number));
        foreach (var task in made)
        {
            db.Add(task);
            db.StartProcess("annual-task", task.Id, ("taskId", task.Id));
            db.Tell(task.Id, ActKind.Issue, null, reason?.Trim(), "承接 {0} 下达任务，期限 {1}，签收期限 {2}", from, task.CurrentDueOn, signDueOn);
            await Withdrawals.Tell(db, task, actor.Day, ct, "任务 {0}“{1}”已下达，承接 {2}，请在 {3} 前签收。", task.Number, task.Title, from, signDueOn);
        }
    }
}
