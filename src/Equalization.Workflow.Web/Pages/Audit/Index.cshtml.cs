using System.Text.Json;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Audit;

/// <summary>The audit chain of the jurisdiction, newest first, and its check.</summary>
[Authorize(Policy = Policies.Audit)]
public sealed class IndexModel(Acting acting, AuditQueries audits) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public AuditSource? Source { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public long Total { get; private set; }

    public ChainCheck? Check { get; private set; }

    public static string WordOf(string change) => change switch
    {
        "Added" => Texts.Mark("新增"),
        "Modified" => Texts.Mark("修改"),
        ExportService.Change => Texts.Mark("导出"),
        _ => Texts.Mark("删除"),
    };

    public Task OnGet(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostVerify(CancellationToken ct)
    {
        Check = await audits.Verify(acting.Actor.JurisdictionId, ct);
        await Load(ct);
        return Page();
    }

    public IReadOnlyList<(string Name, string? Before, string? After)> ValuesOf(AuditRow row) =>
        [.. JsonSerializer.Deserialize<Dictionary<string, string?[]>>(row.Values)!.Select(v => (v.Key, v.Value[0], v.Value[1]))];

    private async Task Load(CancellationToken ct)
    {
        Number = Math.Max(1, Number);
        (Rows, Total) = await audits.Page(acting.Actor, Source, Act?.Trim(), Person?.Trim(), Number, PageSize, ct);
    }
}
