using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Units.SignIns;

/// <summary>The strips of a sheet, shown once in the answer to the very request that asks for them; opened by address it shows nothing and sends back.</summary>
[Authorize(Policy = Policies.UnitList)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PrintModel(SignInSheets sheets) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IReadOnlyList<PrintedStrip> Strips { get; private set; } = [];

    public IReadOnlyList<RefusedStrip> Refused { get; private set; } = [];

    public string SiteAddress => $"{Request.Scheme}://{Request.Host}{Request.PathBase}";

    public IActionResult OnGet() => RedirectToPage("/Units/SignIns/Index");

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        (Strips, Refused) = await sheets.Show(Actor, Id, ct);
        return Page();
    }, ct);

    protected override Task Load(CancellationToken ct) => Task.CompletedTask;
}
