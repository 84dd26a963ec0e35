using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Infrastructure.Packs;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>Gives out a county's self-evaluation report as a Word draft, filled from data, for the county to edit and sign.</summary>
[Route("Accreditations")]
public sealed class AccreditationsController(Acting acting, EvaluationQueries evaluations, ExportService exports, PaperPress press) : Controller
{
    [HttpGet("{id:guid}/Report.docx")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Report(Guid id, CancellationToken ct)
    {
        var draft = await evaluations.Report(acting.Actor, id, ct);
        await exports.Note(acting.Actor, "起草自评报告", new Export(nameof(SelfEvaluation), $"{id}", "docx", 1), ct);
        Response.Headers.CacheControl = "private, no-store";
        return File(press.Preview(draft), PaperPress.ContentType, PackNames.Safe($"{draft.Title}（草稿）.docx"));
    }
}
