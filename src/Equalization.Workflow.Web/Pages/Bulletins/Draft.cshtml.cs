using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Bulletins;

/// <summary>Where a bulletin begins: its kind and the sealed day.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class DraftModel(BulletinQueries queries, BulletinService service) : WorkPage
{
    /// <summary>The sealed days offered: a year of them.</summary>
    private const int MostDays = 366;

    public sealed class DraftInput
    {
        public BulletinKind Kind { get; set; }

        public DateOnly On { get; set; }
    }

    [BindProperty]
    public DraftInput Input { get; set; } = new();

    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var id = await service.Draft(Actor, Input.Kind, Input.On, ct);
        this.Say(L["已起草，请核对文字后送所涉单位核实。"]);
        return RedirectToPage("One", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Days = await queries.SealedDays(Actor, MostDays, ct);
}
