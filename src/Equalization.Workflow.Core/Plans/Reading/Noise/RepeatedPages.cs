using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Noise;

/// <summary>
/// Pages that stand twice in a copied document. A stretch counts as repeated from eighty characters on,
/// white space not counted; the later copy goes.
/// </summary>
internal static class RepeatedPages
{
    private const int Window = 40;
    private const int Shortest = 80;
    private static readonly string[] Labels = ["单位:", "部门:", "牵头"];
    private const ulong Base = 1_000_003;
    private const string Reason = "与前文逐字重复的页，只读一次。";

    /// <param name="hasPages">The document had page marks, so that the bounds of its pages are known.</param>
    public static IReadOnlyList<Cut> Find(SourceView view, bool hasPages)
    {
        var places = new List<int>(view.Length);
        for (var i = 0; i < view.Length; i++)
        {
            if (!char.IsWhiteSpace(view[i]))
            {
                places.Add(i);
            }
        }

        var cuts = new List<Cut>();
        if (places.Count < Window * 2)
        {
            return cuts;
        }

        var hashes = RollingHashes(view, places);
        var first = new Dictionary<ulong, int>();
        var added = 0;
        for (var i = 0; i < hashes.Length;)
        {
            // Only text that ended before this window can be its first copy; so a run of one sign is not its own repeat.
            while (added <= i - Window)
            {
                first.TryAdd(hashes[added], added);
                added++;
            }

            var length = first.TryGetValue(hashes[i], out var earlier) ? Common(view, places, earlier, i) : 0;
            if (length < Shortest || !IsProse(view, places, i, length) || IsCommonEnding(view, places[i], places[i + length - 1]))
            {
                i += Math.Max(1, length / 2);
                continue;
            }

            var (start, end) = FromLineStart(view, places[i], places[i + length - 1] + 1);
            cuts.Add(new Cut(start, end, Reason, hasPages && !view.IsJoint(start) && CutsLine(view, start, end)));
            i += length;
            added = Math.Max(added, i - Window + 1);
        }

        return cuts;
    }

    /// <summary>
    /// When two pages happen to be preceded by the same signs, the repeat seems to begin before its page. Moved on by those
    /// signs it takes out the same text, but with whole lines.
    /// </summary>
    private static (int Start, int End) FromLineStart(SourceView view, int start, int end)
    {
        for (var (s, e) = (start, end); e < view.Length && s - start < 200 && view[s] == view[e]; s++, e++)
        {
            if (view[s] == '\n')
            {
                return (s + 1, e + 1);
            }
        }

        return (start, end);
    }

    /// <summary>
    /// A repeated page begins where a page begins. A copy from the middle of one page to the middle of another was put in
    /// the place of text that is lost.
    /// </summary>
    private static bool CutsLine(SourceView view, int start, int end) =>
        start > 0 && end < view.Length && !OnlySpacesToLineEnd(view, start - 1, -1) && !OnlySpacesToLineEnd(view, end, 1);

    private static bool OnlySpacesToLineEnd(SourceView view, int index, int step)
    {
        while ((uint)index < (uint)view.Length && view[index] == ' ')
        {
            index += step;
        }

        return view[index] is '\n' or '\0';
    }

    /// <summary>Lists of units and blank forms repeat by right; a page of prose has several sentences.</summary>
    private static bool IsProse(SourceView view, List<int> places, int from, int length)
    {
        var sentences = 0;
        for (var i = from; i < from + length; i++)
        {
            sentences += view[places[i]] == '。' ? 1 : 0;
        }

        return sentences >= 2;
    }

    /// <summary>
    /// Measures may close with the same sentences and the same units, and are no repeated page for it. A page that stands twice repeats the
    /// beginning of a measure along with its units.
    /// </summary>
    private static bool IsCommonEnding(SourceView view, int start, int end)
    {
        var units = Labels.Max(label => view.Folded.LastIndexOf(label, end, end - start + 1, StringComparison.Ordinal));
        if (units < 0)
        {
            return false;
        }

        for (var line = view.LineEnd(start) + 1; line < units; line = view.LineEnd(line) + 1)
        {
            var (first, _) = view.Trim(line, units);
            if (HeadingScanner.MayBegin(view, first) && UnitLabels.At(view, first + 1) is null)
            {
                return false;
            }
        }

        return true;
    }

    private static int Common(SourceView view, List<int> places, int earlier, int later)
    {
        var length = 0;
        while (later + length < places.Count && earlier + length < later && view[places[earlier + length]] == view[places[later + length]])
        {
            length++;
        }

        return length;
    }

    private static ulong[] RollingHashes(SourceView view, List<int> places)
    {
        var hashes = new ulong[places.Count - Window + 1];
        var hash = 0UL;
        var oldest = 1UL;
        for (var i = 0; i < Window - 1; i++)
        {
            hash = unchecked((hash * Base) + view[places[i]]);
            oldest = unchecked(oldest * Base);
        }

        for (var i = 0; i < hashes.Length; i++)
        {
            hash = unchecked((hash * Base) + view[places[i + Window - 1]]);
            hashes[i] = hash;
            hash = unchecked(hash - (oldest * view[places[i]]));
        }

        return hashes;
    }
}
