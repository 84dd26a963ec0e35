using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Measures;

/// <summary>2025年思茅区、宁洱县、镇沅县: a year followed by counties and nothing else is a schedule.</summary>
internal static class CountySchedules
{
    public static IReadOnlyList<DraftScheduleYear> In(SourceView view, IReadOnlyList<(int Start, int End)> ranges, IReadOnlyList<TimePhrase> times)
    {
        var schedule = new List<DraftScheduleYear>();
        foreach (var time in times)
        {
            if (time is not { Kind: DeadlineKind.By, Year: { } year, IsBaseline: false })
            {
                continue;
            }

            var limit = ranges.Where(range => range.Start <= time.Start).Select(range => range.End).LastOrDefault();
            var end = time.End;
            while (end < limit && end - time.End < 200 && !Signs.EndsClause(view[end]))
            {
                end++;
            }

            var list = UnitList.Read(view, time.End, end);
            if (list.IsPure && list.Units.All(unit => unit.Name.Length is >= 2 and <= 6 && unit.Name[^1] is '县' or '区' or '市' or '旗'))
            {
                schedule.Add(new DraftScheduleYear(year, [.. list.Units.Select(unit => unit.Name)]));
            }
        }

        return schedule;
    }
}
