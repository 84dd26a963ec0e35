using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans;

/// <summary>What a stretch of a plan's source became.</summary>
public enum SourceUse
{
    /// <summary>A heading, or the plan's own head.</summary>
    Heading,
    Measure,

    /// <summary>Inside a measure: a unit, a deadline or a target.</summary>
    Detail,

    /// <summary>A target of the plan as a whole.</summary>
    Overall,

    /// <summary>Nothing; the note says why.</summary>
    Skipped,
}

/// <summary>A stretch of source with one use. Position is the measure's, for its colour and for going there.</summary>
public sealed record SourceRun(int Start, int Length, SourceUse Use, Guid? MeasureId, int? Position, string? Note);

/// <summary>Cuts a plan's source into runs that cover it without gap or overlap, so that a page can mark what became what.</summary>
public static class SourceRuns
{
    /// <summary>Measures win over targets of the whole plan, these over skipped text; what none of them claims is a heading.</summary>
    public static IReadOnlyList<SourceRun> Of(
        string text, IReadOnlyList<Measure> measures, IReadOnlyList<DraftTarget> overall, IReadOnlyList<SkippedText> skipped)
    {
        var uses = new (SourceUse Use, int Owner)[text.Length];
        for (var i = 0; i < uses.Length; i++)
        {
            uses[i] = (SourceUse.Heading, -1);
        }

        Paint(uses, skipped.Select((s, i) => (s.Span, SourceUse.Skipped, i)));
        Paint(uses, overall.Select((t, i) => (t.Span, SourceUse.Overall, i)));
        Paint(uses, measures.Select((m, i) => (new SourceSpan(m.SourceStart, m.SourceLength), SourceUse.Measure, i)));
        Paint(uses, measures.SelectMany((m, i) => Details(m).Select(span => (span, SourceUse.Detail, i))));
        return Collect(uses, measures, skipped);
    }

    /// <summary>
    /// How much of the part that holds the tasks became measures: from the first measure to the last, deleted ones included, in whole percent
    /// of the words (white space not counted), rounded down; 0 without measures.
    /// </summary>
    public static int Coverage(string text, IReadOnlyList<SourceRun> runs)
    {
        var tasks = runs.Where(r => r.MeasureId is not null || r.Note == PlanRemarks.DeletedReason).ToList();
        if (tasks.Count == 0)
        {
            return 0;
        }

        var words = Words(text, tasks[0].Start, tasks[^1].Start + tasks[^1].Length);
        var used = tasks.Where(r => r.MeasureId is not null).Sum(r => Words(text, r.Start, r.Start + r.Length));
        return words == 0 ? 0 : (int)(100L * used / words);
    }

    private static int Words(string text, int start, int end)
    {
        var words = 0;
        for (var i = start; i < end; i++)
        {
            words += char.IsWhiteSpace(text[i]) ? 0 : 1;
        }

        return words;
    }

    private static IEnumerable<SourceSpan> Details(Measure m) =>
        m.Units.Select(u => new SourceSpan(u.SourceStart, u.SourceLength))
            .Concat(m.Deadlines.Select(d => new SourceSpan(d.SourceStart, d.SourceLength)))
            .Concat(m.Targets.Select(t => new SourceSpan(t.SourceStart, t.SourceLength)));

    private static void Paint((SourceUse, int)[] uses, IEnumerable<(SourceSpan Span, SourceUse Use, int Owner)> stretches)
    {
        foreach (var (span, use, owner) in stretches)
        {
            var start = Math.Clamp(span.Start, 0, uses.Length);
            Array.Fill(uses, (use, owner), start, Math.Clamp(span.End, start, uses.Length) - start);
        }
    }

    private static List<SourceRun> Collect((SourceUse Use, int Owner)[] uses, IReadOnlyList<Measure> measures, IReadOnlyList<SkippedText> skipped)
    {
        var runs = new List<SourceRun>();
        var start = 0;
        for (var i = 1; i <= uses.Length; i++)
        {
            if (i < uses.Length && uses[i] == uses[start])
            {
                continue;
            }

            var (use, owner) = uses[start];
            var measure = use is SourceUse.Measure or SourceUse.Detail ? measures[owner] : null;
            runs.Add(new SourceRun(start, i - start, use, measure?.Id, measure?.Position, use == SourceUse.Skipped ? skipped[owner].Reason : null));
            start = i;
        }

        return runs;
    }
}
