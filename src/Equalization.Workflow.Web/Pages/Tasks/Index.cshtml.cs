using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
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
    public TaskListChoice Chosen { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<TaskRow> Tasks { get; private set; } = null!;

    public TaskChoices Choices { get; private set; } = null!;

    public DateOnly Today => acting.Actor.Day;

    public bool MayIssue => acting.Is(Role.Office);

    public async Task OnGet(CancellationToken ct)
    {
        Choices = await choices.Load(acting.Actor, ct);
        Tasks = await tasks.Page(acting.Actor, Chosen.Filter(), Math.Max(1, Number), PageSize, ct);
    }
}
