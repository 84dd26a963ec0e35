using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Infrastructure.Previews;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>The beginning of a piece of evidence, looked at without taking the file along; asked for exactly as the download is.</summary>
[Authorize(Policy = Policies.Ledger)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EvidencePreviewModel(Acting acting, EvidenceQueries queries, ExportService exports, IFileStore files, FilePreviewReader previews) : PageModel
{
    /// <summary>The version of the evidence.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The task among whose evidence it is looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "task")]
    public Guid? TaskId { get; set; }

    /// <summary>The page it was opened from: review, completion, packs, or a report's id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>First page of a PDF to show, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int FirstPage { get; set; } = 1;

    public EvidenceRow Row { get; private set; } = null!;

    public FilePreview Preview { get; private set; } = null!;

    public EvidenceRow? Previous { get; private set; }

    public EvidenceRow? Next { get; private set; }

    public string Back => (TaskId, From) switch
    {
        (_, "packs") => "~/Packs",
        (null, _) => "~/Tasks",
        ({ } task, "review") => $"~/Tasks/{task}/Review",
        ({ } task, "completion") => $"~/Tasks/{task}/Completion",
        ({ } task, _) when Guid.TryParse(From, out var report) => $"~/Tasks/{task}/Report/{report}",
        ({ } task, _) => $"~/Tasks/{task}?tab=evidence",
    };

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Row = await queries.One(acting.Actor, Id, ct);
        await LoadNeighbours(ct);
        if (files.Open(Row.Sha256) is not { } content)
        {
            Preview = FilePreview.Refused(new RuleBroken("preview-missing", "文件不在本机存储中，无法显示。请联系系统管理员。"));
            return Page();
        }

        await using (content)
        {
            Preview = await previews.Read(Row.FileName, Row.ContentType, content, FirstPage, ct);
        }

        // A picture leaves by its own address, which writes its own row; of what cannot be shown nothing leaves.
        if (Preview.Kind is PreviewKind.Pages or PreviewKind.Text or PreviewKind.Tables)
        {
            var form = Path.GetExtension(Row.FileName).TrimStart('.').ToLowerInvariant();
            await exports.Note(acting.Actor, "预览佐证材料", new Export(nameof(EvidenceVersion), $"{Id}", form, 1), ct);
        }

        return Page();
    }

    private async Task LoadNeighbours(CancellationToken ct)
    {
        if (TaskId is not { } task)
        {
            return;
        }

        var all = (await queries.OfTask(acting.Actor, task, ct)).Select(c => c.Row).ToList();
        var at = all.FindIndex(r => r.VersionId == Id);
        Previous = at > 0 ? all[at - 1] : null;
        Next = at >= 0 && at + 1 < all.Count ? all[at + 1] : null;
    }
}
