using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans.Files;

/// <summary>Reads each sheet of a table file by itself and puts the drafts together into one, whose places count in the whole text.</summary>
internal static class SheetDrafts
{
    public static PlanDraft Read(PlanSource source)
    {
        var several = source.Sheets.Count(sheet => sheet.Rows.Count > 0) > 1;
        var drafts = source.Sheets.Select(sheet => (Sheet: sheet, Draft: Moved(Of(source, sheet), sheet.Span.Start))).ToList();
        var first = drafts[0].Draft;
        var years = drafts.SelectMany(d => new[] { d.Draft.PeriodFrom, d.Draft.PeriodTo }).OfType<int>().ToList();
        var title = drafts.Select(d => d.Draft.Title).FirstOrDefault(title => title is not null);
        return new PlanDraft(
            source.Text,
            title,
            first.DocumentNumber,
            first.Issuer,
            first.IssuedOn,
            years.Count > 0 ? years.Min() : null,
            years.Count > 0 ? years.Max() : null,
            [.. drafts.SelectMany(d => d.Draft.Overall)],
            [.. drafts.SelectMany(d => d.Draft.Measures.Select(measure => Placed(measure, d.Sheet, several)))],
            [.. drafts.SelectMany(d => d.Draft.Skipped)])
        {
            TitleSpan = drafts.Select(d => d.Draft.TitleSpan).FirstOrDefault(span => span is not null),
            DocumentNumberSpan = first.DocumentNumberSpan,
            IssuerSpan = first.IssuerSpan,
            IssuedOnSpan = first.IssuedOnSpan,
            Phases = [.. drafts.SelectMany(d => d.Draft.Phases)],
            Accreditation = drafts.Select(d => d.Draft.Accreditation).FirstOrDefault(schedule => schedule is not null),
            LeadingGroup = drafts.Select(d => d.Draft.LeadingGroup).FirstOrDefault(group => group is not null),
            OverallDeadline = drafts.Select(d => d.Draft.OverallDeadline).FirstOrDefault(deadline => deadline is not null),
            CountyGroup = [.. drafts.SelectMany(d => d.Draft.CountyGroup).Distinct()],
            Looks = drafts.Sum(d => d.Draft.Looks),
            // One sheet may lack what another has.
            Doubts = [.. drafts.SelectMany(d => d.Draft.Doubts).Distinct().Where(doubt => !(title is not null && IsAbout(doubt, "文件标题")) && !(years.Count > 0 && IsAbout(doubt, "计划年度")))],
        };
    }

    private static bool IsAbout(string doubt, string what) => doubt.Contains(what, StringComparison.Ordinal);

    private static PlanDraft Of(PlanSource source, SheetPart sheet)
    {
        var aside = source.SetAside
            .Where(stretch => stretch.Span.Start >= sheet.Span.Start && stretch.Span.End <= sheet.Span.End)
            .Select(stretch => stretch with { Span = Moved(stretch.Span, -sheet.Span.Start) });
        return PlanReader.Read(source.Text.Substring(sheet.Span.Start, sheet.Span.Length), new PlanHints([.. aside]) { Year = sheet.Year });
    }

    private static DraftMeasure Placed(DraftMeasure measure, SheetPart sheet, bool several)
    {
        var row = RowAt(sheet, measure.Span.Start);
        return measure with
        {
            Section = !several ? measure.Section : measure.Section.Length == 0 ? sheet.Name : $"{sheet.Name}/{measure.Section}",
            Place = row is { } number ? new DraftPlace(sheet.Name, number) : null,
        };
    }

    private static int? RowAt(SheetPart sheet, int position)
    {
        var (low, high) = (0, sheet.Rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sheet.Rows[middle].Start <= position ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? sheet.Rows[low - 1].Row : null;
    }

    private static PlanDraft Moved(PlanDraft draft, int by) => by == 0 ? draft : draft with
    {
        Overall = [.. draft.Overall.Select(target => Moved(target, by))],
        Measures = [.. draft.Measures.Select(measure => Moved(measure, by))],
        Skipped = [.. draft.Skipped.Select(skip => skip with { Span = Moved(skip.Span, by) })],
        TitleSpan = Moved(draft.TitleSpan, by),
        DocumentNumberSpan = Moved(draft.DocumentNumberSpan, by),
        IssuerSpan = Moved(draft.IssuerSpan, by),
        IssuedOnSpan = Moved(draft.IssuedOnSpan, by),
        Phases = [.. draft.Phases.Select(phase => phase with { Span = Moved(phase.Span, by) })],
        Accreditation = draft.Accreditation is { } schedule ? schedule with { Spans = [.. schedule.Spans.Select(span => Moved(span, by))] } : null,
        LeadingGroup = draft.LeadingGroup is { } group ? group with { Span = Moved(group.Span, by) } : null,
        OverallDeadline = draft.OverallDeadline is { } deadline ? deadline with { Span = Moved(deadline.Span, by) } : null,
    };

    private static DraftMeasure Moved(DraftMeasure measure, int by) => measure with
    {
        Span = Moved(measure.Span, by),
        TitleSpan = Moved(measure.TitleSpan, by),
        Units = [.. measure.Units.Select(unit => unit with { Span = Moved(unit.Span, by) })],
        Deadlines = [.. measure.Deadlines.Select(deadline => deadline with { Span = Moved(deadline.Span, by) })],
        Targets = [.. measure.Targets.Select(target => Moved(target, by))],
        Duties = [.. measure.Duties.Select(duty => duty with { Span = Moved(duty.Span, by) })],
    };

    private static DraftTarget Moved(DraftTarget target, int by) => target with { Span = Moved(target.Span, by) };

    private static SourceSpan? Moved(SourceSpan? span, int by) => span is { } place ? Moved(place, by) : null;

    private static SourceSpan Moved(SourceSpan span, int by) => span with { Start = span.Start + by };
}
