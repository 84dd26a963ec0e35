namespace Equalization.Workflow.Core.Units;

/// <summary>A collective unit (集体单位, such as 各区县(市)政府) that stands for its members; a task for it fans out to one each.</summary>
public sealed class UnitGroup
{
    private readonly List<UnitGroupMember> members = [];
    private readonly List<UnitAlias> aliases = [];

    private UnitGroup()
    {
    }

    public UnitGroup(Guid jurisdictionId, string name)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Name = name.Trim();
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public string Name { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<UnitGroupMember> Members => members;

    public IReadOnlyList<UnitAlias> Aliases => aliases;

    public void AddMember(Unit unit)
    {
        if (members.TrueForAll(m => m.UnitId != unit.Id))
        {
            members.Add(new UnitGroupMember { GroupId = Id, UnitId = unit.Id, JurisdictionId = JurisdictionId, Position = members.Count == 0 ? 0 : members.Max(m => m.Position) + 1 });
        }
    }

    public void Rename(string name) => Name = name.Trim();

    /// <summary>Takes out whoever is not named, and answers with the rows to delete; those who stay keep their place.</summary>
    public IReadOnlyList<UnitGroupMember> Keep(IReadOnlySet<Guid> unitIds)
    {
        var gone = members.Where(m => !unitIds.Contains(m.UnitId)).ToList();
        gone.ForEach(m => members.Remove(m));
        return gone;
    }

    public void RemoveAlias(UnitAlias alias) => aliases.Remove(alias);

    public void AddAlias(string text)
    {
        var alias = new UnitAlias(JurisdictionId, text) { GroupId = Id };
        if (alias.Normalised != UnitAlias.Normalise(Name) && aliases.TrueForAll(a => a.Normalised != alias.Normalised))
        {
            aliases.Add(alias);
        }
    }
}

/// <summary>One unit's place in a group; Position keeps the order in which documents list them.</summary>
public sealed class UnitGroupMember
{
    public Guid GroupId { get; init; }

    public Guid UnitId { get; init; }

    public Guid JurisdictionId { get; init; }

    public int Position { get; init; }
}
