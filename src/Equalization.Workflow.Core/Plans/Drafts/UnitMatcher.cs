using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Drafts;

/// <summary>
/// How sure a match is. Sure: the list has this name, or one that differs only in level sign and ending. Likely: a single unit's name can be
/// shortened to it; a person looks at it.
/// </summary>
public enum Certainty
{
    None,
    Likely,
    Sure,
}

/// <summary>A name under which the unit list knows a unit (IsGroup false) or a unit group; Name is the one to show.</summary>
public sealed record KnownName(Guid Id, bool IsGroup, string Name, string Text);

/// <summary>What a written name was matched to. Others are the names it could mean as well when it is not clear.</summary>
public sealed record UnitMatch(Certainty Certainty, KnownName? To, IReadOnlyList<string> Others)
{
    public static UnitMatch Unknown { get; } = new(Certainty.None, null, []);
}

/// <summary>Matches the units that a document names to a jurisdiction's units and unit groups, by names, short names and aliases.</summary>
public sealed class UnitMatcher
{
    private readonly string jurisdiction;
    private readonly ILookup<string, KnownName> exact;
    private readonly ILookup<string, KnownName> collectives;
    private readonly IReadOnlyList<KnownName> counties;
    private readonly IReadOnlyList<(char? Level, string Core, KnownName Name)> cores;

    public UnitMatcher(string jurisdiction, IEnumerable<KnownName> names)
    {
        this.jurisdiction = jurisdiction;
        var all = names.ToList();
        exact = all.ToLookup(n => UnitKeys.Exact(n.Text));
        collectives = all.Where(n => n.IsGroup).ToLookup(n => UnitKeys.Collective(n.Text));
        counties = [.. all.Where(n => n.IsGroup && UnitKeys.MeansAllCounties(n.Text))];
        cores = [.. all.Where(n => !n.IsGroup).Select(n => WithCore(n, jurisdiction))];
    }

    /// <summary>Reads the whole list at once: units that exist on the day with their aliases, and groups with theirs.</summary>
    public static async Task<UnitMatcher> Load(WorkflowDb db, Guid jurisdictionId, DateOnly day, CancellationToken ct)
    {
        var jurisdiction = await db.Jurisdictions.Where(j => j.Id == jurisdictionId).Select(j => j.Name).SingleAsync(ct);
        var units = await db.Units
            .Where(u => u.JurisdictionId == jurisdictionId && (u.EndedOn == null || u.EndedOn >= day))
            .Select(u => new { u.Id, u.Name, u.ShortName, Aliases = u.Aliases.Select(a => a.Text).ToList() })
            .ToListAsync(ct);
        var groups = await db.UnitGroups
            .Where(g => g.JurisdictionId == jurisdictionId)
            .Select(g => new { g.Id, g.Name, Aliases = g.Aliases.Select(a => a.Text).ToList() })
            .ToListAsync(ct);
        return new UnitMatcher(jurisdiction,
        [
            .. units.SelectMany(u => u.Aliases.Prepend(u.ShortName).Prepend(u.Name).Distinct().Select(t => new KnownName(u.Id, false, u.Name, t))),
            .. groups.SelectMany(g => g.Aliases.Prepend(g.Name).Distinct().Select(t => new KnownName(g.Id, true, g.Name, t))),
        ]);
    }

    /// <summary>Matches a name as written; <paramref name="fullName"/> is the same with a dropped level sign put back.</summary>
    public UnitMatch Find(string asWritten, string fullName)
    {
        foreach (var name in new[] { asWritten, fullName }.Distinct())
        {
            var found = Settle(exact[UnitKeys.Exact(name)]);
            if (found.Certainty != Certainty.None || found.Others.Count > 0)
            {
                return found;
            }
        }

        var group = Settle(collectives[UnitKeys.Collective(asWritten)]);
        if (group.Certainty == Certainty.None && UnitKeys.MeansAllCounties(asWritten))
        {
            group = Settle(counties);
        }

        if (group.Certainty != Certainty.None || group.Others.Count > 0)
        {
            return group;
        }

        var (level, core) = UnitKeys.Core(fullName, jurisdiction);
        var sameCore = Settle(cores.Where(c => c.Core == core && MayBe(level, c.Level)).Select(c => c.Name));
        if (sameCore.Certainty != Certainty.None || sameCore.Others.Count > 0)
        {
            return sameCore;
        }

        var shortened = Settle(cores.Where(c => MayBe(level, c.Level) && UnitKeys.IsShortOf(core, c.Core)).Select(c => c.Name));
        return shortened.Certainty == Certainty.Sure ? shortened with { Certainty = Certainty.Likely } : shortened;
    }

    /// <summary>The unit or group whose very name or alias this is; null when the list does not know it.</summary>
    public KnownName? Owner(string text) => exact[UnitKeys.Exact(text)].FirstOrDefault();

    private static bool MayBe(char? written, char? known) => written is null || known is null || written == known;

    private static (char? Level, string Core, KnownName Name) WithCore(KnownName name, string jurisdiction)
    {
        var (level, core) = UnitKeys.Core(name.Text, jurisdiction);
        return (level, core, name);
    }

    private static UnitMatch Settle(IEnumerable<KnownName> candidates)
    {
        var distinct = candidates.DistinctBy(c => (c.Id, c.IsGroup)).ToList();
        return distinct switch
        {
            [] => UnitMatch.Unknown,
            [var only] => new UnitMatch(Certainty.Sure, only, []),
            _ => new UnitMatch(Certainty.None, null, [.. distinct.Select(c => c.Name)]),
        };
    }
}
