using System.Text;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.AnnualTasks;

/// <summary>The Changsha plan in force in the test city, whose nine counties and units are named like Changsha's.</summary>
internal static class Changsha
{
    public static readonly DateOnly IssueDay = new(2018, 6, 4);

    public static async Task<Guid> InForce(TestCity city)
    {
        var text = await File.ReadAllTextAsync(Repository.SharedFile("reference", "seeds", "003_78f6664cd1c75a99.txt"), Encoding.UTF8, TestCity.Ct);
        city.Clock.SetDay(IssueDay);
        var plans = city.Get<PlanService>();
        var imported = await plans.Import(city.Office, new ImportInput("长沙.txt", null, null), PlanReader.Read(text), TestCity.Ct);
        var version = await city.Read(db => db.PlanVersions.SingleAsync(v => v.Id == imported.VersionId, TestCity.Ct));
        await plans.Confirm(city.Office, version.Id, version.Version, TestCity.Ct);
        return imported.PlanId;
    }

    public static async Task<IssueResult> Issue(TestCity city, Guid planId, int year)
    {
        var preview = await city.Get<IssueQueries>().Preview(city.Office, planId, year, TestCity.Ct);
        return await city.Get<IssueService>().Issue(city.Office, InputOf(preview), TestCity.Ct);
    }

    public static IssueInput InputOf(IssuePreview preview) => new(
        preview.PlanId, preview.Year, [.. preview.Rows.Where(r => r.Proposed).Select(r => new IssueRow(r.MeasureId, r.DueOn, null, [IssueService.DefaultEvidence]))]);
}
