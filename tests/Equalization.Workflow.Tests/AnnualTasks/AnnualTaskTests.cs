using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;

namespace Equalization.Workflow.Tests.AnnualTasks;

public sealed class AnnualTaskTests
{
    private static readonly DateOnly Today = new(2018, 10, 8);
    private static readonly DateOnly DueOn = new(2018, 12, 31);

    [Fact]
    public void A_due_day_before_the_start_is_refused() =>
        Assert.Equal("due-before-start", Assert.Throws<RuleBroken>(() => Make(new DateOnly(2017, 12, 31))).Code);

    [Fact]
    public void The_first_due_day_never_moves()
    {
        var task = Make(DueOn);

        task.Extend(new DateOnly(2019, 3, 31), Today);

        Assert.Equal(DueOn, task.FirstDueOn);
        Assert.Equal(new DateOnly(2019, 3, 31), task.CurrentDueOn);
        Assert.Equal(1, task.ExtensionCount);
    }

    [Fact]
    public void A_part_with_an_earlier_day_of_its_own_keeps_it_and_the_others_follow()
    {
        var task = Make(DueOn);
        var later = new TaskUnit(task, Guid.NewGuid(), UnitRole.Cooperating, "出资", DueOn);
        task.Extend(new DateOnly(2018, 11, 30), Today);
        var earlier = new TaskUnit(task, Guid.NewGuid(), UnitRole.Cooperating, "选址", DueOn);
        task.Extend(new DateOnly(2019, 1, 31), Today);
        task.Add(earlier);
        task.Add(later);

        task.Extend(new DateOnly(2019, 6, 30), Today);

        Assert.Equal(new DateOnly(2019, 6, 30), task.Lead.DueOn);
        Assert.Equal(new DateOnly(2018, 11, 30), earlier.DueOn);
    }

    [Fact]
    public void A_return_may_name_today_but_no_day_before()
    {
        var task = Make(DueOn);
        task.Begin();
        task.EnterReview(new DateOnly(2018, 12, 1));

        Assert.Equal("due-in-past", Assert.Throws<RuleBroken>(() => task.Return(Today.AddDays(-1), Today)).Code);
        Assert.Equal(TaskState.UnderReview, task.State);
        task.Return(Today, Today);
        Assert.Equal((TaskState.Returned, 1), (task.State, task.ReturnCount));
    }

    [Fact]
    public void Nothing_is_written_off_that_is_not_under_review()
    {
        var task = Make(DueOn);
        task.Begin();

        Assert.Equal("not-under-review", Assert.Throws<RuleBroken>(() => task.WriteOff(Today)).Code);
    }

    [Fact]
    public void A_month_that_closes_yellow_counts_and_a_green_one_starts_anew()
    {
        var part = Make(DueOn).Lead;
        part.BookLight(Judged(Light.Yellow), new DateOnly(2018, 3, 31));
        part.TurnMonth(new DateOnly(2018, 4, 1), 3);
        Assert.Equal(1, part.YellowMonths);

        part.BookLight(Judged(Light.Green), new DateOnly(2018, 4, 30));
        part.TurnMonth(new DateOnly(2018, 4, 30), 3);
        Assert.Equal(1, part.YellowMonths);
        part.TurnMonth(new DateOnly(2018, 5, 1), 3);
        Assert.Equal(0, part.YellowMonths);
    }

    private static Judgement Judged(Light light) => new(light, "", [], false, null, []) { Expected = Percent.Zero, Overdue = false };

    private static AnnualTask Make(DateOnly dueOn)
    {
        var unit = Guid.NewGuid();
        var task = new AnnualTask(
            Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 1, new LedgerNumber(2018, 1), "任务", "", "", unit, new DateOnly(2018, 1, 1), dueOn, 1,
            ChinaTime.StartOf(Today));
        task.Add(new TaskUnit(task, unit, UnitRole.Lead, "", dueOn));
        return task;
    }
}
