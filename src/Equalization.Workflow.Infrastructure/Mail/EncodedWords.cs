using System.Text;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>
/// Texts in mail headers (RFC 2047): plain where they are short ASCII, otherwise encoded words in UTF-8, base64. Every word holds whole
/// characters and every line stays within 76, because there are readers that decode each word by itself and servers that refuse longer lines.
/// </summary>
public static class EncodedWords
{
    private const int LongestPlain = 60;

    /// <summary>39 bytes become 52 characters; with the twelve around them and the longest of our field names that fits a line.</summary>
    private const int BytesAWord = 39;

    /// <summary>As the value of a field of free text, such as Subject.</summary>
    public static string Text(string text) => IsPlain(text) ? text : Words(text);

    /// <summary>As the name before an address.</summary>
    public static string Phrase(string text) =>
        IsPlain(text) ? $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : Words(text);

    /// <summary>As one word whatever its length, for a parameter that old readers understand only in this form.</summary>
    public static string Parameter(string text) => Word(Encoding.UTF8.GetBytes(text));

    private static bool IsPlain(string text) =>
        text.Length <= LongestPlain && text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal);

    private static string Words(string text)
    {
        var words = new List<string>();
        var bytes = new List<byte>(BytesAWord);
        Span<byte> one = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(one);
            if (bytes.Count + length > BytesAWord)
            {
                words.Add(Word([.. bytes]));
                bytes.Clear();
            }

            bytes.AddRange(one[..length]);
        }

        words.Add(Word([.. bytes]));
        return string.Join("\r\n ", words);
    }

    private static string Word(byte[] bytes) => $"=?utf-8?B?{Convert.ToBase64String(bytes)}?=";
}
