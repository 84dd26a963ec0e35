using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>
/// Finds the plan's title: a heading of one or more short lines before the body; else the name in 印发《…》的通知; else the
/// notice's own title.
/// </summary>
internal static class Titles
{
    private const int Longest = 60;

    private static readonly string[] Endings = ["方案", "计划", "意见", "规划", "办法", "措施", "清单", "要点", "纲要", "分解表", "分工", "细则", "台账", "任务表", "安排表", "一览表", "任务书", "责任书", "任务分解", "责任分解"];
    private static readonly string[] Versions = ["草案", "试行", "征求意见稿", "修订", "暂行", "送审稿", "修订稿", "讨论稿"];

    public static (TextLine? Place, string? Text) Find(SourceView view, List<TextLine> lines)
    {
        TextLine? heading = null;
        TextLine? notice = null;
        TextLine? runIn = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var bare = WithoutVersion(view, lines[i]);
            if (EndsWith(view, bare, "通知") && lines[i].Length <= 2 * Longest)
            {
                notice ??= lines[i];
            }
            else if (bare.Length is > 3 and <= Longest && (EndsWith(view, bare, "表") || Endings.Any(ending => EndsWith(view, bare, ending))) && IsHeading(view, bare) && !(heading is not null && ChapterWords.PrefixLength(view, bare.Start) > 0))
            {
                heading = Joined(view, lines, i);
            }
            else
            {
                runIn ??= RunIn(view, lines[i]);
            }
        }

        var place = heading ?? (notice is { } line ? Published(view, line) : null) ?? runIn ?? notice
            ?? lines.Select(any => Published(view, any)).FirstOrDefault(found => found is not null);
        return place is { } found ? (found, view.Name(found.Start, found.End)) : (null, null);
    }

    /// <summary>A title may stand in several lines: 长沙市推进…发展 / 五年行动计划.</summary>
    private static TextLine Joined(SourceView view, List<TextLine> lines, int last)
    {
        var end = KeepsVersion(view, lines[last]) ? lines[last].End : WithoutVersion(view, lines[last]).End;
        var first = last;
        while (first > 0 && end - lines[first - 1].Start <= 2 * Longest && IsUpperPart(view, lines[first - 1]))
        {
            first--;
        }

        return new TextLine(lines[first].Start, end);
    }

    private static bool IsUpperPart(SourceView view, TextLine line)
    {
        if (line.Length is < 4 or > 40 || !IsHeading(view, line) || Dates.AtEnd(view, line.Start, line.End) is not null)
        {
            return false;
        }

        var text = view.Name(line.Start, line.End);
        return !UnitNames.EndsLikeUnit(text) && !text.EndsWith('号') && !text.EndsWith("通知", StringComparison.Ordinal)
            && !Endings.Any(ending => text.IndexOf(ending, Math.Max(0, text.Length - 6), StringComparison.Ordinal) >= 0) && !text.StartsWith("附件", StringComparison.Ordinal);
    }

    private static bool IsHeading(SourceView view, TextLine line)
    {
        for (var i = line.Start; i < line.End; i++)
        {
            if (view[i] is '。' or ';' or ':' or '《' or '|' or '_')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>印发《X》的通知 or 印发X的通知.</summary>
    private static TextLine? Published(SourceView view, TextLine line)
    {
        var at = view.Folded.IndexOf("印发", line.Start, line.Length, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = at + 2;
        if (view[start] == '《' && view.Brackets.CloseOf(start) is > 0 and var close && close < line.End)
        {
            return WithoutVersion(view, new TextLine(start + 1, close));
        }

        var end = view.Folded.LastIndexOf("的通知", line.End - 1, line.End - start, StringComparison.Ordinal);
        return end > start ? WithoutVersion(view, new TextLine(start, end)) : null;
    }

    /// <summary>XX县…实施方案近年来,…: the title runs into the first sentence.</summary>
    private static TextLine? RunIn(SourceView view, TextLine line)
    {
        for (var i = line.Start + 4; i < Math.Min(line.End, line.Start + Longest); i++)
        {
            if (Signs.EndsClause(view[i]) || view[i] is '《' or '、')
            {
                return null;
            }

            foreach (var ending in Endings)
            {
                if (view.StartsWith(i, ending) && Signs.IsChinese(view[i + 2]) && view[i + 2] is not ('的' or '和' or '、' or '中' or '要'))
                {
                    return new TextLine(line.Start, i + 2);
                }
            }
        }

        return null;
    }

    private static bool EndsWith(SourceView view, TextLine line, string word) =>
        line.Length > word.Length && view.StartsWith(line.End - word.Length, word);

    /// <summary>A title's last bracket holds its years, its state or its number; only the state is part of the title.</summary>
    private static bool KeepsVersion(SourceView view, TextLine line)
    {
        var open = view[line.End - 1] == ')' ? view.Brackets.OpenOf(line.End - 1) : -1;
        return open > line.Start && Versions.Any(version => view.StartsWith(open + 1, version));
    }

    private static TextLine WithoutVersion(SourceView view, TextLine line)
    {
        var open = view[line.End - 1] is ')' or '〕' ? view.Brackets.OpenOf(line.End - 1) : -1;
        return open > line.Start ? new TextLine(line.Start, view.Trim(line.Start, open).End) : line;
    }
}
