using Equalization.Workflow.Core;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>Why a plan file cannot be read, each with what to do.</summary>
public static class PlanFileRefusals
{
    public static RuleBroken Kind(string kind) =>
        new("plan-file-kind", "这是{0}，不能导入。请选择方案的原文（.docx、.doc、.pdf、.txt），或者任务分解表（.xlsx、.xls、.csv）。", kind);

    public static RuleBroken NeedsOffice(string from) =>
        new("plan-file-kind", "服务器没有安装 LibreOffice，不能读取旧版 Word 等格式（.{0}）。请用 Word 或 WPS 打开，另存为 .docx 后重新导入。", from);

    public static RuleBroken NeedsPoppler() =>
        new("plan-file-kind", "服务器没有安装 PDF 读取组件（poppler），不能读取 PDF 文件。请用 Word 或 WPS 打开计划，另存为 .docx 或 .txt 后重新导入。");

    public static RuleBroken Password() =>
        new("plan-file-password", "这份文件有打开密码，读不出内容。请在 Word、WPS 或 PDF 阅读器中去掉密码另存后重新导入。");

    public static RuleBroken Broken() =>
        new("plan-file-broken", "这份文件已损坏或格式不符，打不开。请用 Word 或 WPS 打开原文，另存为 .docx 后重新导入。");

    public static RuleBroken Slow() =>
        new("plan-file-slow", "这份文件过于复杂，没有在规定时间内读完。请用 Word 或 WPS 打开，去掉图片后另存为 .docx 重新导入。");

    public static RuleBroken Scan(int pages) =>
        new("plan-file-empty", "这份 PDF 有 {0} 页，但没有文字，是扫描图片。请先做文字识别（OCR），或者换成 Word 原文后重新导入。", pages);

    public static RuleBroken TooManyPages(int pages, int most) =>
        new("plan-file-too-large", "这份 PDF 有 {0} 页，超过 {1} 页的上限。请只保留方案正文的页面后重新导入。", pages, most);
}
