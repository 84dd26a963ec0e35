using System.Net;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Duplicates;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Duplicates;

/// <summary>The report form of a task whose twin has been reported on already.</summary>
public sealed class OfferedReportPagesTests
{
    [Fact]
    public async Task The_form_offers_the_twins_report_and_takes_its_words_and_figures_only_when_asked()
    {
        await using var city = await TestCity.Create();
        var (one, other) = (await city.LayTask(withTarget: true), await city.LayTask(withTarget: true, cooperating: CityTasks.Stranger));
        foreach (var task in new[] { one, other })
        {
            var part = task.Units.Single(u => u.Role == UnitRole.Lead);
            await city.Get<SignForService>().SignFor(city.Contact(CityTasks.Lead), part.Id, 0, TestCity.Ct);
        }

        city.Clock.SetDay(new DateOnly(2018, 4, 2));
        var draft = new ReportDraft(
            "2018Q1", 37, OwnWord.SlowButInTime, "已消除三个大班额。", null, null, [new MetricValue(one.Targets[0].Id, 5)], null, []);
        var report = await city.Get<ReportService>().Submit(city.Head(CityTasks.Lead), one.Units.Single(u => u.Role == UnitRole.Lead).Id, null, draft, TestCity.Ct);
        await city.Get<SharedReportService>().Accept(city.Office, one.Id, other.Id, one.LeadUnitId, TestCity.Ct);
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead).PersonId);

        var offered = WebUtility.HtmlDecode(await client.GetStringAsync($"/Tasks/{other.Id}/Report?period=2018Q1", TestCity.Ct));
        Assert.Contains("采用这份报告", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("已消除三个大班额。", offered, StringComparison.Ordinal);

        var taken = WebUtility.HtmlDecode(await client.GetStringAsync($"/Tasks/{other.Id}/Report?period=2018Q1&like={report}", TestCity.Ct));
        Assert.Contains("已消除三个大班额。", taken, StringComparison.Ordinal);
        Assert.Contains("value=\"37\"", taken, StringComparison.Ordinal);
        Assert.Contains("value=\"5\"", taken, StringComparison.Ordinal);
        Assert.Equal(1, await city.Read(db => db.ProgressReports.CountAsync(TestCity.Ct)));
    }
}
