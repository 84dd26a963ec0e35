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
    public async Task A_measure_and_lead_unit_have_one_running_series_whatever_the_year_of_the_task()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        var input = new RecurrenceInput(RecurrenceCycle.Yearly, new DateOnly(2019, 3, 1), null, null);
        await Set(story, task, input);
        city.Clock.SetDay(new DateOnly(2018, 12, 20));
        var row = new IssueRow(task.MeasureId, new DateOnly(2019, 12, 31), null, [], Repeats: RecurrenceCycle.Monthly);

        Assert.Equal("recurrence-stands", await Refused(() => city.Get<IssueService>().Issue(city.Office, new IssueInput(task.PlanId, 2019, [row]), Ct)));
        await city.Get<IssueService>().Issue(city.Office, new IssueInput(task.PlanId, 2019, [row with { Repeats = null }]), Ct);
        var next = await city.Read(db => db.AnnualTasks.AsNoTracking().SingleAsync(t => t.MeasureId == task.MeasureId && t.LeadUnitId == task.LeadUnitId && t.Year == 2019, Ct));
        Assert.Equal("recurrence-stands", await Refused(() => Set(story, next, input)));

        var rule = await city.Read(db => db.Recurrences.AsNoTracking().SingleAsync(Ct));
        await city.Get<RecurrenceService>().Stop(city.Office, rule.Id, rule.Version, "改设到下年任务。", Ct);
        await Set(story, next, input);
        Assert.Equal(1, await city.Read(db => db.Recurrences.CountAsync(r => r.EndedOn == null, Ct)));
    }

    [Fact]
    public async Task Two_series_that_stand_from_before_issue_a_years_task_once()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        var input = new RecurrenceInput(RecurrenceCycle.Yearly, new DateOnly(2019, 1, 2), null, null);
        await Set(story, task, input);
        var origin = await city.Read(db => db.Recurrences.Select(r => r.MeasureOriginId).SingleAsync(Ct));
        await city.Lay(db => db.Add(new Recurrence(task, origin, null, input, new DateOnly(2020, 12, 31), "", city.Clock.Now)));

        Assert.Equal(new RecurrenceOutcome(1, 1, 0), await RunOn(city, new DateOnly(2019, 1, 2)));
        Assert.Single(await Made(city));
    }

    [Fact]
    public async Task Whoever_sets_it_on_a_page_of_before_is_told_so()
    {
        await using var story = await StoryCity.Create();
        var (city, task, service) = (story.City, await story.Task(StoryCity.Signed), story.City.Get<RecurrenceService>());
        var input = new RecurrenceInput(RecurrenceCycle.Monthly, new DateOnly(2018, 5, 2), null, null);
        await service.Set(city.Office, task.Id, task.Version, input, Ct);
        var rule = await city.Read(db => db.Recurrences.AsNoTracking().SingleAsync(Ct));
        await service.Stop(city.Office, rule.Id, rule.Version, "改为季度。", Ct);

        Assert.Equal("stale", await Refused(() => service.Set(city.Office, task.Id, task.Version, input, Ct)));
        Assert.Equal(task.Version + 1, (await city.Get<RecurrenceQueries>().One(city.Office, task.Id, Ct)).Version);
    }

    [Fact]
    public async Task A_turn_in_a_new_year_has_that_years_criteria_and_the_measures_text_unless_the_office_wrote_its_own()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha.InForce(city);
        var queries = city.Get<IssueQueries>();
        var drafts = (await queries.Preview(city.Office, planId, 2019, Ct)).Rows.ToDictionary(r => r.MeasureId, r => r.Criteria);
        var rows = (await queries.Preview(city.Office, planId, 2018, Ct)).Rows.Where(r => r.Obstacle is null && r.Tasks == 1).ToList();
        var drafted = rows.First(r => r.Criteria != drafts[r.MeasureId]);
        var own = rows.First(r => r != drafted);
        IssueRow Row(Guid measureId, string? criteria) => new(measureId, new DateOnly(2018, 12, 31), criteria, [], Repeats: RecurrenceCycle.Yearly);
        await city.Get<IssueService>().Issue(city.Office, new IssueInput(planId, 2018, [Row(drafted.MeasureId, null), Row(own.MeasureId, "以现场核查为准。")]), Ct);
        // As after a revision of the plan: the tasks were made of a former text of the measure; one of them was changed by the office.
        await Former(city, planId, drafted.MeasureId, "原方案的正文。", "原方案的正文。");
        await Former(city, planId, own.MeasureId, "原方案的正文。", "办公室改写的内容。");

        Assert.Equal(2, (await RunOn(city, new DateOnly(2019, 1, 2))).Issued);
        var made = (await Made(city)).ToDictionary(t => t.MeasureId);
        var body = await city.Read(db => db.Measures.Where(m => m.Id == drafted.MeasureId).Select(m => m.Body).SingleAsync(Ct));
        Assert.Equal((drafts[drafted.MeasureId], body), (made[drafted.MeasureId].Criteria, made[drafted.MeasureId].Content));
        Assert.Equal(("以现场核查为准。", "办公室改写的内容。"), (made[own.MeasureId].Criteria, made[own.MeasureId].Content));
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

    private static async Task<Guid> Set(StoryCity story, AnnualTask task, RecurrenceInput input) =>
        await story.City.Get<RecurrenceService>().Set(story.City.Office, task.Id, (await story.City.Task(task.Id)).Version, input, Ct);

    private static async Task<string> Refused(Func<Task> call) => (await Assert.ThrowsAsync<RuleBroken>(call)).Code;

    /// <summary>Puts the measure's task on a copy of the measure in another version of the plan, with a text of its own.</summary>
    private static async Task Former(TestCity city, Guid planId, Guid measureId, string body, string content)
    {
        var copyId = Guid.Empty;
        await city.Lay(db =>
        {
            var number = db.PlanVersions.Where(v => v.PlanId == planId).Max(v => v.Number) + 1;
            var version = new PlanVersion(db.Plans.Single(p => p.Id == planId), number, "原方案.txt", null, "");
            var copy = db.Measures.AsNoTracking().Include(m => m.Targets).Single(m => m.Id == measureId).CopyTo(version);
            db.AddRange(version, copy);
            copyId = copy.Id;
        });
        await city.Read(db => db.Measures.Where(m => m.Id == copyId).ExecuteUpdateAsync(s => s.SetProperty(m => m.Body, body), Ct));
        await city.Read(db => db.AnnualTasks.Where(t => t.MeasureId == measureId)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.MeasureId, copyId).SetProperty(t => t.Content, content), Ct));
    }

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
