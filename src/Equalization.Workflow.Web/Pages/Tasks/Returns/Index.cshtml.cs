using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Desks.Returns;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks.Returns;

/// <summary>The ledger comes back with the office's remarks; lists what came back.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class IndexModel(LedgerReturnService service, LedgerReturnQueries returns) : WorkPage
{
    private const int Shown = 20;

    [BindProperty]
    public UploadInput Input { get; set; } = new();

    public RoundUpload Upload { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var file = Input.File ?? throw new RuleBroken("ledger-file", "请选择改好的表格文件。") { Field = nameof(Input.File) };
        await using var content = file.OpenReadStream();
        var id = await service.Bring(Actor, file.FileName, content, ct);
        return RedirectToPage("/Tasks/Returns/Check", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) =>
        Upload = new RoundUpload([LedgerTable.Round], MayComeBack: true, await returns.Last(Actor, Shown, ct), "/Tasks/Returns/Check");
}
