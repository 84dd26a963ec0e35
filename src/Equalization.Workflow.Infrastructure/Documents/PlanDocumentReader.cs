using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// Reads a plan file, .txt or .docx, into text. What the file is, its first bytes say, not its name. Refuses with a code
/// that begins with plan-file-; the words are for the person who chose the file.
/// </summary>
public static class PlanDocumentReader
{
    private static readonly (byte[] Magic, string Kind)[] Foreign =
    [
        ("%PDF"u8.ToArray(), "PDF"), ([0x89, 0x50, 0x4E, 0x47], "图片"), ([0xFF, 0xD8, 0xFF], "图片"), ("GIF8"u8.ToArray(), "图片"),
        ("Rar!"u8.ToArray(), "压缩包"), ([0x37, 0x7A, 0xBC, 0xAF], "压缩包"), ([0x1F, 0x8B], "压缩包"), ("{\\rtf"u8.ToArray(), "RTF"),
    ];

    /// <summary>Reads no more of the stream than the limit allows.</summary>
    public static async Task<string> Read(string fileName, Stream content, CancellationToken ct)
    {
        if (content.CanSeek)
        {
            PlanText.CheckSize(content.Length - content.Position);
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (await content.ReadAsync(buffer, ct) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            PlanText.CheckSize(bytes.Length);
        }

        return Read(fileName, bytes.ToArray());
    }

    public static string Read(string fileName, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        PlanText.CheckSize(content.Length);
        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return DocxPlanReader.Read(content);
        }

        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw CompoundFile(content);
        }

        foreach (var (magic, kind) in Foreign)
        {
            if (content.AsSpan().StartsWith(magic))
            {
                throw new RuleBroken("plan-file-kind", "这是{0}文件，不能导入。请用 Word 或 WPS 打开计划，另存为 .docx 或 .txt 后重新导入。", kind);
            }
        }

        return Path.GetExtension(fileName).Equals(".docx", StringComparison.OrdinalIgnoreCase) && !LooksLikeText(content)
            ? throw DocxPlanReader.Broken()
            : PlanText.Decode(content);
    }

    /// <summary>A .docx with a password is wrapped in the old compound format; so is every .doc.</summary>
    private static RuleBroken CompoundFile(byte[] content) =>
        content.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new RuleBroken("plan-file-password", "这份文件有打开密码，读不出内容。请在 Word 或 WPS 中去掉密码另存后重新导入。")
            : new RuleBroken("plan-file-kind", "这是旧版 Word（.doc）或加密的文件，不能导入。请用 Word 或 WPS 打开，去掉密码并另存为 .docx 后重新导入。");

    private static bool LooksLikeText(byte[] content) => !content.AsSpan(0, Math.Min(content.Length, 4096)).Contains((byte)0);
}
