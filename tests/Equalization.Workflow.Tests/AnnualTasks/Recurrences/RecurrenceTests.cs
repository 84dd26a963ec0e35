using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.AnnualTasks.Recurrences;

/// <summary>Recurring tasks from the rule to the last turn. The story's plan runs from 2018 to 2020; its day is Tuesday 10 April 2018.</summary>
public sealed class RecurrenceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_turn_is_a_task_of_its_own_on_the_next_working_day()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        await Set(story, task, new RecurrenceInput(RecurrenceCycle.Monthly, new DateOnly(2018, 5, 1), null, null));

        // 1 May 2018 is a holiday (29 April to 1 May).
        Assert.Equal(0, (await RunOn(city, new DateOnly(2018, 4, 28))).Issued);
        Assert.Equal(0, (await RunOn(city, new DateOnly(2018, 5, 1))).Issued);
        Assert.Equal(new RecurrenceOutcome(1, 0, 0), await RunOn(city, new DateOnly(2018, 5, 2)));
        Assert.Equal(new RecurrenceOutcome(0, 0, 0), await RunOn(city, new DateOnly(2018, 5, 2)));

        var made = Assert.Single(await Made(city));
        Assert.Equal(StoryCity.Signed + "（2018年5月）", made.Title);
        Assert.NotEqual(task.Number, made.Number);
        Assert.Equal((TaskState.Issued, new DateOnly(2018, 5, 2), new DateOnly(2018, 5, 31)), (made.State, made.StartOn, made.CurrentDueOn));
        Assert.Equal(task.Units.Select(u => (u.UnitId, u.Role)).Order(), made.Units.Select(u => (u.UnitId, u.Role)).Order());
        Assert.All(made.Units, u => Assert.Equal((TaskUnitState.ToSign, (DateOnly?)null), (u.State, u.SignedOn)));
        Assert.NotEqual("none", await city.Stands("annual-task", made.Id));
        Assert.Equal(1, await city.Read(db => db.Notices.CountAsync(n => n.Kind == NoticeKind.TaskIssued && n.SubjectId == made.Id && n.PersonId == city.Contact(StoryCity.Lead).PersonId, Ct)));

        Assert.Equal(1, (await RunOn(city, new DateOnly(2018, 6, 1))).Issued);
        Assert.Equal(2, (await Made(city)).Select(t => t.Number).Distinct().Count());
    }

    [Fact]
    public async Task After_a_standstill_only_the_newest_turn_is_issued_and_the_missed_ones_are_on_record()
    {
        await using var story = await StoryCity.Create();
        await Set(story, await story.Task(StoryCity.Signed), new RecurrenceInput(RecurrenceCycle.Monthly, new DateOnly(2018, 5, 1), 10, null));

        Assert.Equal(new RecurrenceOutcome(1, 3, 0), await RunOn(story.City, new DateOnly(2018, 8, 15)));

        var made = Assert.Single(await Made(story.City));
        Assert.EndsWith("（2018年8月）", made.Title, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2018, 8, 15), new DateOnly(2018, 8, 29)), (made.StartOn, made.CurrentDueOn));
        var page = await story.City.Get<RecurrenceQueries>().One(story.City.Office, made.Id, Ct);
        Assert.Equal([4, 3, 2, 1, 0], page.Series!.Turns.Select(t => t.Ordinal));
        Assert.All(page.Series.Turns.Where(t => t.Ordinal is > 0 and < 4), t => Assert.NotNull(t.SkippedBecause));
        Assert.Equal(new DateOnly(2018, 9, 1), page.Series.Row.NextOn);
    }

    [Fact]
    public async Task Two_processes_that_run_at_once_issue_a_turn_once()
    {
        await using var story = await StoryCity.Create();
        foreach (var title in (string[])[StoryCity.Signed, StoryCity.Drafted, StoryCity.Late])
        {
            await Set(story, await story.Task(title), new RecurrenceInput(RecurrenceCycle.Quarterly, new DateOnly(2018, 7, 2), null, null));
        }

        story.City.Clock.SetDay(new DateOnly(2018, 7, 2));
        await using var other = story.City.ServicesAnew(_ => { });
        var runs = await Task.WhenAll(
            Task.Run(() => story.City.Get<RecurrenceIssueService>().Run(Ct), Ct), Task.Run(() => other.GetRequiredService<RecurrenceIssueService>().Run(Ct), Ct));

        Assert.Equal(3, runs.Sum(r => r.Issued));
        Assert.Equal(3, (await Made(story.City)).Count);
        Assert.All(await Made(story.City), t => Assert.EndsWith("（2018年第3季度）", t.Title, StringComparison.Ordinal));
        // Three tasks of one unit on one morning are one notice a person.
        var lead = story.City.Contact(StoryCity.Lead).PersonId;
        Assert.Equal(1, await story.City.Read(db => db.Notices.CountAsync(n => n.PersonId == lead && n.Kind == NoticeKind.TaskIssued && n.Format.StartsWith("本单位有"), Ct)));
    }

    [Fact]
    public async Task It_ends_with_the_plan()
    {
        await using var story = await StoryCity.Create();
        await Set(story, await story.Task(StoryCity.Signed), new RecurrenceInput(RecurrenceCycle.Yearly, new DateOnly(2019, 12, 31), null, null));

        Assert.Equal(new RecurrenceOutcome(1, 0, 0), await RunOn(story.City, new DateOnly(2019, 12, 31)));
        // 31 December 2020 is the plan's last day and the series' last turn: it is due the same day.
        Assert.Equal(new RecurrenceOutcome(1, 0, 0), await RunOn(story.City, new DateOnly(2020, 12, 31)));
        Assert.Equal(new RecurrenceOutcome(0, 0, 0), await RunOn(story.City, new DateOnly(2021, 12, 31)));
        Assert.All(await Made(story.City), t => Assert.True(t.CurrentDueOn <= new DateOnly(2020, 12, 31)));
        Assert.NotNull((await story.City.Read(db => db.Recurrences.AsNoTracking().SingleAsync(Ct))).EndedOn);
    }

    [Fact]
    public async Task A_program_that_comes_back_after_the_plan_issues_nothing_and_tells_the_office()
    {
        await using var story = await StoryCity.Create();
        await Set(story, await story.Task(StoryCity.Signed), new RecurrenceInput(RecurrenceCycle.Monthly, new DateOnly(2018, 5, 1), null, null));

        Assert.Equal(new RecurrenceOutcome(0, 0, 1), await RunOn(story.City, new DateOnly(2021, 3, 1)));
        Assert.Empty(await Made(story.City));
        Assert.True(await story.City.Read(db => db.Notices.AnyAsync(n => n.Kind == NoticeKind.RecurrenceEnded, Ct)));
    }

    [Fact]
    public async Task A_withdrawn_turn_ends_the_series_rather_than_coming_again()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Declined));
        await Set(story, task, new RecurrenceInput(RecurrenceCycle.Monthly, new DateOnly(2018, 5, 2), null, null));
        var part = await story.Part(StoryCity.Declined, StoryCity.Lead);
        await city.Get<SignForService>().DecideDecline(city.Office, part.Id, part.Version, true, "同意，不属该单位职责。", Ct);

        Assert.Equal(new RecurrenceOutcome(0, 0, 1), await RunOn(city, new DateOnly(2018, 5, 2)));
        Assert.Empty(await Made(city));
    }

    [Fact]
    public async Task A_yearly_turn_that_the_office_issued_itself_is_skipped()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        await Set(story, task, new RecurrenceInput(RecurrenceCycle.Yearly, new DateOnly(2019, 1, 2), null, null));
        city.Clock.SetDay(new DateOnly(2018, 12, 20));
        await city.Get<IssueService>().Issue(city.Office, new IssueInput(task.PlanId, 2019, [new IssueRow(task.MeasureId, new DateOnly(2019, 12, 31), null, [])]), Ct);

        Assert.Equal(new RecurrenceOutcome(0, 1, 0), await RunOn(city, new DateOnly(2019, 1, 2)));
    }

    [Fact]
    public async Task Set_at_issue_it_carries_class_and_the_years_targets_and_passes_them_on()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var preview = await city.Get<IssueQueries>().Preview(city.Office, planId, 2018, Ct);
        var row = preview.Rows.First(r => r.Proposed && r.Tasks == 1);
        await city.Get<IssueService>().Issue(
            city.Office, new IssueInput(planId, 2018, [new IssueRow(row.MeasureId, new DateOnly(2018, 6, 29), null, ["台账"], TaskClass.Pilot, RecurrenceCycle.Quarterly)]), Ct);
        var first = await city.Read(db => db.AnnualTasks.Include(t => t.Units).Include(t => t.Targets).Include(t => t.Required).AsNoTracking().SingleAsync(Ct));

        Assert.Equal(1, (await RunOn(city, new DateOnly(2018, 7, 2))).Issued);
        var second = Assert.Single(await Made(city));
        Assert.Equal((TaskClass.Pilot, new DateOnly(2018, 9, 30)), (second.Class, second.CurrentDueOn));
        Assert.Equal((first.Targets.Count, "台账"), (second.Targets.Count, second.Required.Single().Kind));
        Assert.Equal(2, (await city.Get<TaskQueries>().Page(city.Office, new TaskFilter { Class = TaskClass.Pilot }, 1, 50, Ct)).Total);
        Assert.Equal(0, (await city.Get<TaskQueries>().Page(city.Office, new TaskFilter { Class = TaskClass.Key }, 1, 50, Ct)).Total);
    }

    [Fact]
    public async Task The_last_years_task_cannot_repeat_yearly()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Counties);
        var input = new IssueInput(task.PlanId, 2020, [new IssueRow(task.MeasureId, new DateOnly(2020, 12, 31), null, [], Repeats: RecurrenceCycle.Yearly)]);
        Assert.Equal("issue-repeat", (await Assert.ThrowsAsync<RuleBroken>(() => story.City.Get<IssueService>().Issue(story.City.Office, input, Ct))).Code);
    }

    [Theory]
    [InlineData("2018-04-10", null, null, "recurrence-first")]
    [InlineData(null, null, null, "recurrence-first")]
    [InlineData("2021-01-01", null, null, "recurrence-last")]
    [InlineData("2018-06-01", "2018-05-01", null, "recurrence-last")]
    [InlineData("2018-06-01", "2021-01-01", null, "recurrence-last")]
    [InlineData("2018-06-01", null, 0, "recurrence-term")]
    [InlineData("2018-06-01", null, 251, "recurrence-term")]
    public async Task What_cannot_recur_is_refused_at_its_field(string? first, string? last, int? term, string code)
    {
        await using var story = await StoryCity.Create();
        var input = new RecurrenceInput(RecurrenceCycle.Monthly, Day(first), term, Day(last));
        var task = await story.Task(StoryCity.Signed);
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => Set(story, task, input));
        Assert.Equal(code, refusal.Code);
        Assert.NotNull(refusal.Field);
        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_series_runs_once_and_stops_with_a_reason()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        var input = new RecurrenceInput(RecurrenceCycle.Monthly, new DateOnly(2018, 5, 2), null, null);
        await Set(story, task, input);
        Assert.Equal("recurrence-stands", (await Assert.ThrowsAsync<RuleBroken>(() => Set(story, task, input))).Code);
        var rule = await city.Read(db => db.Recurrences.AsNoTracking().SingleAsync(Ct));
        var service = city.Get<RecurrenceService>();
        Assert.Equal("recurrence-reason", (await Assert.ThrowsAsync<RuleBroken>(() => service.Stop(city.Office, rule.Id, rule.Version, " ", Ct))).Code);
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => service.Stop(city.Leader, rule.Id, rule.Version, "不办了。", Ct))).Code);
        await service.Stop(city.Office, rule.Id, rule.Version, "改为季度。", Ct);
        Assert.Equal("recurrence-over", (await Assert.ThrowsAsync<RuleBroken>(() => service.Stop(city.Office, rule.Id, rule.Version + 1, "再停。", Ct))).Code);

        Assert.Equal(0, (await RunOn(city, new DateOnly(2018, 5, 2))).Issued);
        await Set(story, task, input with { Cycle = RecurrenceCycle.Quarterly, FirstOn = new DateOnly(2018, 7, 2) });
        Assert.Equal(1, (await RunOn(city, new DateOnly(2018, 7, 2))).Issued);
    }

    [Fact]
    public void The_thirty_first_falls_on_the_last_day_of_a_shorter_month_and_comes_back()
    {
        var task = new AnnualTask(
            Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 1, new LedgerNumber(2018, 1), "巡查", "", "", Guid.NewGuid(), new DateOnly(2018, 1, 1), new DateOnly(2018, 1, 31), 1, At);
        var rule = new Recurrence(task, Guid.NewGuid(), null, new RecurrenceInput(RecurrenceCycle.Monthly, new DateOnly(2018, 1, 31), null, null), new DateOnly(2018, 12, 31), "", At);
        Assert.Equal(["2018-01-31", "2018-02-28", "2018-03-31", "2018-04-30"], Enumerable.Range(1, 4).Select(n => $"{rule.PlannedOn(n):yyyy-MM-dd}"));
        Assert.Equal(Measure.LongestTitle, new Recurrence(
            task, Guid.NewGuid(), new string('长', Measure.LongestTitle), new RecurrenceInput(RecurrenceCycle.Yearly, new DateOnly(2018, 1, 31), null, null), new DateOnly(2018, 12, 31), "", At)
            .TitleOf(new DateOnly(2018, 1, 31)).Length);
    }

    [Fact]
    public async Task The_office_sets_a_tasks_class_with_a_reason()
    {
        await using var story = await StoryCity.Create();
        var (service, task) = (story.City.Get<ClassService>(), await story.Task(StoryCity.Signed));
        Assert.Equal(TaskClass.Ordinary, task.Class);
        Assert.Equal("class-same", (await Assert.ThrowsAsync<RuleBroken>(() => service.Set(story.City.Office, task.Id, task.Version, TaskClass.Ordinary, "同前。", Ct))).Code);
        Assert.Equal("class-reason", (await Assert.ThrowsAsync<RuleBroken>(() => service.Set(story.City.Office, task.Id, task.Version, TaskClass.Key, "", Ct))).Code);
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => service.Set(story.City.Leader, task.Id, task.Version, TaskClass.Key, "重要。", Ct))).Code);
        await service.Set(story.City.Office, task.Id, task.Version, TaskClass.Key, "列入市政府重点工作。", Ct);
        Assert.Equal(TaskClass.Key, (await story.Task(StoryCity.Signed)).Class);
    }

    private static readonly DateTime At = new(2018, 1, 2, 1, 0, 0, DateTimeKind.Utc);

    private static Task<Guid> Set(StoryCity story, AnnualTask task, RecurrenceInput input) => story.City.Get<RecurrenceService>().Set(story.City.Office, task.Id, input, Ct);

    private static Task<RecurrenceOutcome> RunOn(TestCity city, DateOnly day)
    {
        city.Clock.SetDay(day);
        return city.Get<RecurrenceIssueService>().Run(Ct);
    }

    /// <summary>The tasks that turns became, oldest first.</summary>
    private static Task<List<AnnualTask>> Made(TestCity city) => city.Read(db => (from u in db.RecurrenceTurns
                                                                                 join t in db.AnnualTasks on u.TaskId equals t.Id
                                                                                 where u.Ordinal > 0
                                                                                 orderby u.Ordinal
                                                                                 select t).Include(t => t.Units).Include(t => t.Targets).Include(t => t.Required).AsNoTracking().ToListAsync(Ct));
}
