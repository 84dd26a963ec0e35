namespace Equalization.Workflow.Engine;

/// <summary>Moves running instances of one version onto another, by a person's decision. Without instances named: all of that version that are not over.</summary>
/// <param name="By">Who decided it, as the history shall say.</param>
public sealed record MigrationRequest(string DefinitionId, int FromVersion, int ToVersion, string By)
{
    public IReadOnlyList<Guid>? Instances { get; init; }
}

/// <summary>Which instances run on the new version from here on, and which stayed behind and why.</summary>
public sealed record MigrationResult(IReadOnlyList<Guid> Moved, IReadOnlyList<MigrationRefusal> Refused);

/// <summary>An instance that stayed on its version.</summary>
public sealed record MigrationRefusal(Guid InstanceId, string Reason);
