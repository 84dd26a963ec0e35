using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Infrastructure.Previews;

/// <summary>None: nothing of the file can be shown, only what it is. Picture: the browser shows the bytes themselves, as a picture and nothing else.</summary>
public enum PreviewKind
{
    None,
    Picture,
    Pages,
    Text,
    Tables,
}

/// <summary>The beginning of a file as plain values, so that nothing of it can run in a page.</summary>
public sealed record FilePreview(PreviewKind Kind)
{
    public IReadOnlyList<string> Lines { get; init; } = [];

    public IReadOnlyList<PreviewSheet> Sheets { get; init; } = [];

    /// <summary>The pages asked for, each a JPEG.</summary>
    public IReadOnlyList<byte[]> Pages { get; init; } = [];

    /// <summary>Number of the first of <see cref="Pages"/>, from 1.</summary>
    public int FirstPage { get; init; }

    public int PageCount { get; init; }

    /// <summary>There are more lines or sheets than are shown.</summary>
    public bool HasMore { get; init; }

    /// <summary>Why nothing is shown, for the reader; null where there is simply no preview of this kind of file.</summary>
    public RuleBroken? Refusal { get; init; }

    public static FilePreview Refused(RuleBroken why) => new(PreviewKind.None) { Refusal = why };
}

/// <summary>The first rows and columns of a sheet. A hidden sheet is shown and said to be hidden.</summary>
public sealed record PreviewSheet(string Name, bool IsHidden, IReadOnlyList<TableRow> Rows, int Columns, int MoreRows, int MoreColumns);
