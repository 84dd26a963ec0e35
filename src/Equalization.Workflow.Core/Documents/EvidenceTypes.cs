using System.IO.Compression;

namespace Equalization.Workflow.Core.Documents;

/// <summary>
/// Which files are taken in: the name's extension says what a file claims to be, its bytes say what it is, and both must agree. Word, Excel
/// and PowerPoint (old and new), PDF, PNG, JPEG, plain text and CSV; archives are not, since nobody sees what is in them.
/// </summary>
public static class EvidenceTypes
{
    private static readonly byte[] Pdf = "%PDF-"u8.ToArray();
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    private static readonly Dictionary<string, (string ContentType, Func<byte[], bool> Looks, string? Part)> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [".pdf"] = ("application/pdf", h => h.AsSpan().StartsWith(Pdf), null),
            [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsZip, "word/"),
            [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsZip, "xl/"),
            [".pptx"] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", IsZip, "ppt/"),
            [".doc"] = ("application/msword", h => h.AsSpan().StartsWith(Ole), null),
            [".xls"] = ("application/vnd.ms-excel", h => h.AsSpan().StartsWith(Ole), null),
            [".png"] = ("image/png", h => h.AsSpan().StartsWith(Png), null),
            [".jpg"] = ("image/jpeg", h => h.AsSpan().StartsWith(Jpeg), null),
            [".jpeg"] = ("image/jpeg", h => h.AsSpan().StartsWith(Jpeg), null),
            [".txt"] = ("text/plain", IsText, null),
            [".csv"] = ("text/csv", IsText, null),
        };

    /// <summary>For the file dialogue.</summary>
    public static string Accept { get; } = string.Join(",", Known.Keys);

    /// <summary>Refuses an extension that is not taken in (file-kind), before any byte is read.</summary>
    public static void MustBeTakenIn(string fileName)
    {
        if (!Known.ContainsKey(Path.GetExtension(fileName)))
        {
            throw new RuleBroken("file-kind", "不接收“{0}”这种文件。请上传 PDF、Word、Excel、PPT、图片或文本文件；压缩包请解压后逐个上传。", Path.GetExtension(fileName))
            {
                Field = "File",
            };
        }
    }

    /// <summary>
    /// The content type of a stored file. Refuses a file whose bytes are not what its name says (file-mismatch) and an empty one
    /// (file-empty). <paramref name="open"/> gives the whole content, read only where the first bytes do not tell enough.
    /// </summary>
    public static string Decide(string fileName, byte[] head, Func<Stream?> open)
    {
        MustBeTakenIn(fileName);
        if (head.Length == 0)
        {
            throw new RuleBroken("file-empty", "文件“{0}”是空的。请检查后重新选择。", fileName) { Field = "File" };
        }

        var (contentType, looks, part) = Known[Path.GetExtension(fileName)];
        if (!looks(head) || (part is not null && !HasPart(open, part)))
        {
            throw new RuleBroken("file-mismatch", "文件内容与扩展名不符：“{0}”的内容不是 {1} 格式。请用原软件另存后再上传。",
                fileName, Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant())
            {
                Field = "File",
            };
        }

        return contentType;
    }

    private static bool IsZip(byte[] head) => head.AsSpan().StartsWith(Zip);

    /// <summary>No control characters but tab and line ends; or UTF-16 with its mark.</summary>
    private static bool IsText(byte[] head) =>
        head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        || Array.TrueForAll(head, b => b >= 0x20 || b is (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f');

    /// <summary>Reads the archive's list only; nothing is unpacked.</summary>
    private static bool HasPart(Func<Stream?> open, string folder)
    {
        using var content = open();
        if (content is null)
        {
            return false;
        }

        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read);
            return archive.GetEntry("[Content_Types].xml") is not null
                && archive.Entries.Any(e => e.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
