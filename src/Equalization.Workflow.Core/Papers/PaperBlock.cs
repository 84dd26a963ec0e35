using System.Text.Json.Serialization;

namespace Equalization.Workflow.Core.Papers;

/// <summary>One piece of a paper's text, in its order.</summary>
[JsonDerivedType(typeof(PaperHeading), "heading")]
[JsonDerivedType(typeof(PaperParagraph), "paragraph")]
[JsonDerivedType(typeof(PaperTable), "table")]
public abstract record PaperBlock;

/// <summary>
/// A heading without its number, which follows from its place: level 1 一、, level 2 （一）, level 3 1., level 4 （1）.
/// </summary>
public sealed record PaperHeading(int Level, string Text) : PaperBlock;

/// <summary>A paragraph; line ends in it begin new paragraphs.</summary>
public sealed record PaperParagraph(string Text) : PaperBlock;

/// <summary>A table with a head row that repeats on each page. Every row has as many cells as there are columns.</summary>
public sealed record PaperTable(string? Caption, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock;

/// <summary>A column's head and its share of the width.</summary>
public sealed record PaperColumn(string Name, int Width = 10)
{
    /// <summary>Numbers stand right, words left, unless centred.</summary>
    public PaperAlign Align { get; init; } = PaperAlign.Centre;
}

/// <summary>Where a cell's text stands.</summary>
public enum PaperAlign
{
    Left,
    Centre,
    Right,
}
