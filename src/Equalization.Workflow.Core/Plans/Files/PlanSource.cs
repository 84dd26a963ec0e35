using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans.Files;

/// <summary>
/// What a plan file says, as text. What is not the plan's text (hidden text, notes, page furniture) stands in it too, as stretches set
/// aside with their reason. Line ends are \n.
/// </summary>
/// <param name="SetAside">In order, without overlaps; the reader never sees them.</param>
/// <param name="Remarks">What of the file is not in the text at all, one Chinese sentence each.</param>
public sealed record PlanSource(string Text, IReadOnlyList<SkippedText> SetAside, IReadOnlyList<string> Remarks)
{
    /// <summary>The sheets of a table file, in order; each is read by itself, since its name may give its year. Empty for a document.</summary>
    public IReadOnlyList<SheetPart> Sheets { get; init; } = [];

    public static PlanSource Of(string text) => new(text.ReplaceLineEndings("\n"), [], []);

    /// <summary>A draft for each document in the file, in order; at least one.</summary>
    public IReadOnlyList<PlanDraft> ReadAll() => Sheets.Count > 0
        ? [WithRemarks(SheetDrafts.Read(this))]
        : [.. PlanReader.ReadAll(Text, new PlanHints(SetAside)).Select(WithRemarks)];

    /// <summary>The draft with the most measures that name a unit.</summary>
    public PlanDraft Read() => PlanReader.Main(ReadAll());

    private PlanDraft WithRemarks(PlanDraft draft) => Remarks.Count == 0 ? draft : draft with { Doubts = [.. draft.Doubts, .. Remarks] };
}

/// <summary>The stretch of the text that came from one sheet, and which line of it is which row.</summary>
/// <param name="Year">The year in the sheet's name, if it has exactly one.</param>
/// <param name="Rows">Where in the text each row begins, and its number in the sheet; in order.</param>
public sealed record SheetPart(string Name, SourceSpan Span, int? Year, IReadOnlyList<(int Start, int Row)> Rows);
