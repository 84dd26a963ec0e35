namespace Equalization.Workflow.Core;

/// <summary>
/// A row of a case that only its list may read. Its audit row tells that, when and by whom it was changed; what was written stands in it as SHA-256 of the
/// row's key and the text, so that whoever has the case can prove it and whoever reads the audit learns nothing. The audit screen leaves it out.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptToCaseAttribute : Attribute
{
    /// <summary>The property that must have a value for the row to be a case's; null: every row is.</summary>
    public string? When { get; init; }
}
