using Equalization.Workflow.Core.Explanations;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Why;

/// <summary>为什么: rule, days, count, holders and events behind one light, notice or step, on a sheet that prints on A4.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class SheetModel(WhyQueries queries) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public WhyKind Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WhyPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        await Load(ct);
        return Page();
    }

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Load(Actor, Kind, Id, ct);
}
