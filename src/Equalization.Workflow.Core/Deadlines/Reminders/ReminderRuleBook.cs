using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>Which reminder rules hold.</summary>
public static class ReminderRuleBook
{
    /// <summary>The highest number. Refuses where none was made (no-reminder-rules).</summary>
    public static async Task<ReminderRules> InForce(WorkflowDb db, Guid jurisdictionId, CancellationToken ct) =>
        (await Newest(db, jurisdictionId, ct))?.Rules
        ?? throw new RuleBroken("no-reminder-rules", "本地区还没有提醒规则，请管理员先在“规则”中建立第一版。");

    /// <summary>Null where none was made: then nobody is reminded.</summary>
    public static Task<ReminderRuleSet?> Newest(WorkflowDb db, Guid jurisdictionId, CancellationToken ct) =>
        db.ReminderRuleSets.AsNoTracking().Where(r => r.JurisdictionId == jurisdictionId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
}
