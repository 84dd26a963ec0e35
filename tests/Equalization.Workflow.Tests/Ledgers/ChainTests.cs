using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Ledgers.LedgerDesk;
using static Equalization.Workflow.Tests.Rosters.RosterDesk;

namespace Equalization.Workflow.Tests.Ledgers;

/// <summary>From gap to task to number: ties, whether the number moved, and where the chain is broken.</summary>
public sealed class ChainTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Theory]
    [InlineData("21", Movement.Same)]
    [InlineData("30", Movement.Better)]
    [InlineData("20", Movement.Worse)]
    [InlineData("", Movement.Unknown)]
    public async Task A_task_shows_the_figure_when_tied_and_the_newest(string then, Movement movement)
    {
        await city.Register(2016, School("001", "21"));
        var (task, gap) = (await city.LayTask(), await city.Gap());
        Assert.Equal(1, await city.Tie($"{task.Number} {task.Title}", gap.Id));
        Assert.Equal(0, await city.Tie(task.Number, gap.Id));
        Assert.Equal((Movement.NoNewer, 2.1m), (await Tied(task)) is var before ? (before.Movement, before.ValueThen!.Value) : default);

        await city.TakeSchools(2017, School("001", then));

        var tied = await Tied(task);
        Assert.Equal((movement, 2016, 2017), (tied.Movement, tied.YearThen, tied.YearNow));
        await city.Register(2017);
        Assert.Equal(movement, await city.Read(db => db.LedgerTies.Select(t => t.Movement).SingleAsync(TestCity.Ct)));
        Assert.Contains("关联差距台账 {0} 项", await city.Story(task.Id));
    }

    [Fact]
    public async Task Of_a_coefficient_less_is_better() =>
        Assert.Equal(
            (Movement.Better, Movement.Worse, Movement.Better),
            (LedgerTie.Of(GapKind.Coefficient, 2016, 0.6m, 2017, 0.5m), LedgerTie.Of(GapKind.ClassSize, 2016, 50, 2017, 51), LedgerTie.Of(GapKind.Indicator, 2016, 4.1m, 2017, 4.2m)));

    [Fact]
    public async Task A_gap_is_without_a_task_until_one_that_stands_is_tied_and_again_when_it_is_withdrawn()
    {
        await city.Register(2016, School("001", "21"));
        var (task, gap) = (await city.LayTask(), await city.Gap());
        Assert.Single(await Loose());
        await Refuses("ledger-task", () => city.Tie("2018-9999", gap.Id));
        await Refuses("ledger-none", () => city.Tie(task.Number));
        await city.Tie(task.Number, gap.Id);
        Assert.Empty(await Loose());
        Assert.Equal(1, Assert.Single(await city.Gaps()).Tasks);

        await city.Get<AmendmentService>().Withdraw(city.Office, task.Id, (await city.Task(task.Id)).Version, "政策调整", TestCity.Ct);

        Assert.Single(await Loose());
        Assert.Equal(TaskState.Withdrawn, Assert.Single((await city.Look(gap.Id)).Ties).State);
        await Refuses("ledger-task-closed", () => city.Tie(task.Number, gap.Id));

        Task<IReadOnlyList<GapRow>> Loose() => city.Gaps(new GapFilter { WithoutTask = true, Kind = GapKind.Indicator });
    }

    [Fact]
    public async Task A_tie_ends_with_a_reason_and_may_be_made_anew_with_the_newer_figure()
    {
        await city.Register(2016, School("001", "21"));
        var (task, gap) = (await city.LayTask(), await city.Gap());
        await city.Tie(task.Number, gap.Id);
        var tie = Assert.Single((await city.Look(gap.Id)).Ties);
        await Refuses("ledger-reason", () => Untie(" "));
        await Refuses(RuleBroken.NotAllowed, () => city.Get<TieService>().Untie(city.Leader, tie.Id, tie.Version, "改由他项承担", TestCity.Ct));
        await Untie("改由他项承担");
        await Refuses("ledger-untied", () => Untie("再解除"));
        Assert.Empty(await city.Get<TieQueries>().OfTask(city.Office, task.Id, TestCity.Ct));

        await city.Register(2017, School("001", "30"));
        await city.Tie(task.Number, gap.Id);

        Assert.Equal((2017, 3m, Movement.NoNewer), (await Tied(task)) is var tied ? (tied.YearThen, tied.ValueThen, tied.Movement) : default);
        Assert.Equal([DecisionKind.Tie, DecisionKind.Untie, DecisionKind.Tie], (await city.Look(gap.Id)).Decisions.Select(d => d.Kind));

        Task Untie(string reason) => city.Get<TieService>().Untie(city.Office, tie.Id, tie.Version, reason, TestCity.Ct);
    }

    [Fact]
    public async Task Tasks_without_a_gap_and_written_off_tasks_without_a_move_are_listed()
    {
        await city.Register(2016, School("001", "21"), School("002", "21"));
        var ids = (await city.Gaps()).Select(g => g.Id).ToArray();
        var (tied, loose) = (await city.LayTask(), await city.LayTask());
        Assert.Equal(2, await city.Tie(tied.Number, ids));
        var chain = city.Get<ChainQueries>();

        Assert.Equal([loose.Id], (await chain.TasksWithoutGap(city.Leader, 2018, 1, 20, TestCity.Ct)).Rows.Select(r => r.Id));
        Assert.Empty((await Unmoved(null)).Rows);
        await city.Lay(db =>
        {
            var task = db.AnnualTasks.Include(t => t.Units).Single(t => t.Id == tied.Id);
            task.Begin();
            task.EnterReview(city.Clock.Today());
            task.WriteOff(city.Clock.Today());
        });
        Assert.Equal(2, (await Unmoved(null)).Total);
        await city.Register(2017, School("001", "30"), School("002", "21"));

        var unmoved = Assert.Single((await Unmoved(null)).Rows);
        Assert.Equal(("第002小学", Movement.Same, 2016, 2017), (unmoved.School, unmoved.Movement, unmoved.Year, unmoved.LatestYear));
        Assert.Empty((await Unmoved(Movement.Worse)).Rows);
        await Refuses(RuleBroken.NotAllowed, () => chain.Unmoved(city.Contact("市教育局"), null, 1, 20, TestCity.Ct));
        await Refuses(RuleBroken.NotAllowed, () => chain.TasksWithoutGap(city.Contact("市教育局"), null, 1, 20, TestCity.Ct));

        Task<Paged<UnmovedTask>> Unmoved(Movement? movement) => chain.Unmoved(city.Auditor, movement, 1, 20, TestCity.Ct);
    }

    [Fact]
    public async Task A_unit_of_the_task_sees_the_gap_that_the_task_is_to_close()
    {
        await city.Register(2016, School("001", "21"), School("002", "21"));
        var (task, gaps) = (await city.LayTask(), await city.Gaps());
        await city.Tie(task.Number, gaps[0].Id);

        Assert.Equal([gaps[0].Id], (await Seen("市财政局")).Select(g => g.Id));
        Assert.Empty(await Seen("市国土局"));
        await Refuses(RuleBroken.NotFound, () => city.Get<TieQueries>().OfTask(city.Contact("市国土局"), task.Id, TestCity.Ct));

        async Task<IReadOnlyList<GapRow>> Seen(string unit) => (await city.Get<GapQueries>().Page(city.Contact(unit), new GapFilter(), 1, 20, TestCity.Ct)).Rows;
    }

    private async Task<TiedGap> Tied(AnnualTask task) => Assert.Single(await city.Get<TieQueries>().OfTask(city.Office, task.Id, TestCity.Ct));
}
