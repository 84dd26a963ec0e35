using Equalization.Workflow.Core.Accreditations.Schedules;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>The schedule in a plan's text, county by county beside what stands, for the office to take over.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class ScheduleModel(ScheduleQueries queries, ScheduleService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public ScheduleView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var taken = await service.Take(Actor, Plan ?? Guid.Empty, [.. Input.Picked.Select(i => new SchedulePick(i, Input.Names.GetValueOrDefault(i)))], ct);
        this.Say(L["已采用方案时序：新增 {0} 个区县，更新 {1} 个。", taken.Opened, taken.Changed]);
        return RedirectToPage("Index");
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Of(Actor, Plan, ct);

    public sealed class Written
    {
        public List<int> Picked { get; set; } = [];

        public Dictionary<int, string?> Names { get; set; } = [];
    }
}
