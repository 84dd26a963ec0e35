using System.IO.Compression;
using Equalization.Workflow.Core;

namespace Equalization.Workflow.Infrastructure.Spreadsheets;

/// <summary>A workbook that unpacks to more than any table is made to exhaust the reader. Counts what really comes out: the sizes written in it may lie.</summary>
internal static class UnpackedSize
{
    private const long Largest = 400L * 1024 * 1024;
    private const int MostParts = 5000;

    public static void Check(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var total = 0L;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries.Count > MostParts ? throw TooLarge() : archive.Entries)
        {
            using var part = entry.Open();
            while (part.Read(buffer) is > 0 and var read)
            {
                total += read;
                if (total > Largest)
                {
                    throw TooLarge();
                }
            }
        }
    }

    private static RuleBroken TooLarge() =>
        new("table-file-too-large", "这份表格解开后超过 {0} MB，没有读取。请删去空白行列和图片，或者分成几个文件导入。", Largest / (1024 * 1024)) { Field = "File" };
}
