using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>Gives out the files of official papers.</summary>
[Route("Papers")]
public sealed class PapersController(Acting acting, PaperService service, ExportService exports, IFileStore files) : Controller
{
    /// <summary>The very bytes that were signed. Not found for whoever may not read it; a paper of a case is logged with the case, any other in the audit trail.</summary>
    [HttpGet("{paperId:guid}/File")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Download(Guid paperId, CancellationToken ct)
    {
        var paper = await service.Open(acting.Actor, paperId, isTaken: true, ct);
        if (!paper.IsOfCase)
        {
            await exports.Note(acting.Actor, "下载文书", new Export(nameof(Paper), $"{paperId}", "docx", 1), ct);
        }

        if (files.Open(paper.Card.Sha256) is not { } content)
        {
            return NotFound();
        }

        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "private, no-store";
        return File(content, PaperPress.ContentType, paper.FileName);
    }
}
