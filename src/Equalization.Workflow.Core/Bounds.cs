namespace Equalization.Workflow.Core;

/// <summary>Bounds of what people write, the same as the columns', so that no database has to cut or refuse a text.</summary>
public static class Bounds
{
    /// <summary>The text without outer white space, null when nothing is left. Refuses one that is longer (text-too-long).</summary>
    public static string? Within(this string? text, int most, string what, string field)
    {
        var trimmed = text?.Trim();
        return trimmed switch
        {
            null or "" => null,
            { Length: var length } when length > most => throw new RuleBroken("text-too-long", "“{0}”最多 {1} 字，现有 {2} 字。请精简，详细内容可作为佐证材料上传。", what, most, length)
            {
                Field = field,
            },
            _ => trimmed,
        };
    }

    /// <summary>The beginning of a text that was written for a wider field; a character of two halves is left out whole.</summary>
    public static string Cut(this string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>As <see cref="Within"/>, for a text that must be there: an empty one is refused as given.</summary>
    public static string Needed(this string? text, int most, string what, RuleBroken whenEmpty) =>
        text.Within(most, what, whenEmpty.Field ?? "") ?? throw whenEmpty;
}
