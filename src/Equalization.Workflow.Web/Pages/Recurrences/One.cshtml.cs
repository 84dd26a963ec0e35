using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Recurrences;

/// <summary>A task's series with all its turns; the office sets and stops it here.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(RecurrenceQueries queries, RecurrenceService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public RecurrencePage Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostSet(CancellationToken ct) => Try(async () =>
    {
        await service.Set(Actor, Id, Input.Version, new RecurrenceInput(Input.Cycle, Input.FirstOn, Input.TermWorkingDays, Input.LastOn), ct);
        this.Say(L["已设定周期任务，以后各期由系统按期下达。"]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostStop(CancellationToken ct) => Try(async () =>
    {
        await service.Stop(Actor, Input.RecurrenceId, Input.Version, Input.Reason, ct);
        this.Say(L["已停止周期下达，已下达的任务照常办理。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, ct);

    public sealed class Written
    {
        public RecurrenceCycle Cycle { get; set; }

        public DateOnly? FirstOn { get; set; }

        public int? TermWorkingDays { get; set; }

        public DateOnly? LastOn { get; set; }

        public Guid RecurrenceId { get; set; }

        public int Version { get; set; }

        public string? Reason { get; set; }
    }
}
