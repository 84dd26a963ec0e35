namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>
/// A school in a jurisdiction's register, known by its code. One that was closed or merged keeps its row and its past years. Changes leave no audit row of their own:
/// the imported file's row and the <see cref="SchoolCorrection"/> of an entry, a renaming or a move do.
/// </summary>
[NotAudited]
public sealed class School
{
    public const int LongestCode = 40;
    public const int LongestName = 100;
    public const int LongestCounty = 50;

    private School()
    {
    }

    public School(Guid jurisdictionId, string code, string name, string county)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Code = code;
        Rename(name, county);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <summary>The county (区县) whose differences it counts in.</summary>
    public string County { get; private set; } = "";

    public int Version { get; private set; }

    public void Rename(string name, string county)
    {
        Name = name;
        SortKey = SortKeys.Of(name);
        County = county;
    }
}
