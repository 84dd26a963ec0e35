using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Interviews;

/// <summary>Events of an interview's process.</summary>
public static class InterviewEvents
{
    /// <summary>A person took a step.</summary>
    public const string Moved = "interview-moved";
}

/// <summary>Takes an interview in hand for an act, and what every act on one does.</summary>
internal static class InterviewDoor
{
    /// <summary>
    /// With changes and follow-ups. Refuses with not-found whoever is not on the case's list, with not-allowed whose act it is not, and a form made from an
    /// older state (stale).
    /// </summary>
    public static async Task<Interview> TakeInterview(
        this WorkflowDb db, Actor actor, Guid interviewId, int? version, Func<Interview, bool> allowed, CancellationToken ct)
    {
        if (!await CaseAccess.MayRead(db, actor, interviewId, ct))
        {
            throw RuleBroken.Missing();
        }

        var interview = await db.Interviews.Include(i => i.Changes).Include(i => i.FollowUps).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == interviewId, ct)
            ?? throw RuleBroken.Missing();
        Permission.Require(allowed(interview));
        if (version is { } posted)
        {
            db.Expect(interview, posted);
        }

        return interview;
    }

    public static Task<InterviewRules> RulesOf(this WorkflowDb db, Interview interview, CancellationToken ct) =>
        db.InterviewRules.AsNoTracking().SingleAsync(r => r.JurisdictionId == interview.JurisdictionId && r.Number == interview.RulesNumber, ct);

    /// <summary>The rules in force; the default set is laid down the first time they are asked for.</summary>
    public static async Task<InterviewRules> InterviewRulesInForce(this WorkflowDb db, CancellationToken ct)
    {
        var act = db.Act ?? throw new InvalidOperationException("Rules are laid down inside Transact.");
        var found = await db.InterviewRules.Where(r => r.JurisdictionId == act.Actor.JurisdictionId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            found = new InterviewRules(act.Actor.JurisdictionId, 1, InterviewTerms.Default, "默认规则", "系统", act.At);
            db.Add(found);
        }

        return found;
    }

    /// <summary>All versions, newest first.</summary>
    public static Task<List<InterviewRules>> InterviewRulesOf(this WorkflowDb db, Guid jurisdictionId, CancellationToken ct) =>
        db.InterviewRules.AsNoTracking().Where(r => r.JurisdictionId == jurisdictionId).OrderByDescending(r => r.Number).ToListAsync(ct);

    /// <summary>Its process goes on.</summary>
    public static void MoveOn(this WorkflowDb db, Interview interview) => db.RaiseEvent(InterviewEvents.Moved, interview.ProcessSubject);

    /// <summary>Tells people of the case's list with these roles in their posts of today; nobody else ever hears of it.</summary>
    public static async Task TellMembers(this WorkflowDb db, Interview interview, IReadOnlyCollection<Role> roles, string format, object[] arguments, CancellationToken ct)
    {
        var act = db.Act ?? throw new InvalidOperationException("Notices are sent inside Transact.");
        var day = ChinaTime.DayOf(act.At);
        var people = await (from c in db.CaseMembers
                            join m in db.Memberships on c.PersonId equals m.PersonId
                            where c.CaseId == interview.Id && c.RemovedAt == null && m.JurisdictionId == interview.JurisdictionId && roles.Contains(m.Role)
                                  && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
                                  && (m.UnitId == interview.UnitId || m.Role == Role.Office || m.Role == Role.Leader)
                            select m.PersonId).Distinct().ToListAsync(ct);
        db.Notify(people, NoticeKind.Interview, nameof(Interview), interview.Id, null, format, arguments);
    }

    /// <summary>Ends it with its papers because the matter ended.</summary>
    public static async Task SettleInterview(this WorkflowDb db, Interview interview, string because, DateTime now, CancellationToken ct)
    {
        if (!interview.IsOpen)
        {
            return;
        }

        var toldBefore = interview.SignedAt is not null;
        interview.Settle(because, now);
        await PaperPress.Settle(db, nameof(Interview), [interview.Id], because, now, ct);
        if (toldBefore)
        {
            await db.TellMembers(interview, [Role.Office, Role.Leader, Role.UnitHead, Role.Contact], "约谈 {0} 已了结：{1}。", [interview.Number ?? "", because], ct);
        }
    }
}
