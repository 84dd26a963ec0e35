using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Infrastructure.Previews;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>Takes files of evidence in and gives them out. A file streams from the line to the store; the form around it is never buffered.</summary>
[Route("Evidence")]
public sealed class EvidenceController(
    Acting acting, EvidenceService service, EvidenceQueries queries, IFileStore files, EvidenceLimits limits, ExportService exports, IAntiforgery antiforgery, IStringLocalizer l) : Controller
{
    private const int LongestField = 2000;

    /// <summary>Room for the form around the file.</summary>
    private const long Envelope = 1024 * 1024;

    /// <summary>
    /// What the bytes may do where a browser opens them by themselves: nothing. The program's own policy would let a file from this origin run its own
    /// scripts.
    /// </summary>
    public const string SealedPolicy = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Answers with the file as a download; supports ranges. Not found for whoever may not read it.</summary>
    [HttpGet("{versionId:guid}")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Download(Guid versionId, CancellationToken ct)
    {
        var file = await queries.File(acting.Actor, versionId, ct);
        if (files.Open(file.Sha256) is not { } content)
        {
            return NotFound();
        }

        await Note("下载佐证材料", versionId, file.FileName, ct);
        Seal("private, no-cache");
        return File(content, file.ContentType, file.FileName, null, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>A picture in its place on the preview page, if its bytes are one; anything else is not found here.</summary>
    [HttpGet("{versionId:guid}/Picture")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Picture(Guid versionId, CancellationToken ct)
    {
        var file = await queries.File(acting.Actor, versionId, ct);
        if (files.Open(file.Sha256) is not { } content)
        {
            return NotFound();
        }

        if (await FilePreviewReader.HeadOf(content, ct) is not { } head || head.ContentType != file.ContentType)
        {
            await content.DisposeAsync();
            return NotFound();
        }

        await Note("预览佐证材料", versionId, file.FileName, ct);
        content.Position = 0;
        Seal("private, no-store");
        Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return File(content, head.ContentType);
    }

    /// <summary>
    /// A multipart form: kind, title and evidenceId come before the file. Answers with the line that cites the new version; a refusal (422) goes to
    /// its own place on the page.
    /// </summary>
    [HttpPost("")]
    [ReadsBodyItself]
    [Authorize(Policy = Policies.UnitWork)]
    public async Task<IActionResult> Upload(CancellationToken ct)
    {
        // The token must come as a header: looking for it among the fields would read the whole file first.
        if (!Request.Headers.ContainsKey("RequestVerificationToken") || !await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return BadRequest();
        }

        try
        {
            if (Request.ContentLength > limits.MaxBytes + Envelope)
            {
                throw TooLarge();
            }

            var versionId = await Take(ct);
            var row = (await queries.Rows(acting.Actor, Guid.Empty, [versionId], ct))[0];
            ViewData["form"] = "report";
            return PartialView("~/Pages/Tasks/_EvidenceChoice.cshtml", (row, true));
        }
        catch (RuleBroken e) when (e.Code is not (RuleBroken.NotFound or RuleBroken.NotAllowed))
        {
            return Refusal(e);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refusal(TooLarge());
        }
    }

    private Task Note(string act, Guid versionId, string fileName, CancellationToken ct) => exports.Note(
        acting.Actor, act, new Export(nameof(EvidenceVersion), $"{versionId}", Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant(), 1), ct);

    private void Seal(string caching)
    {
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = SealedPolicy;
        Response.Headers.CacheControl = caching;
    }

    private async Task<Guid> Take(CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw NoFile();
        }

        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var reader = new MultipartReader(boundary, Request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.AsFileSection() is { } file)
            {
                var upload = new EvidenceUpload(
                    file.FileName, fields.GetValueOrDefault("kind"), fields.GetValueOrDefault("title"),
                    Guid.TryParse(fields.GetValueOrDefault("evidenceId"), out var id) ? id : null);
                return file.FileName.Length == 0 ? throw NoFile() : await service.Upload(acting.Actor, upload, file.FileStream!, ct);
            }

            if (section.AsFormDataSection() is { } field)
            {
                fields[field.Name] = await Text(section, ct);
            }
        }

        throw NoFile();
    }

    private static async Task<string> Text(MultipartSection section, CancellationToken ct)
    {
        using var reader = new StreamReader(section.Body);
        var buffer = new char[LongestField];
        var length = await reader.ReadBlockAsync(buffer, ct);
        return new string(buffer, 0, length);
    }

    private static RuleBroken NoFile() => new("file-missing", "没有收到文件。请重新选择文件再上传。") { Field = "File" };

    private RuleBroken TooLarge() => new("file-too-large", "文件超过 {0} MB，不能上传。请压缩、拆分后再传，或只上传关键页。", limits.Megabytes) { Field = "File" };

    private PartialViewResult Refusal(RuleBroken e)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Response.Headers["HX-Retarget"] = "#upload-refusal";
        Response.Headers["HX-Reswap"] = "innerHTML";
        return PartialView("~/Pages/Tasks/_UploadRefusal.cshtml", l[e.Format, [.. e.Arguments]].Value);
    }
}
