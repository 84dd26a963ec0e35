using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Tests.Support;
using static Equalization.Workflow.Tests.Ledgers.LedgerDesk;

namespace Equalization.Workflow.Tests.Ledgers;

/// <summary>What becomes of a task's gaps when it is split, merged or issued anew.</summary>
public sealed class TieSuccessionTests
{
    [Fact]
    public async Task A_split_passes_the_open_gaps_on_to_its_parts_with_the_figure_they_were_tied_with()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        await city.Register(2016, School("001", "21"), School("002", "21"));
        var (task, gaps) = (await story.Task(StoryCity.Signed), await city.Gaps());
        await city.Tie(task.Number, [.. gaps.Select(g => g.Id)]);
        await city.Register(2017, School("001", "30"), School("002", "42"));
        var (open, done) = (gaps.Single(g => g.School == "第001小学").Id, gaps.Single(g => g.School == "第002小学").Id);
        await city.WriteOff(done);

        var made = await Replace(city, task, [], Part(city, "前半"), Part(city, "后半") with { TargetIds = [.. task.Targets.Select(t => t.Id)] });

        foreach (var part in made)
        {
            var tied = Assert.Single(await city.Get<TieQueries>().OfTask(city.Office, part, TestCity.Ct));
            Assert.Equal((open, 2016, 2.1m, Movement.Better), (tied.EntryId, tied.YearThen, tied.ValueThen, tied.Movement));
            Assert.Contains("承接 {0} 关联的差距台账 {1} 项", await city.Story(part));
        }

        Assert.Equal([done], (await city.Get<TieQueries>().OfTask(city.Office, task.Id, TestCity.Ct)).Select(t => t.EntryId));
        Assert.Contains("关联的差距台账 {0} 项转由 {1} 承接", await city.Story(task.Id));
        var (first, second) = ((await city.Task(made[0])).Number, (await city.Task(made[1])).Number);
        Assert.Contains((DecisionKind.Succession, $"{task.Number} → {first}、{second}"), (await city.Look(open)).Decisions.Select(d => (d.Kind, d.Words!)));
        Assert.Empty(await city.Gaps(new GapFilter { WithoutTask = true, Kind = GapKind.Indicator, State = LedgerState.Open }));
        Assert.DoesNotContain((await city.Get<ChainQueries>().TasksWithoutGap(city.Office, null, 1, 100, TestCity.Ct)).Rows, r => made.Contains(r.Id));
    }

    [Fact]
    public async Task A_merger_ties_a_gap_of_two_tasks_once_from_the_earlier_figure_and_a_reissue_carries_it_on()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        await city.Register(2016, School("001", "21"));
        var (one, other, gap) = (await story.Task(StoryCity.Signed), await story.Task(StoryCity.CompletionAtOffice), await city.Gap());
        await city.Tie(one.Number, gap.Id);
        city.Clock.AdvanceDays(1);
        await city.Register(2017, School("001", "30"));
        await city.Tie(other.Number, gap.Id);

        var merged = Assert.Single(await Replace(city, other, [one.Number], Part(city, "合并")));
        Assert.Equal((2016, 2.1m), (await Tied(city, await city.Task(merged))) is var tied ? (tied.YearThen!.Value, tied.ValueThen!.Value) : default);
        var anew = Assert.Single(await Replace(city, await city.Task(merged), [], Part(city, "更正")));

        Assert.Equal((2016, 2.1m), (await Tied(city, await city.Task(anew))) is var again ? (again.YearThen!.Value, again.ValueThen!.Value) : default);
        Assert.Equal([anew], (await city.Look(gap.Id)).Ties.Where(t => t.EndedAt == null).Select(t => t.TaskId));
        Assert.Null((await city.Get<AuditQueries>().Verify(city.Jurisdiction.Id, TestCity.Ct)).BrokenAt);
    }

    private static async Task<IReadOnlyList<Guid>> Replace(TestCity city, AnnualTask task, string[] others, params NewTask[] parts) => await city.Get<ReplacementService>().Replace(
        city.Office, task.Id, (await city.Task(task.Id)).Version, new Replacement("分工调整。", others, parts), TestCity.Ct);

    private static NewTask Part(TestCity city, string title) => new(title, "内容", "标准", city.Unit(StoryCity.Lead).Id, city.Clock.Today().AddDays(60));

    private static async Task<TiedGap> Tied(TestCity city, AnnualTask task) => Assert.Single(await city.Get<TieQueries>().OfTask(city.Office, task.Id, TestCity.Ct));
}
