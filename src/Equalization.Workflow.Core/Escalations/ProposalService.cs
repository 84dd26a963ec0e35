using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>A proposal ticked to be signed with others, as the list showed it.</summary>
public sealed record ProposalPick(Guid StepId, int Version);

/// <summary>What became of one of several proposals: decided as asked (with its number, where it has one), or not, with the reason.</summary>
public sealed record SigningResult(Guid StepId, string? Number, RuleBroken? Refusal);

/// <summary>
/// Signs or refuses what the ladder proposes; nothing leaves otherwise. Each signature asks for the password, names the signer's post and covers the
/// paper's bytes.
/// </summary>
public sealed class ProposalService(Transact transact, Signing signing, PaperPress press, RuleBook rules, WorkingCalendars calendars)
{
    public const int MostAtOnce = 100;

    /// <summary>
    /// Signs and issues; answers with the paper's number, null for a rung that has none. Refuses a wrong password (password-wrong), whoever the rules do not
    /// name as signer (not-allowed), a matter that has ended (matter-done, matter-moved, matter-exempted), a second decision (step-decided), a form made
    /// from an older state (stale), an empty demand (demand) and a day before today (answer-day).
    /// </summary>
    public async Task<string?> Sign(Actor actor, Guid stepId, int version, StepTerms terms, string? password, CancellationToken ct)
    {
        var signer = await signing.Confirm(actor, password, ct);
        return await Sign(signer, stepId, version, terms, ct);
    }

    /// <summary>
    /// Signs several as they were drafted, with one password, each in a transaction of its own; answers with what became of each. Refuses a wrong password
    /// (password-wrong), none (nothing-picked) and more than a hundred (too-many-picked) before any is signed.
    /// </summary>
    public async Task<IReadOnlyList<SigningResult>> SignAll(Actor actor, IReadOnlyList<ProposalPick> picks, string? password, CancellationToken ct)
    {
        MustFit(picks);
        var signer = await signing.Confirm(actor, password, ct);
        return await Each(picks, pick => Sign(signer, pick.StepId, pick.Version, null, ct));
    }

    /// <summary>
    /// Does not issue several, for one reason, each in a transaction of its own; answers with what became of each. Refuses no reason (refusal-reason), none
    /// (nothing-picked) and more than a hundred (too-many-picked) before any is decided.
    /// </summary>
    public async Task<IReadOnlyList<SigningResult>> RefuseAll(Actor actor, IReadOnlyList<ProposalPick> picks, string? reason, CancellationToken ct)
    {
        MustFit(picks);
        EscalationStep.ReasonOf(reason);
        return await Each(picks, async pick =>
        {
            await Refuse(actor, pick.StepId, pick.Version, reason, ct);
            return null;
        });
    }

    /// <summary>
    /// Does not issue it. Refuses whoever the rules do not name as signer (not-allowed), a matter that has ended (matter-…), no reason
    /// (refusal-reason), a second decision (step-decided).
    /// </summary>
    public Task Refuse(Actor actor, Guid stepId, int version, string? reason, CancellationToken ct) =>
        transact.Run(actor, "不予签发督办", async (db, act) =>
        {
            var (step, about) = await Find(db, actor, stepId, ct);
            step.Refuse(reason, actor.PersonId, actor.Signature(), act.At);
            db.Expect(step, version);
            Decided(db, about.Task.Id);
        }, ct);

    private static void MustFit(IReadOnlyList<ProposalPick> picks)
    {
        if (picks.Count is 0)
        {
            throw new RuleBroken("nothing-picked", "没有选中任何建议。请先勾选要办理的建议。");
        }

        if (picks.Count > MostAtOnce)
        {
            throw new RuleBroken("too-many-picked", "一次最多办理 {0} 项，现选中 {1} 项。请分批办理。", MostAtOnce, picks.Count);
        }
    }

    private static async Task<IReadOnlyList<SigningResult>> Each(IReadOnlyList<ProposalPick> picks, Func<ProposalPick, Task<string?>> decide)
    {
        var results = new List<SigningResult>(picks.Count);
        foreach (var pick in picks.DistinctBy(p => p.StepId))
        {
            try
            {
                results.Add(new SigningResult(pick.StepId, await decide(pick), null));
            }
            catch (RuleBroken refusal)
            {
                results.Add(new SigningResult(pick.StepId, null, refusal));
            }
        }

        return results;
    }

    private Task<string?> Sign(ConfirmedSigner signer, Guid stepId, int version, StepTerms? typed, CancellationToken ct) =>
        transact.Run(signer.Actor, "签发督办文书", async (db, act) =>
        {
            var (actor, day) = (signer.Actor, ChinaTime.DayOf(act.At));
            var (step, about) = await Find(db, actor, stepId, ct);
            var terms = typed ?? about.Draft(step, await calendars.Current(ct), day);
            // The entity's refusals come before a number is taken.
            step.Issue(terms, actor, act.At);
            db.Expect(step, version);
            var final = terms with { Demand = step.Demand, Basis = step.Basis, ReplyForm = step.ReplyForm };
            if (LadderPapers.Kind(step.Rung) is { } kind)
            {
                var order = new PaperOrder(kind, nameof(EscalationStep), step.Id, [step.UnitId]) { TaskId = step.TaskId };
                var paper = await press.Issue(db, signer, order, number => LadderPapers.Compose(about, step, final, actor, number, day), ct);
                step.Bear(paper.Number!);
            }

            await Tell(db, about, step, ct);
            Decided(db, about.Task.Id);
            return step.Number;
        }, ct);

    private async Task<(EscalationStep Step, LadderMatter About)> Find(WorkflowDb db, Actor actor, Guid stepId, CancellationToken ct)
    {
        var found = Permission.Found(
            await db.EscalationSteps.SingleOrDefaultAsync(s => s.Id == stepId, ct), s => EscalationPermissions.MaySee(actor, s));
        Permission.Require(await EscalationSight.MaySign(db, actor, found, ct));
        var about = await LadderMatter.Of(db, rules, found.EscalationId, ct);
        about.Matter.MustRun(about.Task);
        return (found, about);
    }

    private static async Task Tell(WorkflowDb db, LadderMatter about, EscalationStep step, CancellationToken ct)
    {
        var (task, day) = (about.Task, db.Act!.Actor.Day);
        switch (step.Rung)
        {
            case Rung.Urge:
                await Urges.Send(db, task, task.Lead, step.Demand, isAutomatic: false, ct);
                return;
            case Rung.Supervision:
                db.Tell(task.Id, ActKind.Supervision, step.Id, step.Demand, "签发督办通知单 {0}，请在 {1} 前答复", step.Number!, step.AnswerDueOn!.Value);
                break;
            case Rung.Letter:
                db.Tell(task.Id, ActKind.Supervision, step.Id, step.Demand, "签发督办函 {0}，请在 {1} 前答复", step.Number!, step.AnswerDueOn!.Value);
                break;
            case Rung.Bulletin:
                db.Tell(task.Id, ActKind.Supervision, step.Id, step.Demand, "批准列入下一期通报");
                break;
            case Rung.Interview or Rung.Accountability:
                // Who is summoned or held to account is for the case's own list to know.
                break;
        }

        if (LadderPapers.Kind(step.Rung) is not null)
        {
            var people = await Recipients.Of(db, [step.UnitId], [Role.Contact, Role.UnitHead], day, ct);
            var format = step.Rung == Rung.Letter ? "任务 {0}“{1}”收到督办函 {2}，请在 {3} 前答复。" : "任务 {0}“{1}”收到督办通知单 {2}，请在 {3} 前答复。";
            db.Notify(people.Select(p => p.PersonId), NoticeKind.Supervision, nameof(EscalationStep), step.Id, null,
                format, task.Number, task.Title, step.Number!, step.AnswerDueOn!.Value);
            if (about.Ladder.Of(step.Rung, task.Risk).TellsLeader)
            {
                db.Notify(await LadderNotices.Leaders(db, task, day, ct), NoticeKind.Supervision, nameof(EscalationStep), step.Id, null,
                    "已向{0}签发 {1}，任务 {2}“{3}”。", about.Unit, step.Number!, task.Number, task.Title);
            }
        }

        if (step.Signer == LadderSigner.Leader)
        {
            db.Notify(await Recipients.Office(db, task.JurisdictionId, day, ct), NoticeKind.Supervision, nameof(EscalationStep), step.Id, null,
                "任务 {0}“{1}”的督办建议已由领导签批，请跟进。", task.Number, task.Title);
        }
    }

    private static void Decided(WorkflowDb db, Guid taskId)
    {
        db.RaiseEvent("supervision-decided", taskId);
        db.RaiseEvent("ladder-changed", taskId);
    }
}
