using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>
/// Which times of a clause a number is for. A time governs the numbers behind it up to the next one (2023年新建5所、2024年新建8所); within its own part of a
/// list it may also stand behind its number (5所2023年建成、8所2024年建成).
/// </summary>
internal static class GoverningTimes
{
    /// <summary>The frame as it holds for this number.</summary>
    /// <param name="carried">The year that the sentence named before this clause.</param>
    public static TargetFrame Of(TargetFrame frame, IReadOnlyList<Quantity> quantities, Quantity quantity, int? carried)
    {
        var groups = Groups(frame.Times, quantities);
        if (groups.Count < 2)
        {
            return frame;
        }

        var own = Own(frame, groups, quantities, quantity);
        var year = groups.Take(own + 1).SelectMany(group => group).LastOrDefault(time => time is { Year: not null, IsBaseline: false })?.Year ?? carried;
        return frame.For(own < 0 ? [] : groups[own], year);
    }

    /// <summary>Times without a number between them.</summary>
    private static List<List<TimePhrase>> Groups(IReadOnlyList<TimePhrase> times, IReadOnlyList<Quantity> quantities)
    {
        var groups = new List<List<TimePhrase>>();
        var next = 0;
        foreach (var time in times)
        {
            var parted = groups.Count == 0;
            for (; next < quantities.Count && quantities[next].Start < time.Start; next++)
            {
                parted = true;
            }

            if (parted)
            {
                groups.Add([]);
            }

            groups[^1].Add(time);
        }

        return groups;
    }

    private static int Own(TargetFrame frame, List<List<TimePhrase>> groups, IReadOnlyList<Quantity> quantities, Quantity quantity)
    {
        var before = groups.FindLastIndex(group => group[0].Start < quantity.Start);
        var (start, end) = Part(frame, quantity);
        if (before >= 0 && groups[before][0].Start >= start)
        {
            return before;
        }

        var next = before + 1;
        return next < groups.Count && groups[next][0].Start < end ? next
            : before >= 0 || StandsAhead(frame, quantities, groups[0][0]) ? before
            : 0;
    }

    /// <summary>The first time of the clause has no number of its own before it.</summary>
    private static bool StandsAhead(TargetFrame frame, IReadOnlyList<Quantity> quantities, TimePhrase first)
    {
        var nearest = quantities.LastOrDefault(quantity => quantity.Start < first.Start);
        return nearest is null || Part(frame, nearest).End <= first.Start;
    }

    /// <summary>The part of a list that the number stands in.</summary>
    private static (int Start, int End) Part(TargetFrame frame, Quantity quantity)
    {
        var (start, end) = (quantity.Start, quantity.End);
        while (start > frame.Clause.Start && !Joins(frame.View[start - 1]))
        {
            start--;
        }

        while (end < frame.Clause.End && !Joins(frame.View[end]))
        {
            end++;
        }

        return (start, end);
    }

    private static bool Joins(char sign) => sign is '、' or '和' or '及';
}
