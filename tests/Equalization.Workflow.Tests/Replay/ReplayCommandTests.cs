using System.Text.Json;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;

namespace Equalization.Workflow.Tests.Replay;

/// <summary>The verb replay, on the sample plan's own years.</summary>
public sealed class ReplayCommandTests
{
    [Fact]
    public async Task A_year_is_played_twice_the_same_and_no_process_stops()
    {
        var plan = Path.Combine(Directory.CreateTempSubdirectory().FullName, "plan.txt");
        try
        {
            await File.WriteAllTextAsync(plan, SamplePlan(), TestContext.Current.CancellationToken);
            var first = await Play(plan);
            var second = await Play(plan);
            Assert.Equal(first.GetProperty("years").GetRawText(), second.GetProperty("years").GetRawText());
            Assert.Equal(0, first.GetProperty("stopped").GetInt32());
            var year = first.GetProperty("years")[0];
            Assert.True(year.GetProperty("issued").GetInt32() > 0);
            Assert.True(year.GetProperty("writtenOff").GetInt32() > 0);
            Assert.True(year.GetProperty("digests").GetInt32() > 0);
            Assert.True(year.GetProperty("signed").GetInt32() >= year.GetProperty("issued").GetInt32());
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(plan)!, recursive: true);
        }
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("replay", "--plan", "x.txt", "--from", "2018-01-01", "--to", "2017-01-01")]
    [InlineData("replay", "--plan", "x.txt", "--from", "2018-13-01", "--to", "2019-01-01")]
    [InlineData("replay", "--plan", "x.txt", "--from", "1900-01-01", "--to", "2019-01-01")]
    public async Task Wrong_usage_is_answered_with_the_usage(params string[] words)
    {
        var error = new StringWriter();
        Assert.Equal(2, await WebProgram.Run(words, new TestClock(new DateOnly(2025, 1, 1)), TextWriter.Null, error));
        Assert.Contains("用法：replay", error.ToString());
    }

    private static async Task<JsonElement> Play(string plan)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var code = await WebProgram.Run(
            ["replay", "--plan", plan, "--from", "2025-01-01", "--to", "2025-12-31", "--json"], new TestClock(new DateOnly(2025, 1, 1)), output, error);
        Assert.True(code == 0, error.ToString());
        return JsonElement.Parse(output.ToString());
    }

    private static string SamplePlan() => File.ReadAllText(Path.Combine(Repository.Root, "db", "sample", "plan.txt"))
        .Replace("{Y-1}", "2024", StringComparison.Ordinal).Replace("{Y}", "2025", StringComparison.Ordinal)
        .Replace("{Y+1}", "2026", StringComparison.Ordinal).Replace("{Y+3}", "2028", StringComparison.Ordinal);
}
