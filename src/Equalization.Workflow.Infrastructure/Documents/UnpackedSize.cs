using System.IO.Compression;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>A package that unpacks to more than any plan or table is made to exhaust the reader. Counts what really comes out: the sizes written in it may lie.</summary>
internal static class UnpackedSize
{
    private const int MostParts = 5000;

    public static bool IsWithin(byte[] content, long largest)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var total = 0L;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries.Count > MostParts ? [] : archive.Entries)
        {
            using var part = entry.Open();
            while (part.Read(buffer) is > 0 and var read)
            {
                total += read;
                if (total > largest)
                {
                    return false;
                }
            }
        }

        return archive.Entries.Count <= MostParts;
    }
}
