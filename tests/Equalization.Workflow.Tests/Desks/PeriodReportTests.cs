using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Desks.Packs;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Desks;

/// <summary>Monthly, quarterly and half-yearly reports drafted from the story city, whose day is 10 April 2018.</summary>
public sealed class PeriodReportTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task Each_sentence_names_its_source_and_only_reports_on_the_period_are_quoted()
    {
        await using var story = await StoryCity.Create();
        var reports = await story.City.Read(db => db.ProgressReports.Where(r => r.State == ReportState.Approved).ToListAsync(Ct));
        var period = reports.Select(r => r.PeriodCode).Distinct().First();
        var draft = await Draft(story, period);
        var sentences = Sentences(draft).Where(t => !t.Contains("没有", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sentences);
        Assert.All(sentences, s => Assert.Contains("（依据", s, StringComparison.Ordinal));
        var list = Assert.IsType<PaperTable>(Assert.Single(Assert.Single(draft.Annexes).Body));
        Assert.All(list.Rows, r => Assert.Equal(period, r[3]));
        Assert.All(list.Rows.Select((r, i) => i + 1), n => Assert.Contains(sentences, s => s.Contains($"（依据{n}）", StringComparison.Ordinal)));

        var other = await Draft(story, "2018-01");
        Assert.Empty(other.Annexes);
        Assert.Contains("没有本期审签的进展报告。", Sentences(other));
    }

    [Fact]
    public async Task What_was_written_off_stands_in_its_period_and_the_overdue_from_the_day_after_theirs()
    {
        await using var story = await StoryCity.Create();
        var (done, late) = (await story.Task(StoryCity.WrittenOff), await story.Task(StoryCity.Late));
        var month = $"{done.ClosedOn!.Value:yyyy-MM}";

        Assert.Contains($"任务{done.Number}“{done.Title}”于{done.ClosedOn.Value.Year}年{done.ClosedOn.Value.Month}月{done.ClosedOn.Value.Day}日销账（依据：任务台账）。", Sentences(await Draft(story, month)));
        Assert.DoesNotContain(Sentences(await Draft(story, "2018-02")), s => s.Contains(done.Number, StringComparison.Ordinal) && s.Contains("销账", StringComparison.Ordinal));
        // Due on 20 March.
        Assert.Contains(Sentences(await Draft(story, "2018-03")), s => s.Contains(late.Number, StringComparison.Ordinal) && s.Contains("尚未办结", StringComparison.Ordinal));
        Assert.DoesNotContain(Sentences(await Draft(story, "2018-02")), s => s.Contains(late.Number, StringComparison.Ordinal));
        Assert.StartsWith("2018年第一季度新下达任务", Sentences(await Draft(story, "2018Q1"))[0], StringComparison.Ordinal);
        Assert.Contains("2018年上半年", (await Draft(story, "2018H1")).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2018Q2", true)]
    [InlineData("2018-04", true)]
    [InlineData("2018Q3", false)]
    [InlineData("2018-05", false)]
    [InlineData("2019H1", false)]
    [InlineData("2018Q5", false)]
    [InlineData("2018-13", false)]
    [InlineData("春天", false)]
    public async Task Only_a_period_that_has_begun_is_reported(string code, bool isThere)
    {
        await using var story = await StoryCity.Create();
        if (isThere)
        {
            Assert.Equal(PaperKind.PeriodReport, (await Draft(story, code)).Kind);
        }
        else
        {
            Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => Draft(story, code))).Code);
        }
    }

    private static Task<PaperDocument> Draft(StoryCity story, string code) => story.City.Get<PeriodReportQueries>().Draft(story.City.Office, code, Ct);

    private static List<string> Sentences(PaperDocument draft) => [.. draft.Body.OfType<PaperParagraph>().Select(p => p.Text)];
}
