using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
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
            Assert.Equal([AccreditationStage.CityReview, AccreditationStage.CountySelf], await db.Accreditations.OrderBy(a => a.SortKey).Select(a => a.Stage).ToListAsync(default));
            Assert.Equal([ProblemState.Open, ProblemState.Rectified], await db.AccreditationProblems.OrderBy(p => p.Number).Select(p => p.State).ToListAsync(default));
            Assert.Equal(1, await db.ProblemGaps.CountAsync(default));
            Assert.All(await db.SchoolRecords.ToListAsync(default), ClassesAgree);
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

    /// <summary>So many pupils in so many classes, the largest of which is of that size, and large classes only where the largest is one.</summary>
    private static void ClassesAgree(SchoolRecord record)
    {
        var figures = record.Figures("", "");
        var pupils = (figures.Primary.Pupils ?? 0) + (figures.Junior.Pupils ?? 0) + (figures.SeniorPupils ?? 0);
        var limit = record.Type is SchoolType.Junior or SchoolType.Complete ? 50 : 45;
        Assert.InRange(record.LargeClasses!.Value, record.LargestClass > limit ? 1 : 0, record.LargestClass > limit ? record.Classes!.Value : 0);
        Assert.InRange(pupils, record.LargestClass!.Value, (record.LargeClasses.Value * record.LargestClass.Value) + ((record.Classes!.Value - record.LargeClasses.Value) * Math.Min(limit, record.LargestClass.Value)));
    }
}
