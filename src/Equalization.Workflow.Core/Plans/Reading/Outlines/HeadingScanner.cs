using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Outlines;

/// <summary>
/// Finds the numbered headings. At a line's head a number is taken as it stands; in mid-line, where a copy has lost its
/// line ends, only the number that must come next counts, so that 1.5米 or 一、二年级 in a sentence stay text.
/// </summary>
internal sealed class HeadingScanner(SourceView view)
{
    private const string Captions = "问任措事行";

    private static readonly string[] CaptionWords = ["问题", "任务", "措施", "事项", "行动"];

    private readonly int[] _last = new int[5];
    private readonly List<Heading> _found = [];
    private int _headingStart = -1;
    private int _lastItem;
    private int _decimal;
    private bool _decimalsAreItems;
    private bool _captionsAreSections;
    private bool _sentenceEnded = true;

    public List<Heading> Scan()
    {
        for (var i = 0; i < view.Length; i++)
        {
            var heading = At(i);
            if (heading is null)
            {
                _sentenceEnded |= Signs.EndsSentence(view[i]) || view[i] is '\n' or ':';
                continue;
            }

            _found.Add(heading);
            _last[(int)heading.Level] = heading.Value;
            Array.Clear(_last, (int)heading.Level + 1, _last.Length - (int)heading.Level - 1);
            _lastItem = heading.Level switch { HeadingLevel.Chapter => 0, HeadingLevel.Item => heading.Value, _ => _lastItem };
            _headingStart = heading.TextStart;
            _sentenceEnded = false;
            i = Math.Max(i, heading.TextStart - 1);
        }

        return _found;
    }

    /// <summary>A line's head that looks like a number of any level.</summary>
    public static bool MayBegin(SourceView view, int start)
    {
        var scanner = new HeadingScanner(view);
        return scanner.At(start) is not null || (view[start] == '(' && view.Brackets.CloseOf(start) > 0);
    }

    private Heading? At(int i)
    {
        var c = view[i];
        return view.IsSeam(i) && !StartsHeading(c) ? new Heading(HeadingLevel.Item, null, 0, i, i)
            : c == '附' ? Annex(i)
            : Captions.Contains(c) ? Captioned(i)
            : Numerals.IsNumeral(c) || c == '第' ? Chapter(i)
            : c == '(' ? Bracketed(i)
            : Signs.IsDigit(c) || c is >= '⒈' and <= '⒛' ? Item(i)
            : c is >= '①' and <= '⑳' && Edge(i) != Edges.None ? new Heading(HeadingLevel.Point, c.ToString(), c - '①' + 1, i, i + 1)
            : c is >= '⑴' and <= '⒇' && Edge(i) != Edges.None ? new Heading(HeadingLevel.Point, c.ToString(), c - '⑴' + 1, i, i + 1)
            : null;
    }

    private static bool StartsHeading(char c) => c == '(' || Signs.IsDigit(c) || Numerals.IsNumeral(c);

    /// <summary>附件: or 附件1 alone in its line.</summary>
    private Heading? Annex(int i)
    {
        if (Edge(i) < Edges.Line || !(view.StartsWith(i, "附件") || view.StartsWith(i, "附表") || view.StartsWith(i, "附:")))
        {
            return null;
        }

        var (_, end) = view.Trim(i, view.LineEnd(i));
        var after = i + 2;
        while (after < end && (Signs.IsDigit(view[after]) || Numerals.IsNumeral(view[after]) || view[after] is ':' or ' '))
        {
            after++;
        }

        return after == end || view[i + 2] == ':' || view[after - 1] == ':'
            ? new Heading(HeadingLevel.Chapter, null, 0, i, i) { IsAnnex = true }
            : null;
    }

    /// <summary>一、 or 第一章; 第一条 is an item, 第一节 and 第一阶段 are sections.</summary>
    private Heading? Chapter(int i)
    {
        var ordinal = view[i] == '第' ? 1 : 0;
        var end = i + ordinal;
        while (end - i < 5 && Numerals.IsNumeral(view[end]))
        {
            end++;
        }

        var value = Numerals.Value(view.Folded, i + ordinal, end);
        if (ordinal == 1 && value > 0 && Ordinal(i, end, value) is { } numbered)
        {
            return numbered;
        }

        var closes = ordinal == 1 ? view[end] is '章' || view.StartsWith(end, "部分") : view[end] is '、' or '.' || (view[end] == ',' && Edge(i) == Edges.Line);
        if (value == 0 || !closes || (i > 0 && Numerals.IsNumeral(view[i - 1])))
        {
            return null;
        }

        var text = end + (view.StartsWith(end, "部分") ? 2 : 1);
        if (Numerals.IsNumeral(view[text]) && !IsHeadWord(text))
        {
            return null;
        }

        var edge = Edge(i);
        var next = _last[(int)HeadingLevel.Chapter] + 1;
        var fits = edge == Edges.Line || (edge == Edges.Sentence && (value == next || value == 1)) || (value == next && IsHeadWord(text));
        return fits ? new Heading(HeadingLevel.Chapter, view.Text(i, text), value, i, text) : null;
    }

    /// <summary>第一条, 第一节, 第一阶段 at a line's head, and not as a reference (第一条的规定).</summary>
    private Heading? Ordinal(int i, int end, int value)
    {
        HeadingLevel? level = view[end] is '条' ? HeadingLevel.Item : view[end] is '节' || view.StartsWith(end, "阶段") ? HeadingLevel.Section : null;
        var after = end + (view[end] is '阶' ? 2 : 1);
        var refers = view[after] is '的' or '规' or '所' or '第' or '和' or '至' or '款';
        if (level is not { } found || refers || Edge(i) != Edges.Line)
        {
            return null;
        }

        var text = after;
        while (view[text] is ' ' or ':' or '、' or '.')
        {
            text++;
        }

        return new Heading(found, view.Text(i, after), value, i, text);
    }

    /// <summary>问题1: and 任务一: at a line's head; under a numbered section they are its items.</summary>
    private Heading? Captioned(int i)
    {
        if (Edge(i) != Edges.Line || Array.Find(CaptionWords, word => view.StartsWith(i, word)) is not { } caption)
        {
            return null;
        }

        var from = i + caption.Length;
        var value = Numerals.DigitsAt(view, from, out var end);
        while (value < 0 && end - from < 3 && Numerals.IsNumeral(view[end]))
        {
            end++;
        }

        value = value < 0 ? Numerals.Value(view.Folded, from, end) : value;
        var level = _last[(int)HeadingLevel.Section] > 0 && !_captionsAreSections ? HeadingLevel.Item : HeadingLevel.Section;
        if (value is < 1 or > 99 || view[end] is not (':' or '、' or '.' or ' '))
        {
            return null;
        }

        _captionsAreSections |= level == HeadingLevel.Section;
        return new Heading(level, view.Text(i, end), value, i, TimePhrases.SkipSpaces(view, end + 1));
    }

    private bool IsHeadWord(int text) => ChapterWords.PrefixLength(view, text) > 0;

    /// <summary>(一) and, where a reader's eye failed a scanner, (-); (1) is a point.</summary>
    private Heading? Bracketed(int i)
    {
        var close = view.Brackets.CloseOf(i);
        if (close < 0 || close - i is < 2 or > 4)
        {
            return null;
        }

        var edge = Edge(i);
        if (Signs.IsDigit(view[i + 1]))
        {
            var point = Numerals.DigitsAt(view, i + 1, out var end);
            return end == close && point is > 0 and < 100 && edge != Edges.None ? new Heading(HeadingLevel.Point, view.Text(i, close + 1), point, i, close + 1) : null;
        }

        var value = close - i == 2 && view[i + 1] == '-' ? 1 : Numerals.Value(view.Folded, i + 1, close);
        var next = _last[(int)HeadingLevel.Section] + 1;
        var heads = Signs.IsChinese(view[close + 1]) || view[close + 1] is '“' or '《' or ' ' || (edge == Edges.Line && CountedTexts.Counts(view, close + 1));
        var fits = edge != Edges.None || (value == next && heads && view[close + 1] is not ('期' or '款' or '项' or '条' or '号'));
        return value > 0 && fits && heads ? new Heading(HeadingLevel.Section, view.Text(i, close + 1), value, i, close + 1) : null;
    }

    /// <summary>1. 1、 "1 ." ⒈ and, as the next number only, "2,".</summary>
    private Heading? Item(int i)
    {
        if (i > 0 && (Signs.IsDigit(view[i - 1]) || view[i - 1] is '.' or '-' or '〔' or '(' || char.IsAsciiLetter(view[i - 1])))
        {
            return null;
        }

        var edge = Edge(i);
        var next = _last[(int)HeadingLevel.Item] + 1;
        if (view[i] is >= '⒈' and <= '⒛')
        {
            return new Heading(HeadingLevel.Item, view.Text(i, i + 1), view[i] - '⒈' + 1, i, i + 1);
        }

        var value = Numerals.DigitsAt(view, i, out var end);
        var mark = TimePhrases.SkipSpaces(view, end);
        if (value is >= 1 and < 100 && view[end] == ')' && edge == Edges.Line)
        {
            return new Heading(HeadingLevel.Point, view.Text(i, end + 1), value, i, end + 1);
        }

        if (value is < 1 or > 199 || view[mark] is not ('.' or '、' or ',') || mark - end > 2)
        {
            return null;
        }

        var text = TimePhrases.SkipSpaces(view, mark + 1);
        if (Signs.IsDigit(view[text]))
        {
            if (edge == Edges.Line && text == mark + 1 && Decimal(i, value, text) is { } numbered)
            {
                return numbered;
            }

            return CountedTexts.Follows(view, edge == Edges.Line, text, _headingStart) && (value == next || value == _lastItem + 1) && view[mark] != ','
                ? new Heading(HeadingLevel.Item, view.Text(i, end), value, i, text)
                : null;
        }

        if (!(Signs.IsChinese(view[text]) || view[text] is '“' or '《' or '(' or '【' or '〔' || char.IsAsciiLetterUpper(view[text])))
        {
            return null;
        }

        var fits = edge switch
        {
            Edges.Line => view[mark] != ',' || value == next,
            // Numbers may begin again in each section or run on through the chapter.
            Edges.Sentence => value == next || value == _lastItem + 1 || (value == 1 && view[mark] == '.'),
            Edges.None => (value == next || value == _lastItem + 1) && view[mark] == '.' && !_sentenceEnded && i - _headingStart is > 1 and <= 40,
            _ => false,
        };
        return fits ? new Heading(HeadingLevel.Item, view.Text(i, end), value, i, text) : null;
    }

    /// <summary>1.1 编制规划 at a line's head: a point of item 1, or an item where no item 1 stands above it; under it 1.1.1 is a point.</summary>
    private Heading? Decimal(int start, int first, int second)
    {
        var value = Numerals.DigitsAt(view, second, out var end);
        var text = TimePhrases.SkipSpaces(view, end);
        if (view[end] == '.' && value == _decimal && Numerals.DigitsAt(view, end + 1, out var third) is >= 1 and <= 50 and var part && Signs.IsChinese(view[TimePhrases.SkipSpaces(view, third)]))
        {
            return new Heading(HeadingLevel.Point, view.Text(start, third), part, start, TimePhrases.SkipSpaces(view, third));
        }

        if (value is < 1 or > 50 || end - second > 2 || !Signs.IsChinese(view[text]) || CountedTexts.Counts(view, second) || (value != 1 && value != _decimal + 1))
        {
            return null;
        }

        var isPoint = first == _last[(int)HeadingLevel.Item] && !_decimalsAreItems;
        _decimalsAreItems |= !isPoint;
        _decimal = value;
        return new Heading(isPoint ? HeadingLevel.Point : HeadingLevel.Item, view.Text(start, end), value, start, text);
    }

    private enum Edges
    {
        None,
        Sentence,
        Line,
    }

    /// <summary>What stands before: a line's beginning (or the two spaces that a copy made of it), a finished sentence, or running text.</summary>
    private Edges Edge(int i)
    {
        var before = i;
        while (before > 0 && view[before - 1] == ' ' && i - before < 80)
        {
            before--;
        }

        if (before == 0 || view[before - 1] is '\n' or '●' or '■' or '◆' or '•' || i - before >= 2 || view.IsSeam(i))
        {
            return Edges.Line;
        }

        return Signs.EndsSentence(view[before - 1]) || view[before - 1] is ':' or ')' or '〕' or '】' or '”' ? Edges.Sentence : Edges.None;
    }
}
