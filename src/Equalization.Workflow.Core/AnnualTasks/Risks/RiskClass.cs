namespace Equalization.Workflow.Core.AnnualTasks.Risks;

/// <summary>How closely a task is watched: 一般, 重点, 高风险. Reminder rules differ by it; the office sets it with a reason.</summary>
public enum RiskClass
{
    General,
    Key,
    HighRisk,
}
