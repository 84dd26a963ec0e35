using System.Globalization;

namespace Equalization.Workflow.Core.Indicators;

/// <summary>A reason or note as format and values, so that a page can say it in another language.</summary>
public sealed record Remark(string Format, params IReadOnlyList<object> Arguments)
{
    public override string ToString() => Arguments.Count == 0 ? Format : string.Format(CultureInfo.InvariantCulture, Format, [.. Arguments]);
}
