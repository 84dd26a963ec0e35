using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Files;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// A Word document as the text a reader of it sees: paragraphs with their automatic numbers, tables as lines with cells
/// parted by "|", tracked changes accepted. Headers, footers and comments are left out; hidden text, notes and tables of contents are set aside.
/// </summary>
internal static class DocxPlanReader
{
    /// <summary>A plan of a thousand pages unpacks to less; a file that unpacks to more is made to exhaust the reader.</summary>
    public const long LargestUnpacked = 200L * 1024 * 1024;

    public static PlanSource Read(byte[] content)
    {
        try
        {
            if (!UnpackedSize.IsWithin(content, LargestUnpacked))
            {
                throw TooLarge();
            }

            using var stream = new MemoryStream(content, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            var main = document.MainDocumentPart ?? throw Broken();
            var styles = DocxStyles.Read(main);
            var numbering = DocxNumbering.Read(main, styles);
            var walk = new DocxText(styles, numbering, DocxNotes.Read(main, styles, numbering));
            using var body = main.GetStream(FileMode.Open, FileAccess.Read);
            using var xml = XmlReader.Create(body, DocxXml.Settings);
            var written = walk.Read(xml);
            var text = written.ToString();
            return string.IsNullOrWhiteSpace(text)
                ? throw new RuleBroken("plan-file-empty", "这份 Word 文件里没有文字，可能是扫描图片。请选择可以选中文字的原文后重新导入。")
                : new PlanSource(text, written.SetAside, [.. Remarks(walk)]);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or IOException
            or FormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            throw Broken();
        }
    }

    public static RuleBroken Broken() =>
        new("plan-file-broken", "这份 Word 文件已损坏或不是 .docx，打不开。请用 Word 或 WPS 打开原文，另存为 .docx 后重新导入。");

    public static RuleBroken TooLarge() =>
        new("plan-file-too-large", "这份 Word 文件解开后超过 {0} MB，没有读取。请去掉图片和附件，只保留计划正文后重新导入。", LargestUnpacked / (1024 * 1024));

    private static IEnumerable<string> Remarks(DocxText walk)
    {
        if (walk.Pictures > 0)
        {
            yield return $"文件里有 {walk.Pictures} 幅图片，图片中的文字没有读入，请核对。";
        }

        if (walk.Objects > 0)
        {
            yield return $"文件里嵌有 {walk.Objects} 个其他文件（如 Excel 表），其中的内容没有读入。需要时请另存后单独导入。";
        }
    }
}
