namespace Equalization.Workflow.Core.Units;

/// <summary>What a unit is, as far as rules ask.</summary>
public enum UnitKind
{
    /// <summary>The leading group's office (领导小组办公室).</summary>
    Office,

    /// <summary>The leading group or the government's leaders (组长、副组长、分管领导).</summary>
    Leadership,
    Department,
    CountyGovernment,
    School,
}

/// <summary>A unit (单位) in a jurisdiction's tree. A unit that was merged away keeps its row and its past, with a last day.</summary>
public sealed class Unit
{
    private readonly List<UnitAlias> aliases = [];

    private Unit()
    {
    }

    public Unit(Guid jurisdictionId, string name, UnitKind kind, string? shortName = null, Guid? parentId = null)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        ParentId = parentId;
        Kind = kind;
        Rename(name, shortName);
    }

    /// <summary>A unit whose id was fixed before it is made: the rows of an import refer to one another.</summary>
    public static Unit Of(Guid id, Guid jurisdictionId, string name, UnitKind kind, string? shortName) =>
        new(jurisdictionId, name, kind, shortName) { Id = id };

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid? ParentId { get; private set; }

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public UnitKind Kind { get; private set; }

    /// <summary>Last day the unit existed; null while it does.</summary>
    public DateOnly? EndedOn { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<UnitAlias> Aliases => aliases;

    /// <summary>Refuses an empty name (unit-name).</summary>
    public void Rename(string name, string? shortName)
    {
        name = name.Trim();
        if (name.Length == 0)
        {
            throw new RuleBroken("unit-name", "单位名称不能为空，请填写全称。") { Field = nameof(Name) };
        }

        Name = name;
        ShortName = string.IsNullOrWhiteSpace(shortName) ? name : shortName.Trim();
        SortKey = SortKeys.Of(name);
    }

    public void AddAlias(string text)
    {
        var alias = new UnitAlias(JurisdictionId, text) { UnitId = Id };
        if (alias.Normalised != UnitAlias.Normalise(Name) && aliases.TrueForAll(a => a.Normalised != alias.Normalised))
        {
            aliases.Add(alias);
        }
    }

    public void RemoveAlias(UnitAlias alias) => aliases.Remove(alias);

    /// <summary>The unit's place in the tree; whether the tree stays one is asked of the service, which knows it.</summary>
    public void MoveUnder(Guid? parentId) => ParentId = parentId;

    public void End(DateOnly lastDay) => EndedOn = lastDay;
}
