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

    /// <summary>Share of the words (white space not counted) that became something, in whole percent, rounded down; 0 for no words.</summary>
    public static int Coverage(string text, IReadOnlyList<SourceRun> runs)
    {
        var words = 0;
        var used = 0;
        foreach (var run in runs)
        {
            var count = text.AsSpan(run.Start, run.Length).ToString().Count(c => !char.IsWhiteSpace(c));
            words += count;
            used += run.Use == SourceUse.Skipped ? 0 : count;
        }

        return words == 0 ? 0 : (int)(100L * used / words);
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
