using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Noise;

/// <summary>
/// A copying site that put its own name in the place of common words (关于). The name is taken from the site's
/// greeting; the name of an office is never one, since it belongs to the document.
/// </summary>
internal static class SiteNames
{
    private const string Reason = "网站名混入正文，疑为原文“关于”二字被替换，已略去。";
    private static readonly string[] Greetings = ["欢迎访问", "欢迎来到"];
    private static readonly string[] Tails = ["网站", "网", "门户", "首页"];

    /// <param name="view">The text without the site's own lines.</param>
    /// <param name="whole">The text with them.</param>
    public static IReadOnlyList<Cut> Find(SourceView view, SourceView whole)
    {
        var name = NameIn(whole);
        var cuts = new List<Cut>();
        if (name is null)
        {
            return cuts;
        }

        for (var i = view.Folded.IndexOf(name, StringComparison.Ordinal); i >= 0;)
        {
            cuts.Add(new Cut(i, i + name.Length, Reason, false));
            i = view.Folded.IndexOf(name, i + name.Length, StringComparison.Ordinal);
        }

        return cuts.Count >= 2 ? cuts : [];
    }

    private static string? NameIn(SourceView whole)
    {
        foreach (var greeting in Greetings)
        {
            var start = whole.Folded.IndexOf(greeting, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }

            start += greeting.Length;
            var end = start;
            while (end - start < 16 && Signs.IsChinese(whole[end]))
            {
                end++;
            }

            var name = whole.Folded[start..end];
            foreach (var tail in Tails)
            {
                name = name.EndsWith(tail, StringComparison.Ordinal) ? name[..^tail.Length] : name;
            }

            if (name.Length >= 3 && !UnitNames.EndsLikeUnit(name) && !UnitNames.NamesPlace(name))
            {
                return name;
            }
        }

        return null;
    }
}
