using System.Text;

namespace Equalization.Workflow.Core.Tables;

/// <summary>What bytes say as text: UTF-8, UTF-16, UTF-32 or GB18030, with or without a mark.</summary>
public static class TextBytes
{
    // Strict: bytes that are no UTF-8 are another encoding, not text with holes.
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>Null for bytes that are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes) =>
        ByMark(bytes) ?? (bytes.Contains((byte)0) ? Utf16(bytes) : Try(StrictUtf8, bytes) ?? Gb18030(bytes));

    private static string? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Try(StrictUtf8, rest),
        [0xFF, 0xFE, 0, 0, .. var rest] => Try(new UTF32Encoding(false, false, true), rest),
        [0xFF, 0xFE, .. var rest] => Try(new UnicodeEncoding(false, false, true), rest),
        [0xFE, 0xFF, .. var rest] => Try(new UnicodeEncoding(true, false, true), rest),
        _ => null,
    };

    /// <summary>UTF-16 without a mark shows by its zero bytes: they fill the upper half of every digit and line end.</summary>
    private static string? Utf16(ReadOnlySpan<byte> bytes)
    {
        var zeros = new int[2];
        for (var i = 0; i < bytes.Length; i++)
        {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }

        return bytes.Length % 2 == 0 ? Try(new UnicodeEncoding(zeros[0] > zeros[1], false, true), bytes) : null;
    }

    private static string? Gb18030(ReadOnlySpan<byte> bytes) =>
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) is { } encoding
            ? Try(encoding, bytes)
            : null;

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return LooksWritten(text) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Any bytes are GB18030 to a lenient eye; what people write has no control characters and hardly any private ones.</summary>
    private static bool LooksWritten(string text)
    {
        var odd = 0;
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f' or '\v' or '\u0085' or '\u001a'))
            {
                return false;
            }

            odd += c is >= '\ue000' and <= '\uf8ff' || c == '\ufffd' ? 1 : 0;
        }

        return odd * 50 <= text.Length;
    }
}
