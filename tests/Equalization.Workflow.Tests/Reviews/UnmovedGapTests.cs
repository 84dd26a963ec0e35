using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Tests.Ledgers;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Rosters.RosterDesk;

namespace Equalization.Workflow.Tests.Reviews;

/// <summary>A task is written off with a word where the number of its gap did not move.</summary>
public sealed class UnmovedGapTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("21")]
    [InlineData("20")]
    [InlineData("")]
    public async Task Without_a_better_number_the_write_off_asks_for_a_word_and_records_it(string? then)
    {
        await using var story = await StoryCity.Create();
        var (task, number) = await Tied(story, then);

        await Refuses("gap-unmoved", () => Accept(story, task, " "));
        Assert.Equal(TaskState.UnderReview, (await story.City.Task(task.Id)).State);
        await Accept(story, task, "校舍已建成，新学年数据十月方能统计。");

        Assert.Equal(TaskState.WrittenOff, (await story.City.Task(task.Id)).State);
        Assert.Contains("销账时 {0} 项关联差距的数值没有改善或未知：{1}", await story.City.Story(task.Id));
        var told = await story.City.Read(db => db.Stories.SingleAsync(s => s.TaskId == task.Id && s.Format.StartsWith("销账时"), TestCity.Ct));
        Assert.Contains(number, told.Arguments, StringComparison.Ordinal);
        Assert.Equal("校舍已建成，新学年数据十月方能统计。", told.Detail);
    }

    [Fact]
    public async Task With_a_better_number_no_word_is_asked()
    {
        await using var story = await StoryCity.Create();
        var (task, _) = await Tied(story, "30");

        await Accept(story, task, null);

        Assert.Equal(TaskState.WrittenOff, (await story.City.Task(task.Id)).State);
    }

    /// <summary>A task under review tied to a gap of 21 teachers; the next year's data has so many, null is no data.</summary>
    private static async Task<(AnnualTask Task, string Gap)> Tied(StoryCity story, string? then)
    {
        await story.City.Register(2016, LedgerDesk.School("001", "21"));
        var (task, gap) = (await story.Task(StoryCity.CompletionAtOffice), await story.City.Gap());
        await story.City.Tie(task.Number, gap.Id);
        if (then is not null)
        {
            await story.City.Register(2017, LedgerDesk.School("001", then));
        }

        return (task, gap.Number);
    }

    private static async Task<string> Accept(StoryCity story, AnnualTask task, string? opinion)
    {
        var request = await story.City.Read(db => db.CompletionRequests.AsNoTracking().SingleAsync(c => c.TaskId == task.Id && c.State == CompletionState.WithOffice, TestCity.Ct));
        return await story.City.Get<CompletionService>().Accept(story.City.Office, request.Id, request.Version, opinion, TestCity.Ct);
    }
}
