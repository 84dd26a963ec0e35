namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>Gives every sentence that became nothing a reason, so that no sentence of the source is lost from sight.</summary>
internal static class Leftovers
{
    /// <param name="used">Stretches of the source that became a field, in any order.</param>
    /// <param name="reasonAt">Why the text at a source position was not used, and up to where that reason holds.</param>
    public static IEnumerable<SkippedText> Of(string source, IEnumerable<SourceSpan> used, Func<int, (string Reason, int Until)> reasonAt)
    {
        var position = 0;
        foreach (var span in used.OrderBy(span => span.Start).Append(new SourceSpan(source.Length, 0)))
        {
            while (position < span.Start)
            {
                var (reason, until) = reasonAt(position);
                var end = Math.Clamp(until, position + 1, span.Start);
                if (Trimmed(source, position, end) is { Length: > 0 } left)
                {
                    yield return new SkippedText(left, reason);
                }

                position = end;
            }

            position = Math.Max(position, span.End);
        }
    }

    private static SourceSpan Trimmed(string source, int start, int end)
    {
        while (start < end && IsBlank(source[start]))
        {
            start++;
        }

        while (end > start && IsBlank(source[end - 1]))
        {
            end--;
        }

        return new SourceSpan(start, end - start);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\ufeff' or '\u200b' or '。' or '，' or ',' or '、';
}
