using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>Issues a year's tasks from the plan in force; every line says what it becomes, or why nothing can be issued from it.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class IssueModel(IssueQueries queries, IssueService service) : WorkPage
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n'];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public IssuePreview Preview { get; private set; } = null!;

    public int Tasks => Preview.Rows.Where(r => Line(r).Chosen).Sum(r => r.Tasks);

    public int TaskUnits => Preview.Rows.Where(r => Line(r).Chosen).Sum(r => r.TaskUnits);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var rows = Input.Rows.Where(r => r.Chosen)
            .Select(r => new IssueRow(r.MeasureId, r.DueOn, r.Criteria, (r.Evidence ?? "").Split(Separators, StringSplitOptions.TrimEntries), r.Class, r.Repeats))
            .ToList();
        var result = await service.Issue(Actor, new IssueInput(Id, Year ?? 0, rows), ct);
        this.Say(L["已下达 {0} 项任务、{1} 个任务单位。", result.Tasks, result.TaskUnits]);
        return Redirect($"~/Tasks?plan={Id}&year={Year}&view=measure");
    }, ct);

    /// <summary>What stands in a line: what was typed, else what is proposed.</summary>
    public IssueLine Line(IssuePreviewRow row) => Input.Rows.Find(r => r.MeasureId == row.MeasureId) ?? new IssueLine
    {
        MeasureId = row.MeasureId,
        Chosen = row.Proposed,
        DueOn = row.DueOn,
        Criteria = row.Criteria,
        Evidence = IssueService.DefaultEvidence,
    };

    /// <summary>Without a year the plan's current one: today's, held within its period.</summary>
    protected override async Task Load(CancellationToken ct)
    {
        Preview = await queries.Preview(Actor, Id, Year ?? Actor.Day.Year, ct);
        if (Preview.Year < Preview.PeriodFrom || Preview.Year > Preview.PeriodTo)
        {
            Year = Math.Clamp(Preview.Year, Preview.PeriodFrom, Preview.PeriodTo);
            Preview = await queries.Preview(Actor, Id, Year.Value, ct);
        }

        Year = Preview.Year;
    }

    public sealed class Typed
    {
        public List<IssueLine> Rows { get; set; } = [];
    }
}

/// <summary>A line of the issue screen as posted; Evidence holds the kinds, parted by 、.</summary>
public sealed class IssueLine
{
    public Guid MeasureId { get; set; }

    public bool Chosen { get; set; }

    public DateOnly DueOn { get; set; }

    public string? Criteria { get; set; }

    public string? Evidence { get; set; }

    public TaskClass Class { get; set; }

    /// <summary>Empty: the task does not come again.</summary>
    public RecurrenceCycle? Repeats { get; set; }
}
