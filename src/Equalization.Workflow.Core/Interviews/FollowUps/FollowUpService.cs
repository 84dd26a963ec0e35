using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Interviews.FollowUps;

/// <summary>The unit reports on what it owes, the office accepts or sends back. Versions are the follow-up's.</summary>
public sealed class FollowUpService(Transact transact)
{
    /// <summary>Refuses all but the unit (not-allowed), one of an interview that has ended (follow-up-not-open), and as <see cref="FollowUp.Submit"/>.</summary>
    public Task Submit(Actor actor, Guid interviewId, Guid followUpId, int version, string? report, CancellationToken ct) =>
        transact.Run(actor, "报告约谈事项落实情况", async (db, act) =>
        {
            var (interview, followUp) = await Take(db, actor, interviewId, followUpId, i => InterviewPermissions.MayAnswer(actor, i), ct);
            if (interview.State is not (InterviewState.Held or InterviewState.Minuted or InterviewState.FollowUp))
            {
                throw new RuleBroken("follow-up-not-open", "该事项不在待报告状态，可能已由本单位他人报送，或已经了结。请刷新后查看。");
            }

            followUp.Submit(report, actor.Signature(), act.At);
            db.Expect(followUp, version);
            db.MoveOn(interview);
            await db.TellMembers(interview, [Role.Office], "单位已报送约谈 {0} 的落实情况，请审核。", [interview.Number!], ct);
        }, ct);

    /// <summary>Accepts; the last one closes the interview. Refuses all but the office (not-allowed) and as <see cref="FollowUp.Accept"/>.</summary>
    public Task Accept(Actor actor, Guid interviewId, Guid followUpId, int version, CancellationToken ct) =>
        transact.Run(actor, "认可约谈事项落实情况", async (db, act) =>
        {
            var (interview, followUp) = await Take(db, actor, interviewId, followUpId, i => InterviewPermissions.MayWrite(actor, i), ct);
            followUp.Accept(actor.Signature(), act.At);
            db.Expect(followUp, version);
            interview.CloseIfDone(act.At);
            db.MoveOn(interview);
            await db.TellMembers(interview, interview.IsOpen ? [Role.UnitHead, Role.Contact] : [Role.UnitHead, Role.Contact, Role.Leader],
                interview.IsOpen ? "约谈 {0} 的一项落实情况已认可。" : "约谈 {0} 的要求已全部落实，案卷已归档。", [interview.Number!], ct);
        }, ct);

    /// <summary>Sends back with a reason and a new term. Refuses all but the office (not-allowed) and as <see cref="FollowUp.Return"/>.</summary>
    public Task Return(Actor actor, Guid interviewId, Guid followUpId, int version, string? because, DateOnly? newDueOn, CancellationToken ct) =>
        transact.Run(actor, "退回约谈事项报告", async (db, act) =>
        {
            var (interview, followUp) = await Take(db, actor, interviewId, followUpId, i => InterviewPermissions.MayWrite(actor, i), ct);
            followUp.Return(because, newDueOn, actor.Signature(), act.At);
            db.Expect(followUp, version);
            db.MoveOn(interview);
            await db.TellMembers(interview, [Role.UnitHead, Role.Contact], "约谈 {0} 的一项落实情况被退回，请在 {1} 前重新报送。", [interview.Number!, followUp.DueOn], ct);
        }, ct);

    private static async Task<(Interview Interview, FollowUp FollowUp)> Take(
        WorkflowDb db, Actor actor, Guid interviewId, Guid followUpId, Func<Interview, bool> allowed, CancellationToken ct)
    {
        var interview = await db.TakeInterview(actor, interviewId, null, allowed, ct);
        return (interview, interview.FollowUps.FirstOrDefault(f => f.Id == followUpId) ?? throw RuleBroken.Missing());
    }
}
