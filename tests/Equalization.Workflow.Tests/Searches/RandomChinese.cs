using FsCheck;
using FsCheck.Fluent;

namespace Equalization.Workflow.Tests.Searches;

/// <summary>Random text of few characters, so that the same two meet often: Chinese, both widths, wildcards of both databases, white space, one outside the first plane, and one without width.</summary>
internal static class RandomChinese
{
    private static readonly string[] Pieces =
        ["义", "务", "教", "育", "学", "位", "校", "大", "班", "额", "一", "二", "2", "０", "A", "ａ", "%", "_", "[", "］", "'", "\"", "“", "、", "。", " ", "　", "\n", "𠮷", "㐂", "\\", "-", "\u200B"];

    public static Arbitrary<string> Text(int longest) =>
        Arb.From(Gen.Choose(1, longest).SelectMany(length => Gen.Elements(Pieces).ArrayOf(length)).Select(string.Concat));
}
