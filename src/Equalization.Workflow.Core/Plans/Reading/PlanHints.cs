namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>What is known of a text from the file it came from.</summary>
/// <param name="SetAside">Stretches that are not the plan's text, in order; the grammar does not see them.</param>
public sealed record PlanHints(IReadOnlyList<SkippedText> SetAside)
{
    public static PlanHints None { get; } = new([]);

    /// <summary>The one year that the whole text is about, as a sheet's name says it; goes before what the text says.</summary>
    public int? Year { get; init; }
}
