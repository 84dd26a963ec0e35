using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Ledgers;

/// <summary>The office enters what a self-evaluation or an inspection found, at a school or in a county.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class NewModel(GapQueries queries, GapRegisterService service, TimeProvider clock) : WorkPage
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Name, string County)> Schools { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        Input.YearFound = SchoolYear.On(clock.Today());
        await Load(ct);
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var id = await service.Enter(Actor, new FoundGap(Input.SchoolId, Input.County, Input.Kind, Input.Indicator ?? 0, Input.Level, Input.Source, Input.YearFound, Input.Text), ct);
        this.Say(L["已登记问题。"]);
        return RedirectToPage("One", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Schools = await queries.Schools(Actor, ct);

    public sealed class Typed
    {
        /// <summary>Empty: the county's own.</summary>
        public Guid? SchoolId { get; set; }

        public string? County { get; set; }

        public GapKind Kind { get; set; } = GapKind.Other;

        public int? Indicator { get; set; }

        public Level? Level { get; set; }

        public GapSource Source { get; set; } = GapSource.Inspection;

        public int YearFound { get; set; }

        public string? Text { get; set; }
    }
}
