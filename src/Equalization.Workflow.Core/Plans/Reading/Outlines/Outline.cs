using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Outlines;

/// <summary>The headings of a plan as a tree.</summary>
internal sealed class Outline
{
    private const int LongestTitle = 120;

    // A first sentence longer than this is text, and its first clause names the measure.
    private const int LongestSentence = 50;

    private static readonly string[] Captions =
        ["问题", "存在问题", "反馈问题", "具体问题", "主要问题", "整改问题", "任务", "工作任务", "重点任务", "具体任务", "任务名称", "工作内容", "任务内容", "工作事项", "重点事项", "事项", "项目名称", "项目"];

    private Outline(Heading root, IReadOnlyList<Heading> all)
    {
        Root = root;
        All = all;
    }

    /// <summary>Stands above all chapters and has no text of its own to speak of.</summary>
    public Heading Root { get; }

    public IReadOnlyList<Heading> All { get; }

    public static Outline Of(SourceView view)
    {
        var root = new Heading(HeadingLevel.Root, null, 0, 0, 0) { End = view.Length };
        var all = new HeadingScanner(view).Scan();
        var open = new Stack<Heading>([root]);
        for (var i = 0; i < all.Count; i++)
        {
            var heading = all[i];
            while (open.Peek().Level >= heading.Level)
            {
                open.Pop().End = heading.Start;
            }

            heading.Parent = open.Peek();
            heading.Parent.Children.Add(heading);
            open.Push(heading);
            SetTitle(view, heading, i + 1 < all.Count ? all[i + 1].Start : view.Length);
        }

        while (open.Count > 0)
        {
            open.Pop().End = view.Length;
        }

        return new Outline(root, all);
    }

    /// <summary>Headings above the item, outermost first, as written with their numbers.</summary>
    public static string SectionOf(SourceView view, Heading heading)
    {
        var parts = new List<string>();
        for (var above = heading.Parent; above is { Level: not HeadingLevel.Root }; above = above.Parent)
        {
            parts.Insert(0, view.Name(above.Start, above.TitleEnd));
        }

        return string.Join('/', parts);
    }

    public static string TitleOf(SourceView view, Heading heading) => view.Text(heading.TitleStart, heading.TitleEnd);

    /// <summary>The heading runs to the first sign that closes it: 。, a line's end, two spaces, a bracket with units, the next heading.</summary>
    private static void SetTitle(SourceView view, Heading heading, int next)
    {
        if (heading.Number is null)
        {
            var (from, _) = view.Trim(heading.TextStart, next);
            heading.TitleStart = heading.TitleEnd = heading.BodyStart = from;
            return;
        }

        ReadTitle(view, heading, next);
    }

    /// <summary>A paragraph without number is named by its first sentence, like an item.</summary>
    public static void ReadTitle(SourceView view, Heading heading, int next)
    {
        var (start, _) = view.Trim(heading.TextStart, next);
        while (start < next && view[start] is '●' or '■' or '◆' or '•' or '★' or '▲' or ' ')
        {
            start++;
        }

        if (view[start] is '(' or '〔' or '【' && view.Brackets.CloseOf(start) is > 0 and var stated && stated < next && UnitStatements.Bracketed(view, start, stated) is not null)
        {
            // 1.(责任单位:市教育局)加强管理。 The title comes after the units.
            (start, _) = view.Trim(stated + 1, next);
        }

        start = AfterCaption(view, start, next);
        heading.TitleStart = start;

        var limit = Math.Min(next, start + LongestTitle);
        var i = start;
        var comma = -1;
        for (; i < limit; i++)
        {
            var close = view.Brackets.CloseOf(i);
            if (view[i] is '(' or '〔' or '【' && (close > 0 ? UnitStatements.Bracketed(view, i, close) is not null : UnitLabels.At(view, i + 1) is not null))
            {
                break;
            }

            if (close > 0 && close < limit)
            {
                i = close;
                continue;
            }

            if (view[i] is '—' or '-' && UnitStatements.FollowsDash(view, i + 2))
            {
                break;
            }

            if (Signs.EndsSentence(view[i]) || view[i] == '\n' || (view[i] == ' ' && view[i + 1] == ' ') || (view[i] == ':' && i - start <= 30))
            {
                break;
            }

            comma = comma < 0 && view[i] == ',' ? i : comma;
        }

        i = Math.Min(i, limit);
        var word = ChapterWords.PrefixLength(view, start);
        if (heading.Level == HeadingLevel.Chapter && word > 0 && word < i - start && (view[i] != '\n' || i - start > 40))
        {
            i = start + word;
        }
        else if (i == start + LongestTitle && comma > 0)
        {
            i = comma;
        }

        heading.TitleEnd = view.Trim(start, i).End;
        heading.BodyStart = heading.TitleEnd;
        if (heading.Level >= HeadingLevel.Item && comma > 0 && heading.TitleEnd - start > LongestSentence && view[i] != '\n')
        {
            heading.TitleEnd = comma;
            heading.BodyStart = start;
        }
    }

    /// <summary>1.问题:大班额比例偏高: the word before the colon says what kind of thing the title is.</summary>
    private static int AfterCaption(SourceView view, int start, int next) =>
        Array.Find(Captions, word => view.StartsWith(start, word) && view[start + word.Length] == ':') is { } caption && view.Trim(start + caption.Length + 1, next) is var (from, to) && from < to
            ? from
            : start;
}
