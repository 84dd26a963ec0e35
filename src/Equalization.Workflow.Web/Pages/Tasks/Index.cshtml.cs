using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Batches;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>The list of annual tasks; every filter is in the address. Views: list, by measure, and the year as a timeline. The office urges from it.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(Acting acting, TaskQueries tasks, TaskFilterQueries choices, BatchService batches, BatchProgress progress, IHostApplicationLifetime life) : WorkPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public TaskListChoice Chosen { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public BatchInput Input { get; set; } = new();

    public Paged<TaskRow> Tasks { get; private set; } = null!;

    public TaskChoices Choices { get; private set; } = null!;

    public DateOnly Today => acting.Actor.Day;

    public bool MayIssue => acting.Is(Role.Office);

    /// <summary>What became of the tasks just urged together; null before.</summary>
    public BatchReport? Report { get; private set; }

    /// <summary>Open and not with the office: a task whose lead can be urged, as a batch picks it.</summary>
    public static BatchPick? Pick(TaskRow row) =>
        row.State is TaskState.Issued or TaskState.UnderWay or TaskState.Returned ? new BatchPick(row.Id, null) : null;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostUrge(CancellationToken ct) => Try(async () =>
    {
        Input.Act = BatchAct.Urge;
        using var told = progress.Begin(Actor.PersonId, Input.Batch);
        Report = new BatchReport(BatchAct.Urge, await batches.Run(Actor, Input.Order(told), life.ApplicationStopping));
        if (HttpContext.RequestAborted.IsCancellationRequested)
        {
            await batches.LeaveWord(Actor, Report.Results, life.ApplicationStopping);
        }

        await Load(ct);
        return Page();
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Choices = await choices.Load(acting.Actor, ct);
        Tasks = await tasks.Page(acting.Actor, Chosen.Filter(), Math.Max(1, Number), PageSize, ct);
    }
}
