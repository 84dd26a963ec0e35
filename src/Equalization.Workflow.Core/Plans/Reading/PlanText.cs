using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>
/// Turns the bytes of a text file into text: UTF-8, UTF-16 and GB18030 (with it GBK and GB2312), with or without a byte order mark.
/// Refuses with plan-file-empty, plan-file-too-large and plan-file-not-text.
/// </summary>
public static class PlanText
{
    public const int LargestFileInMegabytes = 20;

    public const int LargestFile = LargestFileInMegabytes * 1024 * 1024;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        CheckSize(bytes.Length);
        var text = TextBytes.Decode(bytes) ?? throw NotText();
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
}
