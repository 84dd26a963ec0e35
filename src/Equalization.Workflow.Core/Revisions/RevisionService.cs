using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Changes;
using Equalization.Workflow.Core.AnnualTasks.Editions;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Revisions;

/// <summary>A proposal ticked with others, as the list showed it.</summary>
public sealed record RevisionPick(Guid Id, int Version);

/// <summary>What became of one: done, or refused with the reason. Subject is null where the person may not see it.</summary>
public sealed record RevisionResult(RevisionPick Pick, RevisionSubject? Subject, RuleBroken? Refusal);

/// <summary>What a proposal is about, as a result names it. Number and TaskId are null for a task still to be issued.</summary>
public sealed record RevisionSubject(RevisionKind Kind, string Title, Guid? TaskId, string? Number);

/// <summary>
/// The office decides what an edition asks of tasks. Accepting is the act of Amendments that does the like without an edition, with its notices, in one transaction with the proposal;
/// many at once are as many transactions, so that one that is refused stops no other. All refuse all but the office (not-allowed).
/// </summary>
public sealed class RevisionService(
    IDbContextFactory<WorkflowDb> contexts, Transact transact, AmendmentService amendments, ReplacementService replacements, IssueService issuing)
{
    public const int MostAtOnce = 200;

    /// <summary>
    /// Carries it out; dueOn is another day than the edition's, for one that has passed, or for a late task whose lead moves. Refuses one that is decided (revision-decided), of a task
    /// that is closed (revision-task-closed) or has changed in what the proposal is about (revision-task-changed), one whose measure has to be cleared first (revision-obstacle), what the
    /// act itself refuses, and a stale form.
    /// </summary>
    public Task Accept(Actor actor, Guid proposalId, int version, DateOnly? dueOn, CancellationToken ct) =>
        transact.Run(actor, "采纳修订建议", async (db, act) =>
        {
            var proposal = await Take(db, actor, proposalId, version, ct);
            var asked = proposal.Asked;
            if (asked.Obstacle is { } obstacle)
            {
                throw new RuleBroken("revision-obstacle", "新版的这条措施还不能直接采纳：{0}可修订方案补正后重新确认，建议会随之重新提出；也可在任务上办理，再把这条建议按保留原样处理。", obstacle);
            }

            try
            {
                proposal.Accept(actor.Signature(), act.At, proposal.TaskId is { } taskId
                    ? await CarryOut(db, act, proposal, await TaskOf(db, actor, proposal, taskId, ct), asked, dueOn, ct)
                    : await Issue(db, act, proposal, asked, dueOn, ct));
            }
            catch (RuleBroken e) when (e.Field is not null and not nameof(RevisionFacts.DueOn))
            {
                // The form has one field beside the decision: the day.
                throw new RuleBroken(e.Code, e.Format, [.. e.Arguments]) { Field = e.Field.EndsWith("DueOn", StringComparison.Ordinal) ? nameof(RevisionFacts.DueOn) : null };
            }
        }, ct);

    /// <summary>Leaves the task as it is. Refuses one that is decided (revision-decided), an empty reason (revision-reason) and a stale form.</summary>
    public Task Keep(Actor actor, Guid proposalId, int version, string? reason, CancellationToken ct) =>
        transact.Run(actor, "保留任务原样", async (db, act) => (await Take(db, actor, proposalId, version, ct)).Keep(reason, actor.Signature(), act.At), ct);

    /// <summary>
    /// Accepts many, those of one task in the order in which they can be carried out. Refuses none ticked (nothing-picked) and more than two hundred (too-many-picked) before any is
    /// touched.
    /// </summary>
    public Task<IReadOnlyList<RevisionResult>> AcceptAll(Actor actor, IReadOnlyList<RevisionPick> picks, CancellationToken ct) =>
        All(actor, picks, pick => Accept(actor, pick.Id, pick.Version, null, ct), ct);

    /// <summary>The same for leaving tasks as they are, with one reason. An empty reason (revision-reason) is refused before any is touched.</summary>
    public Task<IReadOnlyList<RevisionResult>> KeepAll(Actor actor, IReadOnlyList<RevisionPick> picks, string? reason, CancellationToken ct)
    {
        RevisionProposal.ReasonOf(reason);
        return All(actor, picks, pick => Keep(actor, pick.Id, pick.Version, reason, ct), ct);
    }

    private async Task<IReadOnlyList<RevisionResult>> All(Actor actor, IReadOnlyList<RevisionPick> picks, Func<RevisionPick, Task> decide, CancellationToken ct)
    {
        Permission.Require(RevisionPermissions.MayDecide(actor, actor.JurisdictionId));
        MustFit(picks);
        var subjects = await Subjects(actor, [.. picks.Select(p => p.Id)], ct);
        var results = new List<RevisionResult>(picks.Count);
        foreach (var pick in picks.DistinctBy(p => p.Id).OrderBy(p => subjects.GetValueOrDefault(p.Id)?.Number, StringComparer.Ordinal).ThenBy(p => subjects.GetValueOrDefault(p.Id)?.Kind))
        {
            var subject = subjects.GetValueOrDefault(pick.Id);
            try
            {
                await decide(pick);
                results.Add(new RevisionResult(pick, subject, null));
            }
            catch (RuleBroken refusal)
            {
                results.Add(new RevisionResult(pick, subject, refusal));
            }
        }

        return results;
    }

    private static void MustFit(IReadOnlyList<RevisionPick> picks)
    {
        if (picks.Count == 0)
        {
            throw new RuleBroken("nothing-picked", "没有勾选任何事项。请先勾选要办理的事项。");
        }

        if (picks.Count > MostAtOnce)
        {
            throw new RuleBroken("too-many-picked", "一次最多办理 {0} 项，现选中 {1} 项。请分批办理。", MostAtOnce, picks.Count);
        }
    }

    private async Task<Dictionary<Guid, RevisionSubject>> Subjects(Actor actor, List<Guid> ids, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (from p in db.RevisionProposals
                      join t in db.AnnualTasks on p.TaskId equals t.Id into tasks
                      from t in tasks.DefaultIfEmpty()
                      where p.JurisdictionId == actor.JurisdictionId && ids.Contains(p.Id)
                      select new { p.Id, p.Kind, p.Title, p.TaskId, Number = t == null ? null : t.Number })
            .ToDictionaryAsync(p => p.Id, p => new RevisionSubject(p.Kind, p.Title, p.TaskId, p.Number), ct);
    }

    private static async Task<RevisionProposal> Take(WorkflowDb db, Actor actor, Guid proposalId, int version, CancellationToken ct)
    {
        var proposal = Permission.Found(
            await db.RevisionProposals.SingleOrDefaultAsync(p => p.Id == proposalId, ct), p => p.JurisdictionId == actor.JurisdictionId);
        Permission.Require(RevisionPermissions.MayDecide(actor, proposal.JurisdictionId));
        proposal.MustBeOpen();
        db.Expect(proposal, version);
        return proposal;
    }

    private static async Task<AnnualTask> TaskOf(WorkflowDb db, Actor actor, RevisionProposal proposal, Guid taskId, CancellationToken ct)
    {
        var task = await db.TakeTask(actor, taskId, ct);
        if (!task.IsOpen)
        {
            throw new RuleBroken("revision-task-closed", "任务 {0} 已销账或撤回，不能再采纳修订建议。请按保留原样处理并写明情况。", task.Number);
        }

        if (!proposal.Was.HoldsOf(task))
        {
            throw new RuleBroken(
                "revision-task-changed", "任务 {0} 在方案修订后又有变动，与建议依据的情况不一致，不能直接采纳。请打开任务核对，需要变更的在任务上办理，再把这条建议按保留原样处理。", task.Number);
        }

        return task;
    }

    /// <summary>Answers with the task that goes on for it, where it ended.</summary>
    private async Task<Guid?> CarryOut(WorkflowDb db, CurrentAct act, RevisionProposal proposal, AnnualTask task, RevisionFacts asked, DateOnly? dueOn, CancellationToken ct)
    {
        var reason = EditionProposal.ReasonOf(proposal.VersionNumber);
        switch (proposal.Kind)
        {
            case RevisionKind.DueDay:
                await amendments.SetDue(db, act, task, reason, dueOn ?? asked.DueOn!.Value, ct);
                return null;
            case RevisionKind.Lead:
                await amendments.MoveLead(db, act, task, reason, asked.Lead!.Id, dueOn, ct);
                return null;
            case RevisionKind.Cooperating:
                var (now, then) = (RevisionFacts.CooperatingOf(task).ToList(), asked.Cooperating!.Select(u => u.Id).ToList());
                await amendments.ChangeCooperating(db, act, task, reason, [.. then.Except(now)], [.. now.Except(then)], ct);
                return null;
            case RevisionKind.Content:
                await amendments.AmendContent(db, act, task, reason, asked.Text!.Title, asked.Text.Content, asked.Text.Criteria, ct);
                await FollowTargets(db, proposal, task, ct);
                return null;
            case RevisionKind.Withdrawal:
                await amendments.Withdraw(db, act, task, reason, ct);
                return null;
            case RevisionKind.Reissue:
                return await Reissue(db, act, proposal, task, asked, dueOn, ct);
            case RevisionKind.Issue:
                throw new InvalidOperationException("A task to be issued is about no task.");
            default:
                throw new InvalidOperationException($"{proposal.Kind}");
        }
    }

    /// <summary>The figures asked for follow the words; a target that is gone stays where something was reported on it.</summary>
    private static async Task FollowTargets(WorkflowDb db, RevisionProposal proposal, AnnualTask task, CancellationToken ct)
    {
        var before = await MeasureOf(db, proposal.FormerMeasureId!.Value, ct);
        var gone = task.FollowTargets(before, await MeasureOf(db, proposal.MeasureId, ct));
        var ids = gone.Select(t => t.Id).ToList();
        var reported = await db.Set<ReportMetric>().Where(m => ids.Contains(m.TargetId)).Select(m => m.TargetId).Distinct().ToListAsync(ct);
        db.RemoveRange(gone.Where(t => !reported.Contains(t.Id)));
    }

    private static Task<Measure> MeasureOf(WorkflowDb db, Guid id, CancellationToken ct) => DraftAccess.All(db).AsNoTracking().SingleAsync(m => m.Id == id, ct);

    private async Task<Guid?> Reissue(WorkflowDb db, CurrentAct act, RevisionProposal proposal, AnnualTask task, RevisionFacts asked, DateOnly? dueOn, CancellationToken ct)
    {
        var measure = await MeasureOf(db, proposal.MeasureId, ct);
        var draft = new NewTask(asked.Text!.Title, asked.Text.Content, asked.Text.Criteria, asked.Lead!.Id, dueOn ?? asked.DueOn)
        {
            Measure = measure,
            CooperatingUnitIds = [.. asked.Cooperating!.Select(u => u.Id)],
        };
        var made = await replacements.Replace(db, act, task, new Replacement(EditionProposal.ReasonOf(proposal.VersionNumber), [], [draft]), ct);
        return made[0].Id;
    }

    private async Task<Guid?> Issue(WorkflowDb db, CurrentAct act, RevisionProposal proposal, RevisionFacts asked, DateOnly? dueOn, CancellationToken ct)
    {
        var row = new IssueRow(proposal.MeasureId, dueOn ?? asked.DueOn!.Value, null, [IssueService.DefaultEvidence])
        {
            // A lead whose task was withdrawn since is not among those the office was shown.
            LeadUnitIds = asked.Leads!.Select(u => u.Id).ToHashSet(),
        };
        var (_, tasks) = await issuing.Issue(db, act, new IssueInput(proposal.PlanId, proposal.Year, [row]), ct);
        return tasks.Count > 0 ? tasks[0].Id
            : throw new RuleBroken("revision-issued", "这条措施 {0} 年的任务已经下达，或相关单位曾牵头过，不能再次下达。请核对任务列表，再把这条建议按保留原样处理。", proposal.Year);
    }
}
