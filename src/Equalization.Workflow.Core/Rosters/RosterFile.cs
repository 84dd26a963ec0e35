namespace Equalization.Workflow.Core.Rosters;

/// <summary>What a roster lists.</summary>
public enum RosterKind
{
    Units,
    People,

    /// <summary>Which leader is in charge of which unit (分管).</summary>
    Portfolios,
}

/// <summary>
/// A table that somebody brought to be imported. It changes nothing until it is taken; then it says what came of it. The content lies in the file store
/// under its hash.
/// </summary>
public sealed class RosterFile
{
    public const int LongestFileName = 260;

    private RosterFile()
    {
    }

    public RosterFile(Guid jurisdictionId, RosterKind kind, string fileName, string sha256, Guid personId, string broughtBy, DateTime broughtAt)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Kind = kind;
        FileName = fileName;
        Sha256 = sha256;
        PersonId = personId;
        BroughtBy = broughtBy;
        BroughtAt = broughtAt;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public RosterKind Kind { get; private set; }

    public string FileName { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public Guid PersonId { get; private set; }

    public string BroughtBy { get; private set; } = "";

    public DateTime BroughtAt { get; private set; }

    /// <summary>Null while it has only been looked at.</summary>
    public DateTime? TakenAt { get; private set; }

    public string? TakenBy { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    /// <summary>Rows left out because they were wrong.</summary>
    public int LeftOut { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refuses a second time (roster-taken).</summary>
    public void Take(string by, DateTime at, int added, int changed, int leftOut)
    {
        if (TakenAt is { } taken)
        {
            throw new RuleBroken("roster-taken", "这份表格已于 {0} 导入。表格有改动时，请重新上传。", taken);
        }

        TakenAt = at;
        TakenBy = by;
        Added = added;
        Changed = changed;
        LeftOut = leftOut;
    }
}
