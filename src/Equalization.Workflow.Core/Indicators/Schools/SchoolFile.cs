using Equalization.Workflow.Core.Documents;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>A school table that somebody brought to be imported. Year and county hold for rows that name none.</summary>
public sealed class SchoolFile : BroughtTable
{
    private SchoolFile()
    {
    }

    public SchoolFile(Guid jurisdictionId, SchoolImport import, string fileName, string sha256, Guid personId, string broughtBy, DateTime broughtAt)
        : base(jurisdictionId, fileName, sha256, personId, broughtBy, broughtAt) => (Year, County, Origin) = import;

    public int Year { get; private set; }

    public string County { get; private set; } = "";

    public DataOrigin Origin { get; private set; }
}

/// <summary>What a person says of a table beside what stands in it.</summary>
public sealed record SchoolImport(int Year, string County, DataOrigin Origin);
