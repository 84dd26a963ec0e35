using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>One value in which a jurisdiction is stricter than the national standard, from a school year on. A later one of the same year goes before.</summary>
public sealed class LocalStandard
{
    public const int LongestBasis = 200;
    public const int LongestValue = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public string Rule { get; init; } = "";

    public string Subject { get; init; } = "";

    public Level? Level { get; init; }

    public string Value { get; init; } = "";

    public int FromYear { get; init; }

    /// <summary>The paper that sets it.</summary>
    public string Basis { get; init; } = "";

    public string SetBy { get; init; } = "";

    public DateTime SetAt { get; init; }

    /// <summary>The national rule with this value in its stead; null where the set has no such rule.</summary>
    public StandardRule? Of(StandardSet set) =>
        set.Rules.FirstOrDefault(r => r.Rule == Rule && r.Subject == Subject && r.Level == Level) is { } rule ? rule with { Value = Value, Source = Basis } : null;
}
