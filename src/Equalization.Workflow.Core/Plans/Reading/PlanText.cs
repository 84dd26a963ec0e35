using System.Text;

namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>
/// Turns the bytes of a text file into text: UTF-8, UTF-16 and GB18030 (with it GBK and GB2312), with or without a byte order mark.
/// Refuses with plan-file-empty, plan-file-too-large and plan-file-not-text.
/// </summary>
public static class PlanText
{
    public const int LargestFileInMegabytes = 20;

    public const int LargestFile = LargestFileInMegabytes * 1024 * 1024;

    // Strict: bytes that are no UTF-8 are another encoding, not text with holes.
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        CheckSize(bytes.Length);
        var text = ByMark(bytes) ?? (bytes.Contains((byte)0) ? Utf16(bytes) : Try(StrictUtf8, bytes) ?? Gb18030(bytes)) ?? throw NotText();
        return string.IsNullOrWhiteSpace(text) ? throw Empty() : text;
    }

    /// <summary>The same limit for every kind of file, asked before anything is unpacked.</summary>
    public static void CheckSize(long length)
    {
        if (length == 0)
        {
            throw Empty();
        }

        if (length > LargestFile)
        {
            throw new RuleBroken(
                "plan-file-too-large",
                "文件 {0} MB，超过 {1} MB 的上限。请去掉图片和附件，只保留计划正文后重新导入。",
                (length + (1024 * 1024) - 1) / (1024 * 1024),
                LargestFileInMegabytes);
        }
    }

    public static RuleBroken Empty() =>
        new("plan-file-empty", "文件是空的，没有可读的文字。请选择计划原文（.txt 或 .docx）后重新导入。");

    private static RuleBroken NotText() =>
        new("plan-file-not-text", "这不是文本文件，读不出文字。请把计划另存为 .docx 或 .txt 后重新导入。");

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
    }}
