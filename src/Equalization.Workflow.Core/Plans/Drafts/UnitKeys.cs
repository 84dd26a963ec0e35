using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Plans.Drafts;

/// <summary>Forms under which the name of a unit is compared: exact (NFKC, no white space, one kind of bracket) and core (without level and ending).</summary>
public static class UnitKeys
{
    private const string Levels = "省州市县区旗";
    private const string Government = "政府";

    /// <summary>Words that begin with the sign of a level and have none: 市场监管局 is not 场监管局 of a city.</summary>
    private static readonly string[] NoLevel = ["市场", "市政公用", "市政园林", "市容", "县域", "区域", "州际"];

    public static string Exact(string name) => UnitAlias.Normalise(name).Replace('<', '(').Replace('>', ')').Replace('〈', '(').Replace('〉', ')');

    /// <summary>各区县(市)人民政府 and 区县(市)政府 are both 区县(市).</summary>
    public static string Collective(string name)
    {
        var key = WithoutGovernment(Exact(name));
        return key.StartsWith('各') && key.Length > 1 ? key[1..] : key;
    }

    /// <summary>各区县(市)政府, 各县(市、区)人民政府: whatever the spelling, all counties of the city.</summary>
    public static bool MeansAllCounties(string name)
    {
        var key = Collective(name);
        return key.Length >= 2 && key.Count(Levels.Contains) >= 2 && key.All(c => Levels.Contains(c) || "()、,".Contains(c));
    }

    /// <summary>
    /// The name without its jurisdiction (长沙市教育局), level sign (市教育局) and government ending, and the level it stood under: null where
    /// none is written.
    /// </summary>
    public static (char? Level, string Core) Core(string name, string jurisdiction)
    {
        var key = Exact(name);
        var place = Exact(jurisdiction);
        if (place.Length > 1 && key.Length > place.Length && key.StartsWith(place, StringComparison.Ordinal))
        {
            return (place[^1], WithoutGovernment(key[place.Length..]));
        }

        var leads = key.Length > 2 && Levels.Contains(key[0]) && !NoLevel.Any(w => key.StartsWith(w, StringComparison.Ordinal));
        return leads ? (key[0], WithoutGovernment(key[1..])) : (null, WithoutGovernment(key));
    }

    /// <summary>Whether a short form can be read out of a full name: its signs occur there in order (发改委 in 发展和改革委员会).</summary>
    public static bool IsShortOf(string shorter, string longer)
    {
        if (shorter.Length < 2 || shorter.Length >= longer.Length)
        {
            return false;
        }

        // What stands before its first sign may be 机构 of 机构编制委员会办公室, but not 芙蓉区 of 芙蓉区教育局.
        var before = longer.IndexOf(shorter[0], StringComparison.Ordinal);
        if (before < 0 || longer.AsSpan(0, before).IndexOfAny(Levels) >= 0)
        {
            return false;
        }

        var at = 0;
        foreach (var c in shorter)
        {
            at = longer.IndexOf(c, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string WithoutGovernment(string key)
    {
        key = key.Replace("人民政府", Government, StringComparison.Ordinal);
        return key.Length >= Government.Length + 2 && key.EndsWith(Government, StringComparison.Ordinal) ? key[..^Government.Length] : key;
    }
}
