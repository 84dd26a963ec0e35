using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>
/// Numbers in the order of the years before them: 2023、2024、2025年分别新建5所、8所、10所. Where the two rows do not fit each other the numbers get no year,
/// and a doubt.
/// </summary>
/// <param name="First">Which of the years the first value of the number at hand is for; -1 where the rows do not fit.</param>
internal sealed record PairedYears(IReadOnlyList<int> Years, int First, bool ForEach)
{
    private static readonly string[] Each = ["均", "都", "各", "每年", "每年度"];

    /// <summary>The years of the row that the times end in: joined by 、 and nothing else; empty where there are not two.</summary>
    public static IReadOnlyList<TimePhrase> RowOf(SourceView view, IReadOnlyList<TimePhrase> times)
    {
        var row = new List<TimePhrase>();
        foreach (var time in times)
        {
            if (row.Count > 0 && !Joined(view, row[^1].End, time.Start))
            {
                row.Clear();
            }

            if (time is { Kind: DeadlineKind.By, Year: not null, StartOn: null, IsBaseline: false })
            {
                row.Add(time);
            }
        }

        return row.Select(time => time.Year).Distinct().Count() > 1 ? row : [];
    }

    /// <summary>How the number fits the row of years; null where there is no row.</summary>
    /// <param name="carried">The row that the sentence named before this clause.</param>
    public static PairedYears? Of(TargetFrame frame, IReadOnlyList<TimePhrase> carried, IReadOnlyList<Quantity> quantities, int index, int done)
    {
        var row = frame.OwnYear is null ? carried : RowOf(frame.View, frame.Governing);
        if (row.Count == 0)
        {
            return null;
        }

        var years = row.Select(time => time.Year!.Value).ToList();
        var (first, count) = InRow(frame.View, quantities, index);
        if (count == 1 && frame.Has(Each))
        {
            return new PairedYears(years, 0, ForEach: true);
        }

        var fits = count == years.Count && !PairedSubjects.Fit(frame, quantities[index], done);
        return new PairedYears(years, fits ? first : -1, ForEach: false);
    }

    public IEnumerable<DraftTarget> Date(IReadOnlyList<DraftTarget> targets) =>
        ForEach ? targets.SelectMany(target => Years.Select(year => target with { Year = year, RecursYearly = false, Rule = ReadingRules.TargetPaired }))
        : First < 0 ? targets.Select(target => target.IsBaseline ? target : target with { Year = null, Doubt = Doubt })
        : targets.Select((target, i) => target with { Year = Years[Math.Min(First + i, Years.Count - 1)], Rule = ReadingRules.TargetPaired });

    private string Doubt => $"目标前写了 {Years.Count} 个年份（{string.Join('、', Years)}年），分不清各个数值属于哪一年，请填写。";

    private static bool Joined(SourceView view, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (view[i] is not ('、' or '和' or '及' or '与' or ' '))
            {
                return false;
            }
        }

        return to > from;
    }

    /// <summary>60%以上、80%以上、100%: the place of the number's first value in its row, and how many values the row has.</summary>
    private static (int First, int Count) InRow(SourceView view, IReadOnlyList<Quantity> quantities, int index)
    {
        var start = index;
        while (start > 0 && Joined(view, quantities[start - 1].End, quantities[start].Start))
        {
            start--;
        }

        var end = index + 1;
        while (end < quantities.Count && Joined(view, quantities[end - 1].End, quantities[end].Start))
        {
            end++;
        }

        return (quantities.Skip(start).Take(index - start).Sum(quantity => quantity.Values.Count), quantities.Skip(start).Take(end - start).Sum(quantity => quantity.Values.Count));
    }
}
