namespace Equalization.Workflow.Core.Units;

/// <summary>The mark that a database has been set up: of two who do it at the same instant only one can write it.</summary>
[NotAudited]
public sealed class SetUpMark
{
    /// <summary>The one row.</summary>
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public DateTime MadeAt { get; init; }
}
