using Equalization.Workflow.Core.Plans.Reading.Arrangements;
using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sentences;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Measures;

/// <summary>Makes a draft measure out of a heading, or of a table's row, with everything that is said in it.</summary>
internal sealed class MeasureBuilder(SourceView view, IReadOnlyList<UnitStatement> statements, PlanYears years)
{
    public DraftMeasure Build(Heading heading)
    {
        var (_, end) = view.Trim(heading.Start, heading.End);
        var first = UnitStatements.FirstFrom(statements, heading.Start);
        var inside = statements.Skip(first).Take(UnitStatements.FirstFrom(statements, end) - first).ToList();
        var isProse = inside.TrueForAll(statement => statement.IsProse);
        var chapter = isProse ? UnitChapters.Read(view, heading) : null;
        inside.RemoveAll(statement => statement.IsProse && (!isProse || chapter is not null));
        var parts = heading.Children.FindAll(child => UnitLabels.At(view, child.TitleStart) is not null);
        var units = Settled(inside.SelectMany(statement => statement.Units).ToList(), isProse || parts.Count > 0);
        var doubts = inside.SelectMany(statement => statement.Doubts).ToList();
        if (inside.Count == 0 && (chapter ?? SubjectUnits.Read(view, heading) ?? UnitSections.Above(view, heading)) is { } other)
        {
            units.AddRange(other.Units);
            doubts.AddRange(other.Doubts);
        }

        if (inside.Count > 1 && !isProse && parts.Count == 0)
        {
            doubts.Add($"这一条里有 {inside.Count} 处责任单位，已合并，请核对是否应拆成几条。");
        }

        if (isProse && inside.Count(statement => statement.Units.Any(unit => unit.Role == DraftUnitRole.Lead)) > 1)
        {
            doubts.Add("这一条里几句话各写了牵头单位，已合并，请核对是否应拆成几条。");
        }

        var hasTitle = heading.TitleEnd > heading.TitleStart;
        // A sentence that says who does it says also what and by when.
        var stated = isProse ? [] : inside;
        var terms = inside.SelectMany(statement => statement.Times).ToLookup(term => TimePhrases.IsDeadlinePhrase(view, term.Start, term.End));
        List<(int Start, int End)> more = isProse ? [] : [.. terms[false]];
        List<(int Start, int End)> ranges = [.. Without(stated, heading.TitleStart, end), .. more];
        var body = Without(stated, AfterTitle(heading.BodyStart), end);
        return Finish(
            new DraftMeasure(
                heading.Number?.TrimEnd('、', '.', '．', ',', '，'),
                hasTitle ? Outline.TitleOf(view, heading) : null,
                Outline.SectionOf(view, heading),
                string.Join('\n', body.Select(range => view.Lines(range.Start, range.End)).Where(line => line.Length > 0)),
                view.Span(heading.Start, end),
                view.Span(heading.TitleStart, heading.TitleEnd),
                Distinct(units),
                [], [], [], [], doubts)
            {
                ListIsOpen = inside.Any(statement => statement.IsOpen),
                Duties = chapter is null ? [] : Duties.Of(view, AfterTitle(heading.TitleEnd), end),
                Rule = !hasTitle ? ReadingRules.MeasureHeadless
                    : chapter is not null ? ReadingRules.MeasureOfUnit
                    : inside.Count > 0 ? ReadingRules.MeasureClosed
                    : ReadingRules.MeasureListed,
            },
            ranges,
            [.. terms[true], .. parts.SelectMany(Term), .. BehindTitle(heading.TitleStart, heading.TitleEnd)]);
    }

    /// <summary>规划设计(3月): what the bracket behind a title holds, where it is a time and nothing else.</summary>
    private IEnumerable<(int Start, int End)> BehindTitle(int start, int end)
    {
        var open = end > start && view[end - 1] == ')' ? view.Brackets.OpenOf(end - 1) : -1;
        return open > start && TimePhrases.IsDeadlinePhrase(view, open + 1, end - 1) ? [(open + 1, end - 1)] : [];
    }

    /// <summary>(四)完成时限:长期坚持, a part of the measure by itself.</summary>
    private IEnumerable<(int Start, int End)> Term(Heading part) =>
        UnitLabels.At(view, part.TitleStart) is { Kind: LabelKind.Deadline } label ? [view.Trim(label.ListStart, view.LineEnd(label.ListStart))] : [];

    /// <summary>市教育局牵头编制规划。市财政局负责落实经费。 In prose whoever answers for a part works with whoever leads the whole.</summary>
    private static List<DraftUnit> Settled(List<DraftUnit> units, bool isOne) =>
        isOne && units.Exists(unit => unit.Role == DraftUnitRole.Lead)
            ? units.ConvertAll(unit => unit.Role == DraftUnitRole.Responsible ? unit with { Role = DraftUnitRole.Cooperating } : unit)
            : units;

    /// <summary>Adds what the text itself says: times, targets, methods, exceptions; and the doubts that follow from the whole.</summary>
    /// <param name="ranges">The measure's text without its unit statements.</param>
    /// <param name="isRow">The ranges are cells of a table's row.</param>
    /// <param name="cells">Parts of statements or cells of tables that name a time.</param>
    public DraftMeasure Finish(DraftMeasure measure, IReadOnlyList<(int Start, int End)> ranges, IReadOnlyList<(int Start, int End)> cells, bool isRow = false)
    {
        var times = ranges.SelectMany(range => TimePhrases.Scan(view, range.Start, range.End, years)).ToList();
        var stated = cells.SelectMany(cell => TimePhrases.InCell(view, cell.Start, cell.End, years) is { } phrase
            ? [phrase]
            : TimePhrases.Scan(view, cell.Start, cell.End, years)).ToList();
        // A time in a section of its own stands in the text too; what its cell says goes before.
        times.RemoveAll(time => stated.Exists(cell => cell.Start <= time.Start && time.Start < cell.End));
        var deadlines = DeadlinesOf(times.Concat(stated));
        var read = measure with
        {
            Deadlines = deadlines,
            // A number without a year is due when the bracket or the table's cell says.
            Targets = Targets.Read(view, ranges, [.. times.Concat(stated).OrderBy(time => time.Start)], isRow),
            Mechanisms = [.. Mechanisms.In(view, ranges).Where(method => method != measure.Title)],
            Exceptions = Mechanisms.ExceptionsIn(view, ranges),
            Schedule = CountySchedules.In(view, ranges, times),
        };
        return read with { Doubts = [.. read.Doubts, .. MeasureDoubts.Of(read)] };
    }

    private List<DraftDeadline> DeadlinesOf(IEnumerable<TimePhrase> times)
    {
        var all = times.Where(time => !time.IsBaseline).ToList();
        var dated = all.Any(time => time is { Kind: DeadlineKind.By, Year: not null, Inferred: null });
        var deadlines = new List<DraftDeadline>();
        var seen = new HashSet<string>();
        foreach (var time in all)
        {
            // “十四五”期间 beside a year is the year's frame, not another due day.
            if (dated && time is { Kind: DeadlineKind.By, Inferred: not null, StartOn: not null })
            {
                continue;
            }

            var deadline = time.ToDeadline(view);
            if (seen.Add(deadline.AsWritten))
            {
                deadlines.Add(deadline);
            }
        }

        return deadlines;
    }

    private int AfterTitle(int index)
    {
        while (view[index] is '。' or ':' or ' ' or '\n' or ';')
        {
            index++;
        }

        return index;
    }

    private static List<(int Start, int End)> Without(List<UnitStatement> inside, int start, int end)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (var statement in inside)
        {
            if (statement.Start > start)
            {
                ranges.Add((start, statement.Start));
            }

            start = Math.Max(start, statement.End);
        }

        if (end > start)
        {
            ranges.Add((start, end));
        }

        return ranges;
    }

    private static List<DraftUnit> Distinct(List<DraftUnit> units) =>
        [.. units.DistinctBy(unit => (unit.Role, unit.ResolvedName))];
}
