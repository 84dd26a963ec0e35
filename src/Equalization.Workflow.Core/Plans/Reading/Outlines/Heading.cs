namespace Equalization.Workflow.Core.Plans.Reading.Outlines;

/// <summary>The four levels that official documents number with 一、 (一) 1. (1).</summary>
internal enum HeadingLevel
{
    Root,
    Chapter,
    Section,
    Item,
    Point,
}

/// <summary>A numbered heading and everything under it. Positions are view positions.</summary>
internal sealed class Heading(HeadingLevel level, string? number, int value, int start, int textStart)
{
    public HeadingLevel Level => level;

    /// <summary>As written, without the closing mark of an item's number.</summary>
    public string? Number => number;

    public int Value => value;

    public int Start => start;

    public int TextStart { get; } = textStart;

    public int TitleStart { get; set; } = textStart;

    public int TitleEnd { get; set; }

    /// <summary>After the title; where the title is only the first clause of a sentence, the body is the whole sentence.</summary>
    public int BodyStart { get; set; }

    /// <summary>Where the next heading of the same or a higher level begins.</summary>
    public int End { get; set; }

    public Heading? Parent { get; set; }

    public List<Heading> Children { get; } = [];

    /// <summary>An end of the numbered text, such as 附件: it closes the chapters and is none itself.</summary>
    public bool IsAnnex { get; init; }

    /// <summary>Where the heading's own text ends and its first child begins.</summary>
    public int OwnEnd => Children.Count > 0 ? Children[0].Start : End;

    public Heading? Chapter => level == HeadingLevel.Chapter ? this : Parent?.Chapter;
}
