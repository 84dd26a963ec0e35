namespace Equalization.Workflow.Engine.Definitions;

/// <summary>One thing wrong with a definition file: where it stands in the JSON, which activity it concerns, and what to change.</summary>
public sealed record Flaw(string File, string Place, string? ActivityId, string Message)
{
    public override string ToString() =>
        ActivityId is null ? $"{File}，位置 {Place}：{Message}" : $"{File}，位置 {Place}，活动 {ActivityId}：{Message}";
}
