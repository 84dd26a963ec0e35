using System.IO.Compression;
using System.Text;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>What a plan file is, by its bytes.</summary>
internal enum FileKind
{
    Text,
    Docx,
    Workbook,
    OldWord,
    Rtf,
    OpenText,
    OpenTable,
    Pdf,
    Locked,
    Foreign,
    BrokenZip,
}

/// <summary>Tells files by their first bytes and their parts, never by their names: an RTF named .docx is an RTF.</summary>
internal static class FileKinds
{
    private static readonly (byte[] Magic, string Name)[] Others =
    [
        ([0x89, 0x50, 0x4E, 0x47], "图片"), ([0xFF, 0xD8, 0xFF], "图片"), ("GIF8"u8.ToArray(), "图片"), ("BM"u8.ToArray(), "图片"), ([0x49, 0x49, 0x2A, 0x00], "图片"), ("%!PS"u8.ToArray(), "PostScript 文件"),
        ("Rar!"u8.ToArray(), "压缩包"), ([0x37, 0x7A, 0xBC, 0xAF], "压缩包"), ([0x1F, 0x8B], "压缩包"), ("MZ"u8.ToArray(), "程序"), ([0x7F, 0x45, 0x4C, 0x46], "程序"),
    ];

    /// <summary>Name: what to call a foreign file.</summary>
    public static (FileKind Kind, string Name) Of(byte[] content)
    {
        var bytes = content.AsSpan();
        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return OfZip(content);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return (OfCompound(bytes), "");
        }

        if (bytes.StartsWith("{\\rtf"u8))
        {
            return (FileKind.Rtf, "");
        }

        // Programs put a few bytes of their own before a PDF.
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return (FileKind.Pdf, "");
        }

        foreach (var (magic, name) in Others)
        {
            if (bytes.StartsWith(magic) && bytes[..Math.Min(bytes.Length, 4096)].Contains((byte)0))
            {
                return (FileKind.Foreign, name);
            }
        }

        return (FileKind.Text, "");
    }

    private static (FileKind Kind, string Name) OfZip(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var names = zip.Entries.Select(entry => entry.FullName).ToList();
            if (zip.GetEntry("mimetype") is { } mime)
            {
                using var reader = new StreamReader(mime.Open(), Encoding.ASCII);
                var head = new char[200];
                var said = new string(head, 0, reader.ReadBlock(head)).Trim();
                return said.EndsWith(".text", StringComparison.Ordinal) ? (FileKind.OpenText, "") : said.EndsWith(".spreadsheet", StringComparison.Ordinal) ? (FileKind.OpenTable, "") : (FileKind.Foreign, "压缩包");
            }

            return names.Exists(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) ? (FileKind.Workbook, "")
                : names.Exists(name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) ? (FileKind.Foreign, "演示文稿")
                : (FileKind.Docx, "");
        }
        catch (InvalidDataException)
        {
            return (FileKind.BrokenZip, "");
        }
    }

    /// <summary>A .docx or .xlsx with a password is wrapped in the old compound format; so are .doc and .xls. Their streams' names tell.</summary>
    private static FileKind OfCompound(ReadOnlySpan<byte> bytes) =>
        Holds(bytes, "EncryptedPackage") ? FileKind.Locked
        : Holds(bytes, "WordDocument") ? (IsLockedWord(bytes) ? FileKind.Locked : FileKind.OldWord)
        : Holds(bytes, "Workbook") || Holds(bytes, "Book") ? FileKind.Workbook
        : FileKind.OldWord;

    private static bool Holds(ReadOnlySpan<byte> bytes, string stream) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

    /// <summary>The head of a .doc's text begins a sector with EC A5; a bit of the flags after it says that all is encrypted.</summary>
    private static bool IsLockedWord(ReadOnlySpan<byte> bytes)
    {
        for (var at = 512; at + 12 < bytes.Length; at += 512)
        {
            if (bytes[at] == 0xEC && bytes[at + 1] == 0xA5)
            {
                return (bytes[at + 11] & 1) != 0;
            }
        }

        return false;
    }
}
