using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Board;

/// <summary>The office's board: four numbers, each a link; units by lights, sorted by what hurts; the late tasks, oldest first.</summary>
[Authorize(Policy = Policies.Overview)]
public sealed class IndexModel(Acting acting, BoardQueries boards, TaskQueries tasks, SnapshotQueries snapshots) : PageModel
{
    private const int LateShown = 10;
    private const int Week = 7;

    public Core.Desks.Board Board { get; private set; } = null!;

    public Paged<TaskRow> Late { get; private set; } = null!;

    /// <summary>The numbers sealed a week ago; null when that day was not sealed.</summary>
    public DayNumbers? WeekAgo { get; private set; }

    public DateOnly Today => acting.Actor.Day;

    public bool IsOffice => acting.Is(Core.Units.Role.Office);

    public async Task OnGet(CancellationToken ct)
    {
        Board = await boards.Load(acting.Actor, ct);
        WeekAgo = await snapshots.Numbers(acting.Actor, Today.AddDays(-Week), ct);
        Late = await tasks.Page(acting.Actor, new TaskFilter { Overdue = true }, 1, LateShown, ct);
    }
}
