using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Desks.Packs;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Infrastructure.Packs;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>Gives out a year's inspection pack, made while it is sent: nothing of it is kept on this machine.</summary>
[Route("Packs")]
public sealed class PacksController(Acting acting, PackQueries packs, SelfInspectionQueries selfInspections, PaperPress press, IFileStore files, TimeProvider clock) : Controller
{
    /// <summary>The zip; for whoever reads the whole jurisdiction.</summary>
    [HttpGet("{year:int}.zip")]
    [Authorize(Policy = Policies.Overview)]
    public async Task<IActionResult> Download(int year, CancellationToken ct)
    {
        var content = await packs.Load(acting.Actor, year, ct);
        if (content.Tasks.Count == 0)
        {
            return NotFound();
        }

        LedgerController.LetZipWrite(HttpContext);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(PackNames.Safe($"{content.Jurisdiction}-{year}-迎检材料包.zip"));
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-store";
        Response.ContentType = InspectionPack.ContentType;
        await InspectionPack.Write(Response.Body, content, files, clock.UtcNow(), ct);
        return new EmptyResult();
    }

    /// <summary>The draft of the year's self-inspection report as a Word file, for the office to edit and sign.</summary>
    [HttpGet("{year:int}.docx")]
    [Authorize(Policy = Policies.Overview)]
    public async Task<IActionResult> SelfInspection(int year, CancellationToken ct)
    {
        var draft = await selfInspections.Draft(acting.Actor, year, ct);
        Response.Headers.CacheControl = "private, no-store";
        return File(press.Preview(draft), PaperPress.ContentType, PackNames.Safe($"{draft.Title}（草稿）.docx"));
    }
}
