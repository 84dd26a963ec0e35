using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Measures;

/// <summary>
/// Decides which headings are measures: those that a unit statement closes, with their unmarked neighbours; and where a
/// document has no statements, the items of the chapters that are called tasks or measures.
/// </summary>
internal sealed class MeasureFinder(SourceView view, IReadOnlyList<UnitStatement> statements)
{
    // A list of units before the colon of its duties.
    private const int LongestHead = 80;

    private static readonly string[] Ordinances = ["本措施", "本办法", "本意见", "本方案", "本规定", "本细则", "本计划", "本行动"];
    private static readonly string[] Closing = ["施行", "解释", "有效期", "实施之日", "印发之日", "执行"];

    public List<Heading> Find(Outline outline)
    {
        var found = new List<Heading>();
        var loose = new List<Heading>();
        var isByUnit = outline.Root.Children.Count(child => UnitSections.Head(view, child) is not null) > 1;
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
            else if (UnitParagraphs(child) is { Count: > 1 } duties)
            {
                found.AddRange(duties);
            }
            else if (HasStatement(child.Start, child.End))
            {
                Collect(child, found);
            }
            else if (!child.IsAnnex && ChapterWords.HoldsTasks(Outline.TitleOf(view, child)))
            {
                found.AddRange(child.Children.SelectMany(Leaves));
            }
            else if (isByUnit && UnitSections.Head(view, child) is not null)
            {
                found.AddRange(Leaves(child));
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
        return [.. found.Where(heading => !IsClosingArticle(heading)).OrderBy(heading => heading.Start)];
    }

    /// <summary>
    /// A plan that names no unit and calls no chapter by the word tasks (一、扩大优质资源 / 1.… / 2.…): the items of all chapters but those that
    /// frame it.
    /// </summary>
    public static List<Heading> Unnamed(SourceView view, Outline outline)
    {
        List<Heading> found =
        [
            .. outline.Root.Children
                .Where(child => child is { Level: HeadingLevel.Chapter, IsAnnex: false, Children.Count: > 0 } && !ChapterWords.IsFrame(Outline.TitleOf(view, child)))
                .SelectMany(Leaves),
        ];
        return found.Count > 1 ? found : [];
    }

    /// <summary>第五条 本办法自印发之日起施行 says of the document itself.</summary>
    private bool IsClosingArticle(Heading heading) =>
        heading.TitleEnd > heading.TitleStart && Ordinances.Any(word => view.StartsWith(heading.TitleStart, word)) && !HasStatement(heading.Start, heading.End)
        && Closing.Any(word => view.Folded.IndexOf(word, heading.TitleStart, Math.Min(heading.End - heading.TitleStart, 60), StringComparison.Ordinal) >= 0);

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

    /// <summary>A chapter of duties without numbers: in each line 市教育局:负责…, and hardly a line without.</summary>
    private List<Heading> UnitParagraphs(Heading chapter)
    {
        var found = new List<Heading>();
        if (chapter.Children.Count > 0 || chapter.IsAnnex || !ChapterWords.HoldsTasks(Outline.TitleOf(view, chapter)))
        {
            return found;
        }

        var lines = TextLine.Of(view, chapter.TitleEnd, chapter.End);
        foreach (var line in lines)
        {
            var colon = view.Folded.IndexOf(':', line.Start, Math.Min(line.Length, LongestHead));
            if (colon > 0 && UnitList.Read(view, line.Start, colon) is { IsPure: true } list && list.Units.All(Offices.IsHead) && UnitLabels.At(view, line.Start) is null)
            {
                found.Add(new Heading(HeadingLevel.Item, null, 0, line.Start, line.Start) { Parent = chapter, TitleEnd = colon, BodyStart = colon + 1, End = line.End });
            }
        }

        return found.Count * 2 >= lines.Count ? found : [];
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
        if (children.Count == 0 && Paragraphs(heading) is { Count: > 1 } paragraphs)
        {
            found.AddRange(paragraphs);
            return;
        }

        var ownStatement = HasStatement(heading.TitleStart, heading.OwnEnd) || children.Exists(IsStatement);
        if (children.Count == 0 || (ownStatement && !children.Any(HasStatementInside)) || ClosesWhole(heading))
        {
            found.Add(heading);
            return;
        }

        if (ownStatement && (heading.Level != HeadingLevel.Chapter || children.Exists(IsStatement)))
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

    /// <summary>(三)责任单位:市教育局 is a part of what stands above it.</summary>
    private bool IsStatement(Heading child)
    {
        var first = UnitStatements.FirstFrom(statements, child.TextStart);
        return first < statements.Count && statements[first].Start == child.TitleStart && UnitLabels.At(view, child.TitleStart) is not null;
    }

    /// <summary>An item whose points end in one statement for all of them, or a section whose statement has a line of its own.</summary>
    private bool ClosesWhole(Heading heading)
    {
        var children = heading.Children;
        var fewest = heading.Level >= HeadingLevel.Item ? 1 : 2;
        if (heading.Level == HeadingLevel.Chapter || children.Count < fewest || !HasStatementInside(children[^1]) || children.SkipLast(1).Any(HasStatementInside))
        {
            return false;
        }

        var last = statements[UnitStatements.FirstFrom(statements, children[^1].Start)];
        return (heading.Level >= HeadingLevel.Item && children.Count > 1) || BeginsLine(last.Start);
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
