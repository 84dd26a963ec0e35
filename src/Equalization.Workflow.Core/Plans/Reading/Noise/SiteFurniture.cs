using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Noise;

/// <summary>Menu lines, release notes and download notices of the web site that a plan was copied from, line by line.</summary>
internal static class SiteFurniture
{
    private const string Reason = "网站的栏目、发布或下载提示，不是文件内容。";

    private static readonly string[] Starts =
    [
        "欢迎访问", "您当前所在的位置", "您所在的位置", "当前位置", "您的位置", "首页>", "首页 >", "发布时间:", "发布日期:", "更新时间:",
        "稿件来源", "信息来源:", "文章来源:", "浏览次数", "阅读次数", "点击数", "访问量", "字号:", "字体:", "打印本页", "关闭窗口",
        "分享到", "分享:", "扫一扫", "上一篇", "下一篇", "相关文档", "相关文章", "相關文章", "相关链接", "责任编辑:", "版权所有", "主办单位:版权",
        "ID:", "大小:", "页数:", "资源描述:", "温馨提示:", "SOURCE:",
    ];

    private static readonly string[] Marks =
    [
        "会员上传", "会员分享", "免费在线阅读", "更多相关内容在", "当前文档最多预览", "此文档下载", "下载查看全文", "文档下载查看", "文件下载后",
        "本文档由用户", "下载前请", "无法下载", "下载的文档", "侵犯您的权益", "ICP备", "公网安备",
    ];

    public static IReadOnlyList<Cut> Find(SourceView view)
    {
        var cuts = new List<Cut>();
        for (var line = 0; line < view.Length;)
        {
            var end = view.LineEnd(line);
            var (start, stop) = view.Trim(line, end);
            if (start < stop && stop - start <= 400 && IsFurniture(view, start, stop))
            {
                cuts.Add(new Cut(start, stop, Reason, false));
            }

            line = end + 1;
        }

        return cuts;
    }

    private static bool IsFurniture(SourceView view, int start, int end) =>
        Starts.Any(word => view.StartsWith(start, word))
        || Marks.Any(mark => view.Folded.AsSpan(start, end - start).Contains(mark, StringComparison.Ordinal))
        || IsPreviewCaption(view, start, end)
        || IsTimeStamp(view, start, end);

    /// <summary>标题_第3页, the caption of a preview picture.</summary>
    private static bool IsPreviewCaption(SourceView view, int start, int end)
    {
        if (view[end - 1] != '页')
        {
            return false;
        }

        var digits = end - 1;
        while (digits > start && Signs.IsDigit(view[digits - 1]))
        {
            digits--;
        }

        return digits < end - 1 && digits - start >= 2 && view[digits - 1] == '第' && view[digits - 2] == '_';
    }

    /// <summary>时间:2019-05-10, and nothing else in the line.</summary>
    private static bool IsTimeStamp(SourceView view, int start, int end)
    {
        if (!view.StartsWith(start, "时间:") || end - start > 24)
        {
            return false;
        }

        for (var i = start + 3; i < end; i++)
        {
            if (!Signs.IsDigit(view[i]) && view[i] is not ('-' or ':' or '/' or '.' or ' '))
            {
                return false;
            }
        }

        return true;
    }
}
