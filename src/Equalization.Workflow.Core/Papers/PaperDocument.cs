namespace Equalization.Workflow.Core.Papers;

/// <summary>
/// An official paper as plain values, in the parts of GB/T 9704-2012. What it says stands here in full; how it looks is the renderer's.
/// The same values always give the same bytes, so that a signature over the bytes covers the values too.
/// </summary>
public sealed record PaperDocument
{
    public required PaperKind Kind { get; init; }

    /// <summary>标题, whole: 关于…的督办通知单.</summary>
    public required string Title { get; init; }

    /// <summary>Names in the title, beside those of addressees and issuer, that no line of it parts; null: none.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>发文字号 (督〔2026〕3号); null while it is a draft.</summary>
    public string? Number { get; init; }

    /// <summary>紧急程度 (特急, 加急).</summary>
    public string? Urgency { get; init; }

    /// <summary>发文机关标志, the red head (长沙市教育领导小组办公室文件); null: none.</summary>
    public string? RedHead { get; init; }

    /// <summary>签发人, shown beside the number on papers that go upwards.</summary>
    public string? Signatory { get; init; }

    /// <summary>主送机关.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The form's boxes, above the text: 编号, 事项, 依据 …</summary>
    public IReadOnlyList<PaperField> Fields { get; init; } = [];

    /// <summary>正文.</summary>
    public IReadOnlyList<PaperBlock> Body { get; init; } = [];

    public IReadOnlyList<PaperAnnex> Annexes { get; init; } = [];

    /// <summary>发文机关署名, over which the seal is set.</summary>
    public string SignedBy { get; init; } = "";

    /// <summary>成文日期; null while it is a draft.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>附注, in brackets under the date (联系人：…；电话：…).</summary>
    public string? Note { get; init; }

    /// <summary>抄送机关.</summary>
    public IReadOnlyList<string> CopiesTo { get; init; } = [];

    /// <summary>印发机关; with <see cref="SignedOn"/> it closes the last page. Null: no such line.</summary>
    public string? PrintedBy { get; init; }
}

/// <summary>A box of a form. <see cref="Half"/>: two such boxes in a row share one line. <see cref="Lines"/>: the least height, for boxes filled by hand.</summary>
public sealed record PaperField(string Name, string Value)
{
    public bool Half { get; init; }

    public int Lines { get; init; } = 1;
}

/// <summary>附件: named after the text, and on a page of its own when it has a body.</summary>
public sealed record PaperAnnex(string Title, IReadOnlyList<PaperBlock> Body);
