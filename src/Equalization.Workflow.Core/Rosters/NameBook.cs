using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>Every name and alias of a jurisdiction's units and groups, with whose it is; the rows of a file join it as they are found right.</summary>
internal sealed class NameBook
{
    private readonly Dictionary<string, (Guid Owner, bool IsName)> names = [];
    private readonly Dictionary<string, Guid?> shortNames = [];
    private readonly HashSet<Guid> groups = [];

    public NameBook(RosterState state)
    {
        foreach (var unit in state.Units)
        {
            Add(unit.Id, unit.Name, unit.ShortName, unit.Aliases.Select(a => a.Text));
        }

        foreach (var group in state.Groups)
        {
            groups.Add(group.Id);
            Add(group.Id, group.Name, null, group.Aliases.Select(a => a.Text));
        }
    }

    public void Add(Guid owner, string name, string? shortName, IEnumerable<string> aliases)
    {
        names[UnitAlias.Normalise(name)] = (owner, true);
        foreach (var alias in aliases)
        {
            names.TryAdd(UnitAlias.Normalise(alias), (owner, false));
        }

        if (shortName is not null)
        {
            // A short name that two units share names neither.
            var key = UnitAlias.Normalise(shortName);
            shortNames[key] = shortNames.TryGetValue(key, out var other) && other != owner ? null : owner;
        }
    }

    /// <summary>The unit or group of that full name.</summary>
    public Guid? Named(string name) => names.TryGetValue(UnitAlias.Normalise(name), out var held) && held.IsName ? held.Owner : null;

    /// <summary>By name, alias, or a short name that only one has.</summary>
    public Guid? Find(string written)
    {
        var key = UnitAlias.Normalise(written);
        return names.TryGetValue(key, out var held) ? held.Owner : shortNames.GetValueOrDefault(key);
    }

    public bool IsGroup(Guid id) => groups.Contains(id);

    public void RequireFreeName(Guid owner, string name)
    {
        if (names.TryGetValue(UnitAlias.Normalise(name), out var held) && held.Owner != owner)
        {
            throw UnitRules.NameTaken(name);
        }
    }

    public void RequireFreeAlias(Guid owner, string alias)
    {
        if (names.TryGetValue(UnitAlias.Normalise(alias), out var held) && held.Owner != owner)
        {
            throw UnitRules.AliasTaken(alias);
        }
    }
}
