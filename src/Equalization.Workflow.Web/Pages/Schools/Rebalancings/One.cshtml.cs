using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks.Moves;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools.Rebalancings;

/// <summary>One search: how far it is, its plan with what is proven of it, and for the office the task that chosen lines become.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(RebalancingQueries queries, MoveTaskQueries tasks, MoveTaskService service, TimeProvider clock) : WorkPage
{
    private const int Size = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = Address.Page)]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public Typed Input { get; set; } = new();

    public RebalancingView Shown { get; private set; } = null!;

    public Paged<RebalancingMoveRow> Moves { get; private set; } = new([], 0, 1, Size);

    /// <summary>Numbers of the tasks that lines were turned into, as far as the person may see them.</summary>
    public IReadOnlyDictionary<Guid, string> Numbers { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Null for all but the office, and where no line is left to turn into a task.</summary>
    public MoveTaskChoices? Choices { get; private set; }

    public bool IsEnded => Shown.State is RebalancingState.Done or RebalancingState.Refused;

    public bool MovesTeachers => Shown.Topic.MovesTeachers;

    public int Seconds => Shown.StartedAt is { } since ? Math.Max(0, (int)(clock.UtcNow() - since).TotalSeconds) : 0;

    public IndicatorRule Rule => Shown.Standard.Indicators.First(i => i.Number == Shown.Topic.Indicator);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        await Load(ct);
        if (IsEnded && Request.Headers.ContainsKey("HX-Request"))
        {
            // The whole page is loaded anew: the plan stands where the progress stood.
            Response.Headers["HX-Refresh"] = "true";
            return new EmptyResult();
        }

        Input.Chosen = [.. Moves.Rows.Where(m => m.TaskId is null).Select(m => m.Id)];
        Input.LeadUnitId = Choices?.Units.FirstOrDefault(u => u.Name.StartsWith(Shown.Topic.County, StringComparison.Ordinal))?.Id;
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var task = await service.Issue(Actor, new MoveTaskInput(Id, Input.Chosen, Input.MeasureId, Input.LeadUnitId, Input.DueOn), ct);
        this.Say(L["已下达任务，勾选的 {0} 项列入其中。", Input.Chosen.Count]);
        return RedirectToPage("/Tasks/One", new { id = task });
    }, ct);

    /// <summary>A coefficient on the side of its limit on which it stands.</summary>
    public string Coefficient(double? value, bool isWithin) =>
        SchoolDigits.OfCoefficient(value, Shown.Answer!.Limit, value is null ? Verdict.Unknown : isWithin ? Verdict.Pass : Verdict.Fail);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.One(Actor, Id, ct);
        if (Shown.State != RebalancingState.Done)
        {
            return;
        }

        Moves = await queries.Moves(Actor, Id, Math.Max(1, PageNumber), Size, ct);
        Numbers = await tasks.Numbers(Actor, Id, ct);
        Choices = Actor.Role == Role.Office && !Shown.IsStale && Moves.Rows.Any(m => m.TaskId is null) ? await tasks.Choices(Actor, ct) : null;
    }

    public sealed class Typed
    {
        public List<Guid> Chosen { get; set; } = [];

        public Guid? MeasureId { get; set; }

        public Guid? LeadUnitId { get; set; }

        public DateOnly? DueOn { get; set; }
    }
}
