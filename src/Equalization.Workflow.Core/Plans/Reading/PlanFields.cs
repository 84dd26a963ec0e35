namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>One field of a draft with its characters in the source, the rule that made it, and how sure it is.</summary>
/// <param name="Name">As in the JSON of import-plan: leadUnits, deadlines, milestones.</param>
public sealed record ReadField(string Name, string Text, SourceSpan Span, ReadingRule Rule, Confidence Confidence);

/// <summary>Lists the fields of a draft, for a person who asks why, and for a machine that weighs them.</summary>
public static class PlanFields
{
    /// <summary>The fields outside the measures.</summary>
    public static IEnumerable<ReadField> Of(PlanDraft draft)
    {
        foreach (var (name, span, rule) in new[]
                 {
                     ("title", draft.TitleSpan, ReadingRules.Title), ("documentNumber", draft.DocumentNumberSpan, ReadingRules.DocumentNumber),
                     ("issuer", draft.IssuerSpan, ReadingRules.Issuer), ("issued", draft.IssuedOnSpan, ReadingRules.Issued),
                 })
        {
            if (span is { } place)
            {
                yield return new ReadField(name, draft.Text.Substring(place.Start, place.Length), place, rule, rule.Confidence);
            }
        }

        if (draft.OverallDeadline is { } deadline)
        {
            yield return Field("overallDeadline", deadline);
        }

        foreach (var target in draft.Overall)
        {
            yield return Field("overall", target);
        }

        foreach (var phase in draft.Phases)
        {
            yield return new ReadField("phases", phase.Name, phase.Span, ReadingRules.Phase, phase.End is null ? Confidence.Doubtful : Confidence.Certain);
        }

        foreach (var span in draft.Accreditation?.Spans ?? [])
        {
            yield return new ReadField("schedule", draft.Text.Substring(span.Start, span.Length), span, ReadingRules.Accreditation, Confidence.Certain);
        }

        if (draft.LeadingGroup is { } group)
        {
            yield return new ReadField("leadingGroup", group.Name, group.Span, ReadingRules.LeadingGroup, Confidence.Certain);
        }
    }

    /// <summary>The fields of a measure, its own heading first.</summary>
    public static IEnumerable<ReadField> Of(DraftMeasure measure)
    {
        yield return new ReadField("title", measure.Title ?? "", measure.TitleSpan.Length > 0 ? measure.TitleSpan : measure.Span, measure.Rule, measure.Confidence);
        foreach (var unit in measure.Units)
        {
            yield return new ReadField(NameOf(unit.Role), unit.ResolvedName, unit.Span, unit.Rule, unit.Confidence);
        }

        foreach (var deadline in measure.Deadlines)
        {
            yield return Field("deadlines", deadline);
        }

        foreach (var target in measure.Targets)
        {
            yield return Field("milestones", target);
        }
    }

    private static string NameOf(DraftUnitRole role) => role switch
    {
        DraftUnitRole.Lead => "leadUnits",
        DraftUnitRole.Cooperating => "cooperatingUnits",
        DraftUnitRole.Responsible => "responsibleUnits",
    };

    private static ReadField Field(string name, DraftDeadline deadline) => new(name, deadline.AsWritten, deadline.Span, deadline.Rule, deadline.Confidence);

    private static ReadField Field(string name, DraftTarget target) => new(name, target.AsWritten, target.Span, target.Rule, target.Confidence);
}

/// <summary>How much of a document became something, in characters without white space.</summary>
/// <param name="Used">In a measure, a target, a phase or the head.</param>
/// <param name="SetAside">Listed as not used, with a reason; other plans in the same file are not counted.</param>
/// <param name="Lost">Chinese characters in neither; always 0, and counted so that it can be seen.</param>
public sealed record DraftCoverage(int Used, int SetAside, int Lost)
{
    /// <summary>Whole percent, rounded down.</summary>
    public int Percent => Used + SetAside == 0 ? 0 : (int)(100L * Used / (Used + SetAside));

    public static DraftCoverage Of(PlanDraft draft)
    {
        var uses = new byte[draft.Text.Length];
        foreach (var skip in draft.Skipped)
        {
            Array.Fill(uses, (byte)1, skip.Span.Start, skip.Span.Length);
        }

        foreach (var span in draft.Measures.Select(measure => measure.Span).Concat(PlanFields.Of(draft).Select(field => field.Span)))
        {
            Array.Fill(uses, (byte)2, span.Start, span.Length);
        }

        foreach (var skip in draft.Skipped.Where(skip => skip.Reason == PlanReader.OtherPlan))
        {
            Array.Fill(uses, (byte)3, skip.Span.Start, skip.Span.Length);
        }

        var counts = new int[4];
        for (var i = 0; i < uses.Length; i++)
        {
            var c = draft.Text[i];
            counts[uses[i]] += (uses[i] == 0 ? c is >= '\u4e00' and <= '\u9fff' : !char.IsWhiteSpace(c)) ? 1 : 0;
        }

        return new DraftCoverage(counts[2], counts[1], counts[0]);
    }
}
