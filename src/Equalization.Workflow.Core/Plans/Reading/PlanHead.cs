using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>What stands around the plan's body: title, document number, issuer, date, period.</summary>
internal sealed class PlanHead
{
    public TextLine? Title { get; private init; }

    public string? TitleText { get; private init; }

    public TextLine? Number { get; private init; }

    public TextLine? Issuer { get; private init; }

    public TextLine? Issued { get; private init; }

    public DateOnly? IssuedOn { get; private init; }

    public PlanYears Years { get; private init; }

    /// <param name="bodyStart">Where the first chapter or table begins; the head stands before it.</param>
    /// <param name="year">The one year of the whole text, where that is known from elsewhere.</param>
    public static PlanHead Read(SourceView view, int bodyStart, int? year = null)
    {
        var lines = TextLine.Of(view, 0, bodyStart);
        var (title, text) = Titles.Find(view, lines);
        var (issued, on, issuer) = Issuing(view, lines);
        return new PlanHead
        {
            Title = title,
            TitleText = text,
            Number = DocumentNumber(view, lines),
            Issued = issued,
            IssuedOn = on,
            Issuer = issuer,
            Years = year is { } only ? new PlanYears(only, only) : YearsOf(view, lines, title),
        };
    }

    /// <summary>长教督〔2018〕1号 alone in its line, else the first that does not follow a cited title.</summary>
    private static TextLine? DocumentNumber(SourceView view, List<TextLine> lines)
    {
        TextLine? first = null;
        foreach (var line in lines)
        {
            for (var i = line.Start; i < line.End; i++)
            {
                if (view[i] is not ('〔' or '[' or '(') || view.Brackets.CloseOf(i) is not (> 0 and var close) || NumberAt(view, i, close) is not { } number)
                {
                    continue;
                }

                if (number.Start == line.Start && number.End == line.End)
                {
                    return number;
                }

                first ??= IsCited(view, number) ? null : number;
            }
        }

        return first;
    }

    /// <summary>《…的通知》(教督〔2017〕6号) is the number of another document.</summary>
    private static bool IsCited(SourceView view, TextLine number)
    {
        var before = number.Start - 1;
        while (before > 0 && char.IsAsciiLetter(view[before]))
        {
            before--;
        }

        return view[before] is '(' or '〔' && view[before - 1] == '》';
    }

    private static TextLine? NumberAt(SourceView view, int open, int close)
    {
        var year = Numerals.DigitsAt(view, open + 1, out var yearEnd);
        Numerals.DigitsAt(view, close + 1, out var end);
        if (yearEnd != close || year is < 1949 or > 2099 || end == close + 1 || view[end] != '号')
        {
            return null;
        }

        var start = open;
        while (start > 0 && open - start < 10 && Signs.IsChinese(view[start - 1]) && view[start - 1] is not ('知' or '见' or '案'))
        {
            start--;
        }

        // A number in the middle of a sentence (根据…教发〔2017〕6号) is another document's.
        var inSentence = start > 0 && Signs.IsChinese(view[start - 1]) && view[start - 1] is not ('知' or '见' or '案');
        return start == open || inSentence ? null : new TextLine(start, end + 1);
    }

    /// <summary>The line that is a date under the line that is an office; else a copy's own note 【制定机关】 … 【公布日期】.</summary>
    private static (TextLine? Issued, DateOnly? On, TextLine? Issuer) Issuing(SourceView view, List<TextLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var date = Dates.AtEnd(view, lines[i].Start, lines[i].End);
            if (date is not { } found)
            {
                continue;
            }

            var before = found.Start > lines[i].Start ? new TextLine(lines[i].Start, found.Start) : i > 0 ? lines[i - 1] : default;
            if (before.Length is > 2 and <= 30 && UnitNames.EndsLikeUnit(view.Name(before.Start, before.End)))
            {
                return (new TextLine(found.Start, found.End), found.Day, before);
            }
        }

        foreach (var line in lines)
        {
            if (Noted(view, line, "【公布日期】") is { } noted && Dates.At(view, noted.Start, noted.End) is { } day)
            {
                return (new TextLine(day.Start, day.End), day.Day, Noted(view, line, "【制定机关】"));
            }
        }

        return (null, null, null);
    }

    private static TextLine? Noted(SourceView view, TextLine line, string note)
    {
        var start = view.Folded.IndexOf(note, line.Start, line.Length, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += note.Length;
        var end = start;
        while (end < line.End && view[end] is not ('•' or '【' or ' '))
        {
            end++;
        }

        return end > start ? new TextLine(start, end) : null;
    }

    /// <summary>(2018-2022) in the head, else the one year that the title names.</summary>
    private static PlanYears YearsOf(SourceView view, List<TextLine> lines, TextLine? title)
    {
        foreach (var line in lines)
        {
            for (var i = line.Start; i + 8 < line.End; i++)
            {
                if (!Signs.IsDigit(view[i]) || Signs.IsDigit(view[i - 1]) || Numerals.DigitsAt(view, i, out var end) is not (>= 1990 and <= 2099 and var from))
                {
                    continue;
                }

                end += view[end] == '年' ? 1 : 0;
                var dash = end;
                while (view[end] is '-' or '至' or '~')
                {
                    end++;
                }

                var to = Numerals.DigitsAt(view, end, out var stop);
                if (end > dash && stop - end == 4 && to >= from && to <= 2099 && view[stop] is ')' or '年' or '〕')
                {
                    return new PlanYears(from, to);
                }
            }
        }

        if (title is { } named)
        {
            for (var i = named.Start; i + 4 < named.End; i++)
            {
                if (view[i + 4] == '年' && Numerals.DigitsAt(view, i, out var end) is >= 1990 and <= 2099 and var year && end == i + 4)
                {
                    return new PlanYears(year, year);
                }
            }

            if (OnlyYear(view, lines) is { } only)
            {
                return new PlanYears(only, only);
            }

            return TimePhrases.FiveYears(view.Name(named.Start, named.End)) is { } last ? new PlanYears(last - 4, last) : default;
        }

        return default;
    }

    /// <summary>(2025年), (2025年度) behind the title or in a line of its own.</summary>
    private static int? OnlyYear(SourceView view, List<TextLine> lines)
    {
        foreach (var line in lines)
        {
            var open = view[line.End - 1] is ')' or '〕' ? view.Brackets.OpenOf(line.End - 1) : -1;
            if (open < line.Start || Numerals.DigitsAt(view, open + 1, out var end) is not (>= 1990 and <= 2099 and var year) || view[end] != '年')
            {
                continue;
            }

            end += view[end + 1] == '度' ? 2 : 1;
            if (end == line.End - 1)
            {
                return year;
            }
        }

        return null;
    }
}
