using System.Net;
using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Jobs;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Tests.Jobs;

public sealed class JobPagesTests
{
    [Fact]
    public void Every_trigger_has_its_hours_in_words_and_a_name_of_its_own()
    {
        Assert.All(Schedule.Table, job => Assert.NotEqual(job.Cron, JobWords.When(job.Cron).Text));
        Assert.Equal(Schedule.Table.Count, Schedule.Table.DistinctBy(j => j.Name).Count());
        Assert.All(Schedule.Table, job => Assert.NotNull(job.NextAfter(new DateTime(2018, 3, 1, 1, 0, 0, DateTimeKind.Utc))));
    }

    [Fact]
    public async Task Every_trigger_stands_on_the_page_and_run_now_asks_for_a_run_and_does_not_run_it_in_the_request()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var admin = await site.SignedIn(city.Admin);
        var jobs = city.Get<JobService>();
        await jobs.Fail(await jobs.Begin("sweep", null, "machine/1/abcd", TestCity.Ct), "no such table: 台账", TestCity.Ct);

        var page = await admin.GetStringAsync("/Jobs", TestCity.Ct);
        Assert.All(Schedule.Table, job => Assert.Contains(WebUtility.HtmlEncode(job.What), page, StringComparison.Ordinal));
        Assert.Contains("no such table", page, StringComparison.Ordinal);

        using var asked = await TestSite.Post(admin, "/Jobs", "/Jobs?handler=Run", ("Input.Name", "sweep"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        using var twice = await TestSite.Post(admin, "/Jobs", "/Jobs?handler=Run", ("Input.Name", "sweep"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using var unknown = await TestSite.Post(admin, "/Jobs", "/Jobs?handler=Run", ("Input.Name", "nothing"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        var run = Assert.Single((await city.Get<JobQueries>().Page(city.Admin, "sweep", JobState.Asked, 1, 10, TestCity.Ct)).Rows);
        Assert.Equal(city.Admin.Signature(), run.AskedBy);
    }
}
