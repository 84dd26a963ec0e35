using System.Diagnostics;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks;

/// <summary>Importing a plan and issuing every year of its period, durably on SQLite: import under a second, issue under five.</summary>
public static class IssueBenchmark
{
    private const double ImportBound = 1;
    private const double IssueBound = 5;

    public static async Task<int> Run(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("equalization-issue-").FullName;
        try
        {
            return await Run(folder, await ParseBenchmark.Read(Places.Plan(arguments)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Takes the plan in, gives measures without a lead their first responsible unit, and confirms it.</summary>
    public static async Task<Guid> Import(City city, PlanDraft draft)
    {
        var plans = city.Get<PlanService>();
        var imported = await plans.Import(city.Office, new ImportInput("plan.txt", null, null), draft, CancellationToken.None);
        await using var db = await city.Context();
        foreach (var measure in await db.Measures.AsNoTracking().Include(m => m.Units).Where(m => m.PlanVersionId == imported.VersionId).ToListAsync())
        {
            if (!measure.Leads.Any() && measure.Responsible.FirstOrDefault() is { } responsible)
            {
                var input = new MeasureUnitInput(measure.Id, measure.Version, responsible.Id);
                await city.Get<MeasureUnitService>().ChangeRole(city.Office, input, DraftUnitRole.Lead, CancellationToken.None);
            }
        }

        var version = await db.PlanVersions.AsNoTracking().SingleAsync(v => v.Id == imported.VersionId);
        await plans.Confirm(city.Office, version.Id, version.Version, CancellationToken.None);
        return imported.PlanId;
    }

    public static async Task<IssueResult> Issue(City city, Guid planId, int year)
    {
        var preview = await city.Get<IssueQueries>().Preview(city.Office, planId, year, CancellationToken.None);
        var rows = preview.Rows.Where(r => r.Obstacle is null && r.Proposed).Select(r => new IssueRow(r.MeasureId, r.DueOn, r.Criteria, [IssueService.DefaultEvidence]));
        return await city.Get<IssueService>().Issue(city.Office, new IssueInput(planId, year, [.. rows]), CancellationToken.None);
    }

    private static async Task<int> Run(string folder, PlanDraft draft)
    {
        await using var city = await City.Make(folder, draft, new DateOnly(draft.PeriodFrom ?? 2018, 3, 1));
        var import = Stopwatch.StartNew();
        var planId = await Import(city, draft);
        import.Stop();

        var issue = new Stopwatch();
        for (var year = draft.PeriodFrom ?? 2018; year <= (draft.PeriodTo ?? 2022); year++)
        {
            issue.Start();
            var result = await Issue(city, planId, year);
            issue.Stop();
            Console.WriteLine($"{year}: {result.Tasks} tasks, {result.TaskUnits} task units");
        }

        var bounds = new Bounds();
        bounds.AtMost("Import, store and confirm", import.Elapsed.TotalSeconds, ImportBound, " s");
        bounds.AtMost("Issue all years", issue.Elapsed.TotalSeconds, IssueBound, " s");
        return bounds.ExitCode;
    }
}
