using Equalization.Workflow.Core;

namespace Equalization.Workflow.Infrastructure.Previews;

/// <summary>What stands in place of a preview. The file itself can always be downloaded, so each says what to do with it.</summary>
internal static class PreviewRefusals
{
    public static RuleBroken Password() => new("preview-password", "文件有打开密码，不能预览。请下载后用密码打开。");

    public static RuleBroken TooLarge() => new("preview-too-large", "文件太大，不在页面里预览。请下载后查看。");

    public static RuleBroken Empty() => new("preview-empty", "文件里没有可以显示的文字，可能只有图片。请下载后查看。");

    public static RuleBroken Broken() => new("preview-broken", "文件已损坏或格式不符，不能预览。请下载后用原软件打开；仍打不开的，请原单位重新上传。");

    public static RuleBroken NoPages() => new("preview-no-pages", "服务器没有安装 PDF 预览组件（poppler）。请下载后查看。");

    public static RuleBroken Slow() => new("preview-slow", "文件过于复杂，没有在规定时间内生成预览。请下载后查看。");

    /// <summary>The readers of plans and tables speak to whoever imports; here a reader only looks.</summary>
    public static RuleBroken Of(RuleBroken reader) => reader.Code switch
    {
        var code when code.EndsWith("-password", StringComparison.Ordinal) => Password(),
        var code when code.EndsWith("-too-large", StringComparison.Ordinal) => TooLarge(),
        var code when code.EndsWith("-empty", StringComparison.Ordinal) => Empty(),
        var code when code.StartsWith("preview-", StringComparison.Ordinal) => reader,
        _ => Broken(),
    };
}
