using System.IO.Compression;
using System.Text;
using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>Gives out the pieces of a case file to those on its list; each is logged.</summary>
[Route("Accountabilities/{caseId:guid}")]
[Authorize(Policy = Policies.Ledger)]
public sealed class AccountabilitiesController(Acting acting, CaseFileService service, IFileStore files) : Controller
{
    /// <summary>One piece, the very bytes that were frozen.</summary>
    [HttpGet("Documents/{documentId:guid}")]
    public async Task<IActionResult> Document(Guid caseId, Guid documentId, CancellationToken ct)
    {
        var line = await service.Document(acting.Actor, caseId, documentId, ct);
        if (files.Open(line.Sha256) is not { } content)
        {
            return NotFound();
        }

        Headers();
        return File(content, line.ContentType, line.FileName);
    }

    /// <summary>All pieces and papers with a list of their hashes, streamed.</summary>
    [HttpGet("File.zip")]
    public async Task All(Guid caseId, CancellationToken ct)
    {
        var lines = await service.All(acting.Actor, caseId, ct);
        Headers();
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = "attachment; filename=\"case.zip\"; filename*=UTF-8''" + Uri.EscapeDataString("案卷材料.zip");
        // The archive's own writer ends each entry synchronously.
        HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        using var archive = new ZipArchive(Response.BodyWriter.AsStream(), ZipArchiveMode.Create, leaveOpen: true);
        var list = new StringBuilder("序号\t文件\tSHA-256\n");
        foreach (var (index, line) in lines.Index())
        {
            var name = $"{index + 1:00} {string.Concat(line.FileName.Select(c => c is '/' or '\\' or ':' ? '_' : c))}";
            list.Append(index + 1).Append('\t').Append(name).Append('\t').Append(line.Sha256).Append('\n');
            if (files.Open(line.Sha256) is { } content)
            {
                await using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                await using (content)
                {
                    await content.CopyToAsync(entry, ct);
                }
            }
        }

        await using var contents = archive.CreateEntry("目录.txt").Open();
        await contents.WriteAsync(Encoding.UTF8.GetBytes(list.ToString()), ct);
    }

    private void Headers()
    {
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "private, no-store";
    }
}
