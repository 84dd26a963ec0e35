using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Decisions on a whole ladder: let it go on from a higher rung, or exempt the unit. Versions are the matter's.</summary>
public sealed class LadderService(Transact transact, Signing signing, PaperPress press, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>
    /// Lets the ladder go on from a higher rung on the next working morning. Refuses all but the office (not-allowed), a matter that has ended (matter-…), no
    /// reason (start-reason), a rung that is not above those that fired (start-rung), an open proposal (ladder-proposal-open).
    /// </summary>
    public Task StartAt(Actor actor, Guid escalationId, int version, Rung rung, string? reason, CancellationToken ct) =>
        transact.Run(actor, "直接启动督办", async (db, act) =>
        {
            var about = await Find(db, actor, escalationId, m => EscalationPermissions.MayStartHigher(actor, m), ct);
            about.Matter.StartAt(rung, reason, actor.Signature(), act.At);
            db.Expect(about.Matter, version);
            db.Tell(about.Task.Id, ActKind.Supervision, null, about.Matter.StartsBecause, LadderFacts.StartedHigher);
            db.RaiseEvent("ladder-changed", about.Task.Id);
        }, ct);

    /// <summary>
    /// Decides that the unit does not answer for the delay (免责), signs the decision and answers with its number. The ladder stops, open rungs end, nothing is
    /// deleted. Refuses a wrong password (password-wrong), all but office and leaders (not-allowed), a matter that has ended (matter-…), no reason
    /// (exemption-reason).
    /// </summary>
    public async Task<string> Exempt(
        Actor actor, Guid escalationId, int version, ExemptionGround ground, string? reason, string? password, CancellationToken ct)
    {
        var signer = await signing.Confirm(actor, password, ct);
        return await transact.Run(actor, "决定免责", async (db, act) =>
        {
            var about = await Find(db, actor, escalationId, m => EscalationPermissions.MayExempt(actor, m), ct);
            var (matter, task) = (about.Matter, about.Task);
            matter.Exempt(ground, reason, actor.Signature(), act.At);
            db.Expect(matter, version);
            await PaperPress.Settle(db, nameof(EscalationStep), [.. matter.Steps.Select(s => s.Id)], matter.SettledBecause!, act.At, ct);
            var word = ground switch
            {
                ExemptionGround.ForceMajeure => "不可抗力",
                ExemptionGround.AwaitsHigherBody => "等待上级机关办理",
                ExemptionGround.Other => "其他不可归责的情形",
            };
            var order = new PaperOrder(PaperKind.Exemption, nameof(Escalation), matter.Id, [matter.UnitId]) { TaskId = task.Id };
            var why = await WhyAnnex.OfTask(db, task.Id, act.At, rules, await calendars.Current(ct), ct);
            var paper = await press.Issue(
                db, signer, order, number => LadderPapers.Exemption(about, word, matter.ExemptedBecause!, why, actor, number, ChinaTime.DayOf(act.At)), ct);
            db.Tell(task.Id, ActKind.Exemption, matter.Id, matter.ExemptedBecause, "决定免责 {0}，督办停止", paper.Number!);
            db.RaiseEvent("ladder-changed", task.Id);
            var people = await Recipients.Of(db, [matter.UnitId], [Role.Contact, Role.UnitHead], actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.Supervision, nameof(AnnualTask), task.Id, null,
                "任务 {0}“{1}”的逾期已决定免责（{2}），任务继续办理。", task.Number, task.Title, paper.Number!);
            return paper.Number!;
        }, ct);
    }

    private async Task<LadderMatter> Find(WorkflowDb db, Actor actor, Guid escalationId, Func<Escalation, bool> allowed, CancellationToken ct)
    {
        var matter = Permission.Found(
            await db.Escalations.SingleOrDefaultAsync(e => e.Id == escalationId && e.JurisdictionId == actor.JurisdictionId, ct), m => actor.ReadsAll(m.JurisdictionId));
        Permission.Require(allowed(matter));
        var about = await LadderMatter.Of(db, rules, escalationId, ct);
        about.Matter.MustRun(about.Task);
        return about;
    }
}
