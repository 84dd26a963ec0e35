namespace Equalization.Workflow.Engine.Storage;

/// <summary>A version of a definition as it was published. What it says never changes: instances are pinned to it.</summary>
public sealed class DefinitionVersion
{
    public const int LongestJson = Definitions.DefinitionReader.LargestFile;

    public required string DefinitionId { get; init; }

    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string Hash { get; init; }

    public required string Json { get; init; }

    public required bool IsPublished { get; set; }

    public required DateTime PublishedAt { get; init; }
}
