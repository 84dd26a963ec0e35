using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Equalization.Workflow.Tests.Clocks;

/// <summary>The setting Clock:Now, what it leaves behind, and where it is refused.</summary>
public sealed class DemonstrationTests
{
    private const string Banner = "演示数据库";

    [Fact]
    public async Task An_empty_database_is_marked_for_good_and_every_page_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("equalization-");
        try
        {
            await using (var set = Build(folder.FullName, now: "2018-03-01 09:00", speed: "60"))
            {
                var address = await WebProgram.Start(set, TextWriter.Null, TestCity.Ct);
                using var http = new HttpClient { BaseAddress = address };
                Assert.Contains(Banner, await http.GetStringAsync("/Accounts/SignIn", TestCity.Ct), StringComparison.Ordinal);
                Assert.Equal(2018, set.Services.GetRequiredService<TimeProvider>().Today().Year);
                Assert.Equal(2026, set.Services.GetRequiredService<MachineClock>().Clock.Today().Year);
            }

            await using var later = Build(folder.FullName, now: "", speed: "1");
            using var again = new HttpClient { BaseAddress = await WebProgram.Start(later, TextWriter.Null, TestCity.Ct) };
            Assert.Contains(Banner, await again.GetStringAsync("/Accounts/SignIn", TestCity.Ct), StringComparison.Ordinal);
            Assert.Equal(2026, later.Services.GetRequiredService<TimeProvider>().Today().Year);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_database_with_a_ledger_is_refused_and_not_marked()
    {
        await using var city = await TestCity.Create();

        var refusal = await Assert.ThrowsAsync<WrongSetting>(() => TestSite.Start(city, b => b.Configuration["Clock:Now"] = "2018-03-01 09:00"));

        Assert.Contains("Clock:Now", refusal.Message, StringComparison.Ordinal);
        Assert.False(await city.Get<DemonstrationService>().IsMarked(TestCity.Ct));
    }

    [Fact]
    public async Task A_real_database_says_nothing_of_a_demonstration()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var visitor = site.Visitor();

        Assert.DoesNotContain(Banner, await visitor.GetStringAsync("/Accounts/SignIn", TestCity.Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2018-03-01 09:00", "1", "Production", "Sqlite")]
    [InlineData("2018-03-01 09:00", "1", "Development", "SqlServer")]
    [InlineData("2018-02-30 09:00", "1", "Development", "Sqlite")]
    [InlineData("yesterday", "1", "Development", "Sqlite")]
    [InlineData("1918-03-01", "1", "Development", "Sqlite")]
    [InlineData("", "60", "Development", "Sqlite")]
    [InlineData("2018-03-01", "0", "Development", "Sqlite")]
    [InlineData("2018-03-01", "601", "Development", "Sqlite")]
    public void A_clock_that_may_not_be_set_stops_the_start(string now, string speed, string environment, string provider)
    {
        var refusal = Assert.Throws<WrongSetting>(() => Build(Path.GetTempPath(), now, speed, environment, provider));

        Assert.Contains("Clock:", refusal.Message, StringComparison.Ordinal);
    }

    private static WebApplication Build(string folder, string now, string speed, string environment = "Development", string provider = "Sqlite") =>
        WebProgram.Build([], new TestClock(new DateOnly(2026, 11, 22)), builder =>
        {
            builder.Environment.EnvironmentName = environment;
            builder.Configuration["Urls"] = "http://127.0.0.1:0";
            builder.Configuration["Database:Provider"] = provider;
            builder.Configuration["Database:ConnectionString"] = provider == "Sqlite" ? "" : "Server=nowhere;Database=none";
            builder.Configuration["Files:DataFolder"] = folder;
            builder.Configuration["Sample:Load"] = "false";
            builder.Configuration["Jobs:Run"] = "false";
            builder.Configuration["Clock:Now"] = now;
            builder.Configuration["Clock:Speed"] = speed;
            builder.Logging.ClearProviders();
        });
}
