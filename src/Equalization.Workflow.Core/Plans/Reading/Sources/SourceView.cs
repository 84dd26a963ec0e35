using System.Text;

namespace Equalization.Workflow.Core.Plans.Reading.Sources;

/// <summary>
/// The plan's text as the grammar sees it: full-width signs folded to half-width, noise taken out, and every
/// character still knowing its place in the source. Positions of a view are never source positions.
/// </summary>
internal sealed class SourceView
{
    private readonly string _source;
    private readonly int[] _places;
    private readonly bool[] _seams;

    private SourceView(string source, string folded, int[] places, bool[] seams, WorkMeter work)
    {
        Work = work;
        _source = source;
        Folded = folded;
        _places = places;
        _seams = seams;
        Brackets = new Brackets(folded);
    }

    public string Folded { get; }

    public Brackets Brackets { get; }

    public int Length => Folded.Length;

    /// <summary>Counts the looks at characters, for this view and all made from it.</summary>
    public WorkMeter Work { get; }

    /// <summary>The folded character, or NUL outside the text, so that a rule may look ahead without asking.</summary>
    public char this[int index]
    {
        get
        {
            Work.Count++;
            return (uint)index < (uint)Folded.Length ? Folded[index] : '\0';
        }
    }

    public static SourceView Of(string source)
    {
        var folded = new char[source.Length];
        var places = new int[source.Length];
        var row = false;
        for (var i = 0; i < source.Length; i++)
        {
            row = i == 0 || source[i - 1] == '\n' ? IsRow(source, i) : row;
            folded[i] = row && source[i] == '\t' ? '|' : Fold(source[i]);
            places[i] = i;
        }

        return new SourceView(source, new string(folded), places, new bool[source.Length], new WorkMeter());
    }

    /// <summary>The same text without the cuts, which are in view positions, in order and do not overlap.</summary>
    public SourceView Without(IReadOnlyList<Cut> cuts)
    {
        if (cuts.Count == 0)
        {
            return this;
        }

        var folded = new StringBuilder(Length);
        var places = new List<int>(Length);
        var seams = new List<bool>(Length);
        var next = 0;
        var seam = false;
        foreach (var cut in cuts.Append(new Cut(Length, Length, "", false)))
        {
            for (var i = next; i < cut.Start; i++)
            {
                folded.Append(Folded[i]);
                places.Add(_places[i]);
                seams.Add(seam || _seams[i]);
                seam = false;
            }

            next = Math.Max(next, cut.End);
            seam = cut.LosesText;
        }

        return new SourceView(_source, folded.ToString(), [.. places], [.. seams], Work);
    }

    /// <summary>A stretch of this view as a view of its own; its places are still those of the source.</summary>
    public SourceView Part(int start, int end) =>
        start == 0 && end == Length ? this : new SourceView(_source, Folded[start..end], _places[start..end], _seams[start..end], Work);

    /// <summary>True where a cut before this character probably took other text with it.</summary>
    public bool IsSeam(int index) => (uint)index < (uint)_seams.Length && _seams[index];

    /// <summary>True where something was taken out right before this character.</summary>
    public bool IsJoint(int index) => index > 0 && index < Length && _places[index] != _places[index - 1] + 1;

    /// <summary>The source's own characters, without line ends and without white space at the ends.</summary>
    public string Text(int start, int end)
    {
        var text = new StringBuilder(Math.Max(0, end - start));
        Work.Count += text.Capacity;
        for (var i = Math.Max(0, start); i < Math.Min(end, Length); i++)
        {
            if (Folded[i] != '\n')
            {
                text.Append(_source[_places[i]]);
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>The source's own characters with every white space removed: the form a unit's name is kept in.</summary>
    public string Name(int start, int end)
    {
        var text = new StringBuilder(Math.Max(0, end - start));
        Work.Count += text.Capacity;
        for (var i = Math.Max(0, start); i < Math.Min(end, Length); i++)
        {
            if (!char.IsWhiteSpace(Folded[i]))
            {
                text.Append(_source[_places[i]]);
            }
        }

        return text.ToString();
    }

    /// <summary>Several lines of the source, each trimmed, blank ones dropped.</summary>
    public string Lines(int start, int end)
    {
        var text = new StringBuilder();
        for (var line = Math.Max(0, start); line < Math.Min(end, Length);)
        {
            var stop = Folded.IndexOf('\n', line, Math.Min(end, Length) - line);
            stop = stop < 0 ? Math.Min(end, Length) : stop;
            var one = Text(line, stop);
            if (one.Length > 0)
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(one);
            }

            line = stop + 1;
        }

        return text.ToString();
    }

    /// <summary>From the first to the last character of the range in the source; noise between them lies inside.</summary>
    public SourceSpan Span(int start, int end)
    {
        start = Math.Max(0, start);
        end = Math.Min(end, Length);
        if (start >= end)
        {
            var place = Length == 0 ? 0 : start < Length ? _places[start] : _places[Length - 1] + 1;
            return new SourceSpan(place, 0);
        }

        return new SourceSpan(_places[start], _places[end - 1] + 1 - _places[start]);
    }

    /// <summary>The range without white space at both ends.</summary>
    public (int Start, int End) Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(this[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(this[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    public bool StartsWith(int index, string word)
    {
        Work.Count++;
        return index >= 0 && index < Length && string.CompareOrdinal(Folded, index, word, 0, word.Length) == 0;
    }

    public int LineEnd(int index)
    {
        var end = index >= Length ? -1 : Folded.IndexOf('\n', index);
        return end < 0 ? Length : end;
    }

    /// <summary>A line with two tabs after its first word is a row of a table as it is pasted from a sheet; one tab follows a number or an indent.</summary>
    private static bool IsRow(string source, int start)
    {
        var tabs = 0;
        for (var i = start; i < source.Length && source[i] != '\n' && tabs < 2; i++)
        {
            tabs += source[i] == '\t' && i > start && !char.IsWhiteSpace(source[i - 1]) ? 1 : 0;
        }

        return tabs >= 2;
    }

    /// <summary>Unicode's compatibility form where that is a single character; several would shift all positions.</summary>
    private static char Fold(char c)
    {
        switch (c)
        {
            case < '\u00a0':
                return c is '\t' or '\v' or '\f' ? ' ' : c;
            case '\u2002' or '\u2003' or '\u2009' or '\ufeff' or '\u200b':
                return ' ';
            case '—' or '–' or '―' or '－':
                return '-';
            // ① and ⑴ number a point; as 1 and (1) they would be digits of the text.
            case >= '\u2460' and <= '\u24ff':
                return c;
            case '﹝':
                return '〔';
            case '﹞':
                return '〕';
            case >= '\u2000' and < '\u2e80' or (>= '\u3000' and < '\u3300') or (>= '\uf900' and < '\uffff') or (>= '\u00a0' and < '\u0100'):
                if (char.IsSurrogate(c) || c is >= '\ufdd0' and <= '\ufdef' or '\ufffe')
                {
                    return c;
                }

                var folded = c.ToString().Normalize(NormalizationForm.FormKC);
                return folded.Length == 1 ? folded[0] : c;
            default:
                return c;
        }
    }
}

/// <summary>How often the rules looked at a character of the text: the measure of work that does not depend on the machine.</summary>
internal sealed class WorkMeter
{
    public long Count { get; set; }
}

/// <summary>A stretch of a view that is not plan text, and why. LosesText: what stood around it no longer fits together.</summary>
internal readonly record struct Cut(int Start, int End, string Reason, bool LosesText);
