using Equalization.Workflow.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Documents;

/// <summary>A table's content in the store, under the name it was brought by.</summary>
public sealed record BroughtContent(string FileName, StoredContent Stored);

/// <summary>Takes tables into the file store and reads them from there; shared by all imports.</summary>
public sealed class BroughtTables(IFileStore files, ReadTable read)
{
    public const int LargestFileInMegabytes = 30;
    public const int MostRows = 20_000;

    private const string ContentType = "application/octet-stream";

    /// <summary>Refuses what is no table (codes table-file-…), at field File.</summary>
    public async Task<BroughtContent> Put(string fileName, Stream content, CancellationToken ct)
    {
        var name = Path.GetFileName(fileName);
        name = name.Cut(BroughtTable.LongestFileName);
        var stored = await files.Put(content, LargestFileInMegabytes * 1024L * 1024, ct);
        await Read(name, stored.Sha256, ct);
        return new BroughtContent(name, stored);
    }

    /// <summary>Puts the content on record within the action that brings it.</summary>
    public static async Task Keep(WorkflowDb db, BroughtContent content, DateTime at, CancellationToken ct)
    {
        if (!await db.StoredFiles.AnyAsync(f => f.Sha256 == content.Stored.Sha256, ct))
        {
            db.Add(new StoredFile { Sha256 = content.Stored.Sha256, Length = content.Stored.Length, ContentType = ContentType, StoredAt = at });
        }
    }

    public async Task<TableFile> Read(string name, string sha256, CancellationToken ct)
    {
        await using var content = files.Open(sha256) ?? throw RuleBroken.Missing();
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, ct);
        return read(name, bytes.ToArray(), ct);
    }

    /// <summary>Refuses more rows than one import takes (table-rows).</summary>
    public static void MustFit(int rows, string sheet)
    {
        if (rows > MostRows)
        {
            throw new RuleBroken("table-rows", "工作表“{0}”有 {1} 行，一次最多导入 {2} 行。请分成几个文件导入。", sheet, rows, MostRows) { Field = "File" };
        }
    }
}
