namespace Equalization.Workflow.Core.AnnualTasks.Contents;

/// <summary>What a task says: title, content and acceptance criteria.</summary>
public sealed record TaskText(string Title, string Content, string Criteria)
{
    public const int LongestTitle = 300;
    public const int LongestContent = WorkflowDb.LongText;
    public const int LongestCriteria = 2000;

    /// <summary>Trimmed. Refuses an empty field (content-empty) and one that is too long (text-too-long).</summary>
    public static TaskText Of(string? title, string? content, string? criteria) => new(
        Needed(title, LongestTitle, "任务名称", nameof(Title)), Needed(content, LongestContent, "任务内容", nameof(Content)),
        Needed(criteria, LongestCriteria, "验收标准", nameof(Criteria)));

    private static string Needed(string? text, int longest, string name, string field) =>
        text.Needed(longest, name, new RuleBroken("content-empty", "任务名称、内容和验收标准都不能为空，请补填。") { Field = field });
}
