namespace Equalization.Workflow.Engine.Storage;

/// <summary>
/// A version of a definition as it was published. What it means never changes, since instances are pinned to it; what only concerns drawing,
/// such as the words on a box, follows the file.
/// </summary>
public sealed class DefinitionVersion
{
    public const int LongestJson = Definitions.DefinitionReader.LargestFile;

    public required string DefinitionId { get; init; }

    public required int Number { get; init; }

    public required string Name { get; set; }

    public required string Hash { get; init; }

    public required string Json { get; set; }

    public required bool IsPublished { get; set; }

    public required DateTime PublishedAt { get; init; }
}
