using Equalization.Workflow.Core.Plans.Files;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>A paragraph while it is being read, with the boxes and notes that hang on it.</summary>
internal sealed class DocxParagraph(DocxStyles styles)
{
    private const string HiddenText = "隐藏文字，没有读入。需要时请在 Word 中取消“隐藏”后重新导入。";

    private bool? runHidden;
    private string? runStyle;

    public string? Style { get; set; }

    public string? Number { get; set; }

    public string? Level { get; set; }

    /// <summary>Its end was deleted: the next paragraph goes on in the same line.</summary>
    public bool MarkDeleted { get; set; }

    /// <summary>Its end is hidden: nothing of it shows on paper, so it takes no number.</summary>
    public bool MarkHidden { get; set; }

    /// <summary>The paragraph before lost its end, so this one has no number of its own.</summary>
    public bool Joined { get; init; }

    /// <summary>Inside the description of the paragraph, where a deletion or a hiding is that of its end.</summary>
    public bool InProperties { get; set; }

    public SourceWriter Words { get; } = new();

    /// <summary>Text boxes anchored before the first word, and those anchored later: a box never cuts a sentence.</summary>
    public List<SourceWriter> BoxesBefore { get; } = [];

    public List<SourceWriter> BoxesAfter { get; } = [];

    public List<string> Notes { get; } = [];

    public bool IsContents => styles.IsContents(Style);

    public void BeginRun() => (runHidden, runStyle) = (null, null);

    public void Hide(bool hidden)
    {
        if (InProperties)
        {
            MarkHidden = hidden;
        }
        else
        {
            runHidden = hidden;
        }
    }

    public void StyleRun(string? style) => runStyle = style;

    public void Append(string words) =>
        Words.Append(words, runHidden ?? (styles.IsHidden(runStyle) || (Style is not null && styles.IsHidden(Style))) ? HiddenText : null);

    public void AddBox(SourceWriter box) => (Words.Length == 0 ? BoxesBefore : BoxesAfter).Add(box);
}
