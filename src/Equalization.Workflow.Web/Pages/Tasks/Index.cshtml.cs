using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>The list of annual tasks; every filter is in the address. Views: list, by measure, and the year as a timeline.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(Acting acting, TaskQueries tasks, TaskFilterQueries choices) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Measure { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Lead { get; set; }

    [BindProperty(SupportsGet = true)]
    public Light? Light { get; set; }

    [BindProperty(SupportsGet = true)]
    public TaskState? State { get; set; }

    /// <summary>overdue, week, silent, all; empty: open ones.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "view")]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<TaskRow> Tasks { get; private set; } = null!;

    public TaskChoices Choices { get; private set; } = null!;

    public DateOnly Today => acting.Actor.Day;

    public bool MayIssue => acting.Is(Role.Office);

    public async Task OnGet(CancellationToken ct)
    {
        Choices = await choices.Load(acting.Actor, ct);
        Tasks = await tasks.Page(acting.Actor, Filter(), Math.Max(1, Number), PageSize, ct);
    }

    private TaskFilter Filter() => new()
    {
        Year = Year,
        PlanId = Plan,
        MeasureId = Measure,
        UnitId = Unit,
        LeadOnly = Lead,
        Light = Light,
        State = State,
        Overdue = Show == "overdue",
        DueWithin = Show == "week" ? 7 : null,
        Silent = Show == "silent",
        IncludeClosed = Show == "all",
        Text = Text,
        Order = View == "measure" ? TaskOrder.Measure : TaskOrder.DueDay,
    };
}
