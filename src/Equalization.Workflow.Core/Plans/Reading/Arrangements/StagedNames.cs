using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>
/// A phase that is counted: 第一阶段(2023年3月-6月):宣传发动, (一)第一阶段:动员部署(2023年3月). Its name is what stands beside the count, before or behind the time.
/// </summary>
internal static class StagedNames
{
    private const int LongestName = 30;

    public static (TextLine Name, TextLine Place, TimePhrase Time)? At(SourceView view, Heading heading, PlanYears years)
    {
        var isNumber = heading.Number!.EndsWith("阶段", StringComparison.Ordinal);
        var count = isNumber ? heading.TitleStart : AfterCount(view, heading.TitleStart);
        if (count < 0)
        {
            return null;
        }

        var start = Phases.AfterSigns(view, count, heading.End);
        if (Phases.Bracketed(view, start, years) is { } ahead)
        {
            var name = NameAt(view, Phases.AfterSigns(view, view.Brackets.CloseOf(start) + 1, heading.End), heading.End);
            return name.Length > 0 ? (name, ahead.Place, ahead.Time) : isNumber ? (new TextLine(heading.Start, heading.Start + heading.Number.Length), ahead.Place, ahead.Time) : null;
        }

        var own = NameAt(view, start, heading.End);
        return own.Length > 0 && Phases.Bracketed(view, own.End, years) is { } behind ? (own, behind.Place, behind.Time) : null;
    }

    /// <summary>The place behind 第一阶段; -1 where it does not stand here.</summary>
    private static int AfterCount(SourceView view, int start)
    {
        var end = start + 1;
        while (end - start < 4 && Numerals.IsNumeral(view[end]))
        {
            end++;
        }

        return view[start] == '第' && end > start + 1 && view.StartsWith(end, "阶段") ? end + 2 : -1;
    }

    private static TextLine NameAt(SourceView view, int start, int end)
    {
        var stop = start;
        while (stop < end && stop - start <= LongestName && !Signs.EndsClause(view[stop]) && view[stop] != '(')
        {
            stop++;
        }

        return stop - start > LongestName ? new TextLine(start, start) : new TextLine(start, Math.Max(start, view.Trim(start, stop).End));
    }
}
