using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Core.Documents;

/// <summary>A table that was brought, as listed.</summary>
public sealed record BroughtRow(Guid Id, string FileName, string BroughtBy, DateTime BroughtAt, DateTime? TakenAt, int Added, int Changed, int LeftOut);

/// <summary>
/// A table that somebody brought to be imported. It changes nothing until it is taken; then it says what came of it. The content lies in the file store
/// under its hash. Each slice that imports keeps its own kind of it.
/// </summary>
public abstract class BroughtTable
{
    public const int LongestFileName = 260;

    protected BroughtTable()
    {
    }

    protected BroughtTable(Guid jurisdictionId, string fileName, string sha256, Guid personId, string broughtBy, DateTime broughtAt)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        FileName = fileName;
        Sha256 = sha256;
        PersonId = personId;
        BroughtBy = broughtBy;
        BroughtAt = broughtAt;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

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

    /// <summary>Refuses a second time (table-taken).</summary>
    public void Take(string by, DateTime at, TableOutcome outcome)
    {
        if (TakenAt is { } taken)
        {
            throw new RuleBroken("table-taken", "这份表格已于 {0} 导入。表格有改动时，请重新上传。", taken);
        }

        TakenAt = at;
        TakenBy = by;
        Added = outcome.Added;
        Changed = outcome.Changed;
        LeftOut = outcome.LeftOut;
    }
}
