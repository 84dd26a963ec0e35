using Equalization.Workflow.Core.Documents;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>What a roster lists.</summary>
public enum RosterKind
{
    Units,
    People,

    /// <summary>Which leader is in charge of which unit (分管).</summary>
    Portfolios,
}

/// <summary>A roster that somebody brought to be imported.</summary>
public sealed class RosterFile : BroughtTable
{
    private RosterFile()
    {
    }

    public RosterFile(Guid jurisdictionId, RosterKind kind, string fileName, string sha256, Guid personId, string broughtBy, DateTime broughtAt)
        : base(jurisdictionId, fileName, sha256, personId, broughtBy, broughtAt) => Kind = kind;

    public RosterKind Kind { get; private set; }
}
