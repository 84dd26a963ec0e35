using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Measures;

/// <summary>
/// Decides which headings are measures: those that a unit statement closes, with their unmarked neighbours; and where a
/// document has no statements, the items of the chapters that are called tasks or measures.
/// </summary>
internal sealed class MeasureFinder(SourceView view, IReadOnlyList<UnitStatement> statements)
{
    public List<Heading> Find(Outline outline)
    {
        var found = new List<Heading>();
        var loose = new List<Heading>();
        foreach (var child in outline.Root.Children)
        {
            if (child.Level != HeadingLevel.Chapter)
            {
                loose.Add(child);
            }
            else if (Paragraphs(child) is { Count: > 1 } paragraphs)
            {
                found.AddRange(paragraphs);
            }
            else if (HasStatement(child.Start, child.End))
            {
                Collect(child, found);
            }
            else if (!child.IsAnnex && ChapterWords.HoldsTasks(Outline.TitleOf(view, child)))
            {
                found.AddRange(child.Children.SelectMany(Leaves));
            }
        }

        // Items outside any chapter are measures only if units are written to them.
        var closed = loose.Exists(heading => HasStatement(heading.Start, heading.End));
        foreach (var heading in loose.Where(heading => closed))
        {
            if (HasStatement(heading.Start, heading.End))
            {
                Collect(heading, found);
            }
            else if (heading.Number is not null && outline.Root.Children.Count == loose.Count)
            {
                // A document of articles: those without units are measures like their neighbours.
                found.AddRange(Leaves(heading));
            }
        }

        found.AddRange(outline.All.Count == 0 ? Paragraphs(outline.Root) : []);
        return [.. found.OrderBy(heading => heading.Start)];
    }

    /// <summary>A chapter without numbered items whose paragraphs each close with their units: each paragraph is a measure.</summary>
    private List<Heading> Paragraphs(Heading chapter)
    {
        var found = new List<Heading>();
        var first = UnitStatements.FirstFrom(statements, chapter.BodyStart);
        if (chapter.Children.Count > 0 || chapter.IsAnnex)
        {
            return found;
        }

        var free = chapter.Level == HeadingLevel.Root ? 0 : view.LineEnd(chapter.BodyStart) + 1;
        for (var i = first; i < statements.Count && statements[i].Start < chapter.End; i++)
        {
            var statement = statements[i];
            if (statement.Start < free || statement.IsProse)
            {
                // It belongs to the chapter's own line or to a paragraph that has one already.
                continue;
            }

            var start = LineStart(statement.Start);
            start = start == statement.Start && start > free ? LineStart(start - 1) : start;
            var end = view.LineEnd(statement.End);
            var paragraph = new Heading(HeadingLevel.Item, null, 0, start, start) { Parent = chapter, End = end };
            Outline.ReadTitle(view, paragraph, end);
            found.Add(paragraph);
            free = end + 1;
        }

        return found;
    }

    private int LineStart(int index)
    {
        while (index > 0 && view[index - 1] != '\n')
        {
            index--;
        }

        return index;
    }

    private void Collect(Heading heading, List<Heading> found)
    {
        var children = heading.Children;
        var ownStatement = HasStatement(heading.TitleStart, heading.OwnEnd);
        if (children.Count == 0 || (ownStatement && !children.Any(HasStatementInside)) || ClosesWhole(heading))
        {
            found.Add(heading);
            return;
        }

        if (ownStatement && heading.Level != HeadingLevel.Chapter)
        {
            found.Add(heading);
            return;
        }

        foreach (var child in children)
        {
            if (HasStatementInside(child))
            {
                Collect(child, found);
            }
            else
            {
                found.AddRange(Leaves(child));
            }
        }
    }

    /// <summary>An item whose points end in one statement for all of them, or a section whose statement has a line of its own.</summary>
    private bool ClosesWhole(Heading heading)
    {
        var children = heading.Children;
        if (heading.Level == HeadingLevel.Chapter || children.Count < 2 || !HasStatementInside(children[^1]) || children.SkipLast(1).Any(HasStatementInside))
        {
            return false;
        }

        var last = statements[UnitStatements.FirstFrom(statements, children[^1].Start)];
        return heading.Level >= HeadingLevel.Item || BeginsLine(last.Start);
    }

    private bool BeginsLine(int index)
    {
        while (index > 0 && view[index - 1] == ' ')
        {
            index--;
        }

        return index == 0 || view[index - 1] == '\n';
    }

    /// <summary>The lowest sections and items; points belong to the item above them.</summary>
    private static IEnumerable<Heading> Leaves(Heading heading)
    {
        var below = heading.Children.Where(child => child.Level <= HeadingLevel.Item).ToList();
        return below.Count == 0 ? [heading] : below.SelectMany(Leaves);
    }

    private bool HasStatementInside(Heading heading) => HasStatement(heading.Start, heading.End);

    private bool HasStatement(int start, int end)
    {
        var first = UnitStatements.FirstFrom(statements, start);
        return first < statements.Count && statements[first].Start < end;
    }
}
