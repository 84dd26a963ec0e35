using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>
/// Names for the numbers of a pair: 小学和初中一年级班额分别…45、50人 is 小学一年级班额 with 45 and 初中一年级班额 with 50.
/// </summary>
internal static class PairedSubjects
{
    public static List<string> Of(TargetFrame frame, Quantity quantity, int done)
    {
        var view = frame.View;
        var subject = Subject(frame, quantity, done);
        var each = quantity.Start > done && view[quantity.Start - 1] == '各';
        if (frame.ByYears)
        {
            return [.. quantity.Values.Select(_ => subject)];
        }

        if (quantity.Values.Count == 1 && !each)
        {
            return [subject];
        }

        var heads = Heads(frame, done, quantity.Start);
        var count = Math.Max(quantity.Values.Count, each ? Math.Max(1, heads.Count) : 1);
        return [.. Enumerable.Range(0, count).Select(i => heads.Count == count ? heads[i] : count == 1 ? subject : $"{subject}（第{i + 1}项）")];
    }

    /// <summary>小学和初中…45、50人: as many subjects as numbers stand before them.</summary>
    public static bool Fit(TargetFrame frame, Quantity quantity, int done) =>
        quantity.Values.Count > 1 && Heads(frame, done, quantity.Start).Count == quantity.Values.Count;

    private static string Subject(TargetFrame frame, Quantity quantity, int done)
    {
        var from = done > frame.Clause.Start ? done : frame.Clause.Start;
        var metric = frame.Metric(from, quantity.Start) + frame.View.Text(quantity.End, Math.Min(frame.Clause.End, quantity.End + 40));
        return metric.Length > 0 ? metric : frame.View.Text(frame.Clause.Start, frame.Clause.End);
    }

    /// <summary>The parts before the numbers, each with the tail that only the last one carries.</summary>
    private static List<string> Heads(TargetFrame frame, int done, int end)
    {
        var view = frame.View;
        var stop = TargetWords.Last(view, done, end, ["分别"]);
        var subject = frame.Metric(done, stop > done ? stop : end);
        subject = subject.EndsWith('各') ? subject[..^1] : subject;
        var parts = subject.Split(['、', '和', '及'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
        {
            return [.. parts];
        }

        var last = parts[^1];
        return [.. parts.Select((part, i) => i < parts.Length - 1 && part.Length < last.Length ? part + last[part.Length..] : part)];
    }
}
