using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>
/// Phases of the work: (一)自评申报(2018年3月至2018年12月), 第一阶段:准备阶段(时间待定). A heading counts where it, or the chapter
/// above it, is called a step or a phase, and a time stands in its bracket, before its name or right after it.
/// </summary>
internal static class Phases
{
    private static readonly string[] Chapters = ["步骤", "阶段", "安排", "进度", "时序", "流程"];
    private static readonly string[] Labels = ["时间", "时间安排", "起止时间", "完成时间", "工作时间", "实施时间", "时间节点", "完成时限"];
    private static readonly string[] Bringing = ["形成", "制定", "制订", "编制", "出台", "填报", "填写", "撰写", "提交", "印发", "上报", "完成"];
    private static readonly string[] Reviews = ["复核", "审核", "审定", "督导", "评估", "验收", "检查", "复查", "认定", "审查"];
    private static readonly string[] Handing = ["提出", "提交", "申请", "申报", "报送", "上报"];

    public static List<DraftPhase> In(SourceView view, Outline outline, PlanYears years)
    {
        var phases = new List<DraftPhase>();
        foreach (var heading in outline.All)
        {
            if (IsCandidate(view, heading) && TimeOf(view, heading, years) is { } found)
            {
                phases.Add(Phase(view, heading, found));
            }
        }

        return phases;
    }

    private static bool IsCandidate(SourceView view, Heading heading)
    {
        if (heading.Number is null || heading.Level == HeadingLevel.Chapter || heading.TitleEnd <= heading.TitleStart)
        {
            return false;
        }

        var parent = heading.Parent is { Level: not HeadingLevel.Root } above ? Outline.TitleOf(view, above) : "";
        return Chapters.Any(word => parent.EndsWith(word, StringComparison.Ordinal))
            || Outline.TitleOf(view, heading).Contains("阶段", StringComparison.Ordinal)
            || heading.Number.EndsWith("阶段", StringComparison.Ordinal);
    }

    /// <summary>The name of the phase, the time's place, and the time where it can be told.</summary>
    private static (TextLine Name, TextLine Place, TimePhrase Time)? TimeOf(SourceView view, Heading heading, PlanYears years)
    {
        if (StagedNames.At(view, heading, years) is { } staged)
        {
            return staged;
        }

        var (start, end) = (heading.TitleStart, heading.TitleEnd);
        var open = view[end - 1] == ')' ? view.Brackets.OpenOf(end - 1) : -1;
        if (open > start && Bracketed(view, open, years) is { } inBracket)
        {
            return (new TextLine(start, open), inBracket.Place, inBracket.Time);
        }

        if (TimePhrases.Scan(view, start, end, years).FirstOrDefault() is { } first && first.Start == start && first.Kind == DeadlineKind.By)
        {
            var (name, stop) = view.Trim(AfterSigns(view, first.End, end), end);
            return name < stop ? (new TextLine(name, stop), new TextLine(first.Start, first.End), first) : null;
        }

        var body = AfterSigns(view, end, heading.End);
        if (Bracketed(view, body, years) is { } bracketed)
        {
            return (new TextLine(start, end), bracketed.Place, bracketed.Time);
        }

        body = AfterLabel(view, body, heading.End);
        return TimePhrases.Scan(view, body, Math.Min(heading.End, body + 40), years).FirstOrDefault() is { Kind: DeadlineKind.By } time && time.Start == body
            ? (new TextLine(start, end), new TextLine(time.Start, time.End), time)
            : null;
    }

    /// <summary>(2023年3月-6月), (时间:2023年3月): a bracket that holds a time and nothing else.</summary>
    public static (TextLine Place, TimePhrase Time)? Bracketed(SourceView view, int open, PlanYears years)
    {
        var close = view[open] == '(' ? view.Brackets.CloseOf(open) : -1;
        var start = close > 0 ? AfterLabel(view, open + 1, close) : -1;
        return start > 0 && TimePhrases.InCell(view, start, close, years) is { } time ? (new TextLine(start, close), time) : null;
    }

    /// <summary>时间:2023年3月至12月.</summary>
    private static int AfterLabel(SourceView view, int index, int end) =>
        Labels.FirstOrDefault(word => view.StartsWith(index, word) && view[index + word.Length] == ':') is { } label ? AfterSigns(view, index + label.Length, end) : index;

    public static int AfterSigns(SourceView view, int index, int end)
    {
        while (index < end && (char.IsWhiteSpace(view[index]) || view[index] is '。' or ':' or ',' or '、'))
        {
            index++;
        }

        return index;
    }

    private static DraftPhase Phase(SourceView view, Heading heading, (TextLine Name, TextLine Place, TimePhrase Time) found)
    {
        var (_, end) = view.Trim(heading.Start, heading.End);
        var reviewed = After(view, heading.TitleEnd, end, ["报请", "提请", "报送", "迎接", "接受", "报"], Reviews);
        var then = reviewed is { } reviewer ? After(view, reviewer.End, end, ["向", "报"], Handing) : null;
        return new DraftPhase(
            heading.Number,
            view.Name(found.Name.Start, found.Name.End),
            view.Name(found.Place.Start, found.Place.End),
            found.Time.StartOn,
            found.Time.Day,
            Outputs(view, heading.TitleEnd, end),
            reviewed is { } one ? view.Name(one.Start, one.End) : null,
            then is { } next ? view.Name(next.Start, next.End) : null,
            view.Span(heading.Start, end));
    }

    /// <summary>形成《自评报告》和《自评表》: what a verb brings forth, with what is joined to it; 制定的《办法》 is not brought forth.</summary>
    private static List<string> Outputs(SourceView view, int start, int end)
    {
        var outputs = new List<string>();
        var joined = -1;
        for (var i = start; i < end; i++)
        {
            var close = view[i] == '《' ? view.Brackets.CloseOf(i) : -1;
            if (close < 0 || close >= end)
            {
                continue;
            }

            if (i == joined || Bringing.Any(verb => view.StartsWith(i - verb.Length, verb)))
            {
                outputs.Add(view.Name(i, close + 1));
                joined = view[close + 1] is '和' or '、' or '及' ? close + 2 : close + 1;
            }

            i = close;
        }

        return outputs;
    }

    /// <summary>The unit between an opening word and a verb, in one clause: 报请X复核, 向X提出.</summary>
    private static TextLine? After(SourceView view, int start, int end, string[] openings, string[] verbs)
    {
        foreach (var clause in Clauses.Of(view, start, end))
        {
            foreach (var opening in openings)
            {
                var at = view.Folded.IndexOf(opening, clause.Start, clause.End - clause.Start, StringComparison.Ordinal);
                if (at >= 0 && (opening != "报" || at == clause.Start) && UnitBefore(view, at + opening.Length, clause.End, verbs) is { } unit)
                {
                    return unit;
                }
            }
        }

        return null;
    }

    private static TextLine? UnitBefore(SourceView view, int start, int end, string[] verbs)
    {
        for (var i = start + 2; i < Math.Min(end, start + 30); i++)
        {
            if (verbs.Any(verb => view.StartsWith(i, verb)) && UnitNames.EndsLikeUnit(view.Name(start, i)))
            {
                return new TextLine(start, i);
            }
        }

        return null;
    }
}
