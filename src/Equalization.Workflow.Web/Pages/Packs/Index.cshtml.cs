using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks.Packs;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Packs;

/// <summary>What a year's inspection pack holds, and what it lacks, before it is downloaded.</summary>
[Authorize(Policy = Policies.Overview)]
public sealed class IndexModel(Acting acting, PackQueries packs) : PageModel
{
    private const int Megabyte = 1024 * 1024;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Null where there are no tasks at all.</summary>
    public PackContent? Pack { get; private set; }

    public int Files { get; private set; }

    public long Megabytes { get; private set; }

    /// <summary>Of which a report can be drafted.</summary>
    public IReadOnlyList<ReportPeriod> Periods => Year is { } year ? PeriodReportQueries.Begun(year, acting.Actor.Day) : [];

    /// <summary>Written off without a single file: the first thing an inspector will ask for.</summary>
    public IReadOnlyList<PackTask> Bare => [.. (Pack?.Tasks ?? []).Where(t => t.State == TaskState.WrittenOff && t.Files.Count == 0)];

    public async Task OnGet(CancellationToken ct)
    {
        Years = await packs.Years(acting.Actor, ct);
        if (Years.Count == 0)
        {
            return;
        }

        Year = Years.Contains(Year ?? 0) ? Year : Years[0];
        Pack = await packs.Load(acting.Actor, Year!.Value, ct);
        Files = Pack.Contents.Count();
        Megabytes = (Pack.Contents.Sum(f => f.Length) + Megabyte - 1) / Megabyte;
    }
}
