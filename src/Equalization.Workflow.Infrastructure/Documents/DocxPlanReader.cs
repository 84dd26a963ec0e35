using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Equalization.Workflow.Core;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// A Word document as the text a reader of it sees: paragraphs with their automatic numbers, tables as lines with cells
/// parted by "|", tracked changes accepted; headers, footers, comments and notes left out.
/// </summary>
internal static class DocxPlanReader
{
    // A plan of a thousand pages unpacks to less; a file that unpacks to more is made to exhaust the reader.
    private const long LargestUnpacked = 200L * 1024 * 1024;
    private const int MostParts = 5000;

    public static string Read(byte[] content)
    {
        try
        {
            CheckUnpackedSize(content);
            using var stream = new MemoryStream(content, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            var main = document.MainDocumentPart ?? throw Broken();
            var numbering = DocxNumbering.Read(main);
            using var body = main.GetStream(FileMode.Open, FileAccess.Read);
            using var xml = XmlReader.Create(body, Settings);
            var text = new DocxText(numbering).Read(xml);
            return string.IsNullOrWhiteSpace(text)
                ? throw new RuleBroken("plan-file-empty", "这份 Word 文件里没有文字，可能是扫描图片。请选择可以选中文字的原文后重新导入。")
                : text;
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or IOException
            or FormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            throw Broken();
        }
    }

    public static RuleBroken Broken() =>
        new("plan-file-broken", "这份 Word 文件已损坏或不是 .docx，打不开。请用 Word 或 WPS 打开原文，另存为 .docx 后重新导入。");

    internal static XmlReaderSettings Settings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    /// <summary>Counts what really comes out: the sizes written in the package may lie.</summary>
    private static void CheckUnpackedSize(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts)
        {
            throw TooLarge();
        }

        var total = 0L;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            while (part.Read(buffer) is > 0 and var read)
            {
                total += read;
                if (total > LargestUnpacked)
                {
                    throw TooLarge();
                }
            }
        }
    }

    private static RuleBroken TooLarge() =>
        new("plan-file-too-large", "这份 Word 文件解开后超过 {0} MB，没有读取。请去掉图片和附件，只保留计划正文后重新导入。", LargestUnpacked / (1024 * 1024));
}
