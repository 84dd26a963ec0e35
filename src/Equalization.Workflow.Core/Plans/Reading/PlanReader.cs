using Equalization.Workflow.Core.Plans.Reading.Arrangements;
using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Measures;
using Equalization.Workflow.Core.Plans.Reading.Noise;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>
/// Reads the text of a plan into a draft: noise out, headings to a tree, statements of units, then measure by measure
/// times and targets. Any text gives a draft; where nothing is found, the draft has no measures.
/// </summary>
public static class PlanReader
{
    // A document without any heading has its title, number and date near the beginning.
    private const int LongestHead = 4000;

    /// <summary>Why the text of the other plans in a file stands in none of this plan's fields.</summary>
    public const string OtherPlan = "同一文件里的另一份文件，没有读入这份草稿。";

    /// <summary>
    /// The plan of the text. Where several documents stand in one text, the one with the most measures that name a unit;
    /// the others are among the skipped.
    /// </summary>
    public static PlanDraft Read(string text, PlanHints? hints = null) => Main(ReadAll(text, hints));

    /// <summary>The draft that <see cref="Read"/> gives of several.</summary>
    public static PlanDraft Main(IReadOnlyList<PlanDraft> drafts) =>
        drafts.MaxBy(draft => (draft.Measures.Count(measure => measure.Units.Count > 0), draft.Measures.Count))!;

    /// <summary>A draft for each document in the text, in order; at least one. All of them count in the same text.</summary>
    public static IReadOnlyList<PlanDraft> ReadAll(string text, PlanHints? hints = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        hints ??= PlanHints.None;
        text = text.ReplaceLineEndings("\n");
        var noise = new List<SkippedText>(hints.SetAside);
        var whole = SourceView.Of(text).Without([.. hints.SetAside.Select(skip => new Cut(skip.Span.Start, skip.Span.End, skip.Reason, false))]);
        var parts = DocumentBorders.Split(NoiseFilter.Clean(whole, noise));
        var spans = parts.ConvertAll(part => part.Span(0, part.Length));
        return
        [
            .. parts.Select((part, i) => ReadPart(
                text,
                part,
                hints,
                [.. noise, .. spans.Where((_, other) => other != i).Select(span => new SkippedText(span, OtherPlan))])),
        ];
    }

    private static PlanDraft ReadPart(string text, SourceView view, PlanHints hints, List<SkippedText> skipped)
    {
        var tables = PlanTables.In(view);
        var outline = Outline.Of(view);
        var head = HeadOf(view, outline, tables, hints);
        var years = head.Years with
        {
            Begins = head.Years.From is null ? TimePhrases.FirstStart(view) : null,
            Present = head.IssuedOn?.Year ?? head.Years.Only,
        };
        var statements = UnitStatements.In(view).Where(statement => !tables.Exists(table => Contains(table, statement.Start))).ToList();
        var headings = Measures(view, outline, tables, [.. statements.Where(statement => !statement.IsProse)]);
        headings = headings.Count > 0 || tables.Count > 0 ? headings : Measures(view, outline, tables, statements);
        headings = headings.Count > 0 || tables.Count > 0 || OpensAsReport(view) ? headings : MeasureFinder.Unnamed(view, outline);
        headings = tables.Exists(table => table.Rows.Count > 0) ? headings.FindAll(heading => SaysMore(view, heading, statements)) : headings;
        var builder = new MeasureBuilder(view, statements, years);
        var measures = headings.Select(builder.Build)
            .Concat(tables.SelectMany(table => TableMeasures.Of(view, table, head.Title, builder)))
            .OrderBy(measure => measure.Span.Start)
            .ToList();
        var goals = PlanGoals.Find(view, outline, headings, years);
        var arranged = new Arranged(Phases.In(view, outline, years), Arrangements.Accreditations.In(view, years), LeadingGroups.In(view));
        var leftovers = new PlanLeftovers(view, outline, head, tables, measures, goals, arranged, skipped);
        return new PlanDraft(
            text,
            head.TitleText,
            NameOf(view, head.Number),
            NameOf(view, head.Issuer),
            head.IssuedOn,
            head.Years.From,
            head.Years.To,
            [.. goals.SelectMany(goal => goal.Targets)],
            measures,
            [.. skipped.Concat(leftovers.Find(text)).OrderBy(skip => skip.Span.Start)])
        {
            TitleSpan = SpanOf(view, head.Title),
            DocumentNumberSpan = SpanOf(view, head.Number),
            IssuerSpan = SpanOf(view, head.Issuer),
            IssuedOnSpan = SpanOf(view, head.Issued),
            Doubts = [.. PlanDoubts(view, head, measures, skipped, tables), .. goals.SelectMany(goal => goal.Targets).Select(target => target.Doubt).OfType<string>().Distinct(), .. arranged.Accreditation?.Doubts ?? []],
            Phases = arranged.Phases,
            Accreditation = arranged.Accreditation,
            LeadingGroup = arranged.Group,
            OverallDeadline = OverallDeadlines.In(view, outline, head.Title?.End ?? 0, years),
            CountyGroup = CountyGroups.In(view, measures),
            Looks = view.Work.Count,
        };
    }

    private static List<Heading> Measures(SourceView view, Outline outline, List<PlanTable> tables, List<UnitStatement> statements) =>
        [.. new MeasureFinder(view, statements).Find(outline).Where(heading => !tables.Exists(table => Contains(table, heading.Start)))];

    /// <summary>Beside a table of tasks, a bare heading in the text is what the table's rows are about, and no task of its own.</summary>
    private static bool SaysMore(SourceView view, Heading heading, List<UnitStatement> statements)
    {
        var first = UnitStatements.FirstFrom(statements, heading.Start);
        return (first < statements.Count && statements[first].Start < heading.End)
            || view.Folded.AsSpan(heading.TitleEnd, heading.End - heading.TitleEnd).Trim("。:; \n").Length > 0;
    }

    private static string? NameOf(SourceView view, TextLine? line) => line is { } place ? view.Name(place.Start, place.End) : null;

    private static SourceSpan? SpanOf(SourceView view, TextLine? line) => line is { } place ? view.Span(place.Start, place.End) : null;

    private static bool OpensAsReport(SourceView view) =>
        TextLine.Of(view, 0, Math.Min(view.Length, LongestHead)).Take(3).Any(line => IsReport(view.Name(line.Start, Math.Min(line.End, line.Start + 60))));

    private static bool IsReport(string line) =>
        ((string[])["报告", "总结", "汇报", "小结"]).Any(word => line.IndexOf(word, Math.Max(0, line.Length - 8), StringComparison.Ordinal) >= 0);

    private static bool Contains(PlanTable table, int place) => place >= table.Start && place < table.End;

    /// <summary>A table's own title is not the plan's, unless the plan has no other; where the plan names no year, the table's title may.</summary>
    private static PlanHead HeadOf(SourceView view, Outline outline, List<PlanTable> tables, PlanHints hints)
    {
        var head = PlanHead.Read(view, BodyStart(view, outline, tables), hints.Year);
        head = head.Title is null && tables.Count > 0 ? PlanHead.Read(view, tables[0].Start, hints.Year) : head;
        return head.Years.From is null && tables is [{ Title: { } title }, ..] && Dates.OnlyYear(view.Name(title.Start, title.End)) is { } year
            ? PlanHead.Read(view, tables[0].Start, year)
            : head;
    }

    private static int BodyStart(SourceView view, Outline outline, List<PlanTable> tables)
    {
        var first = outline.All.FirstOrDefault(heading => heading.Level == HeadingLevel.Chapter && !heading.IsAnnex) ?? outline.All.FirstOrDefault();
        var start = first?.Start ?? Math.Min(view.Length, LongestHead);
        return tables.Count == 0 || tables[0].Start > start ? start : tables[0].Title?.Start ?? TitleLineBefore(view, tables[0].Start);
    }

    /// <summary>The line above a table is the table's own title, not the document's.</summary>
    private static int TitleLineBefore(SourceView view, int place)
    {
        var lines = TextLine.Of(view, 0, place);
        return lines.Count > 1 ? lines[^1].Start : place;
    }

    private static IEnumerable<string> PlanDoubts(SourceView view, PlanHead head, List<DraftMeasure> measures, List<SkippedText> skipped, List<PlanTable> tables)
    {
        if (head.TitleText is null)
        {
            yield return "没有找到文件标题，请补填。";
        }

        if (measures.Count == 0 && OpensAsReport(view))
        {
            yield return "这份文件像是报告或总结，不是方案，没有读出措施。请确认选择的文件。";
        }

        if (measures.Count > 0 && head.Years.From is null)
        {
            yield return "原文没有写明计划年度，请填写起止年份。";
        }

        foreach (var reason in skipped.GroupBy(skip => skip.Reason).Where(group => group.Key.Contains("重复", StringComparison.Ordinal) || group.Key.Contains("页码", StringComparison.Ordinal)))
        {
            yield return $"{reason.Key}共 {reason.Count()} 处，请核对前后文。";
        }

        if (skipped.Exists(skip => skip.Reason == OtherPlan))
        {
            yield return "这个文件里有几份文件，草稿只含其中一份，请核对；其余的请单独保存后导入。";
        }

        foreach (var table in tables.Where(table => table.Problem is not null))
        {
            yield return table.Problem!;
        }
    }
}
