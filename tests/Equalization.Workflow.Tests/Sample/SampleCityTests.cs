using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Sample;

/// <summary>The sample city, loaded by the real program on days of the year on which its dates are tight.</summary>
public sealed class SampleCityTests
{
    [Theory]
    [InlineData(2026, 1, 1)]
    [InlineData(2026, 1, 3)]
    [InlineData(2026, 3, 1)]
    [InlineData(2026, 11, 22)]
    [InlineData(2026, 12, 31)]
    public async Task It_has_something_true_to_show_on_whatever_day_it_is_loaded(int year, int month, int day)
    {
        var folder = Directory.CreateTempSubdirectory("sample-").FullName;
        try
        {
            var clock = new TestClock(new DateOnly(year, month, day));
            await using var app = WebProgram.Build([], clock, b =>
            {
                b.Configuration["Urls"] = "http://127.0.0.1:0";
                b.Configuration["Files:DataFolder"] = folder;
                b.Configuration["Jobs:Run"] = "false";
                b.Environment.EnvironmentName = "Development";
            });
            var told = new StringWriter();
            await WebProgram.Start(app, told, TestContext.Current.CancellationToken);
            Assert.Contains("联络员", told.ToString(), StringComparison.Ordinal);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            var states = await db.AnnualTasks.GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, default);
            Assert.All([TaskState.Issued, TaskState.UnderWay, TaskState.UnderReview, TaskState.Returned, TaskState.WrittenOff], s => Assert.True(states.ContainsKey(s), $"{s}"));
            var jurisdiction = await db.Jurisdictions.SingleAsync(default);
            Assert.Null((await app.Services.GetRequiredService<AuditQueries>().Verify(jurisdiction.Id, default)).BrokenAt);
            Assert.True(await db.Stories.AllAsync(s => s.At <= clock.GetUtcNow().UtcDateTime.AddDays(1), default));
            await app.StopAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
