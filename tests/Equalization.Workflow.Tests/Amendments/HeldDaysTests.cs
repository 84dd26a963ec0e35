using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Clocks;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Amendments;

/// <summary>The days a task was held, kept by the task: what counts them, and tasks that were held before they kept them.</summary>
public sealed class HeldDaysTests
{
    private static readonly DateOnly HeldOn = new(2018, 5, 2);
    private static readonly DateOnly ResumedOn = new(2018, 7, 20);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public void Days_are_kept_as_they_were_put_down()
    {
        var held = HeldDays.None.With(new(2018, 4, 9), new(2018, 6, 4)).With(new(2018, 7, 2), new(2018, 7, 2));

        Assert.Equal("20180409-20180604 20180702-20180702", held.ToString());
        Assert.Equal(held, HeldDays.Parse(held.ToString()));
        Assert.Equal(HeldDays.None, HeldDays.Parse(""));
        Assert.Equal((1, 57, 58), (held.CountWithin(new(2018, 7, 1), new(2018, 7, 31)), held.CountWithin(new(2018, 1, 1), new(2018, 7, 1)), held.CountWithin(new(2018, 1, 1), new(2018, 12, 31))));
        Assert.Equal((true, true, false), (held.Covers(new(2018, 4, 9)), held.Covers(new(2018, 6, 4)), held.Covers(new(2018, 6, 5))));
        Assert.Throws<ArgumentOutOfRangeException>(() => held.With(new(2018, 7, 2), new(2018, 7, 3)));
        Assert.True(Enumerable.Range(0, HeldDays.Most).Aggregate(HeldDays.None, (h, i) => h.With(HeldOn.AddDays(i), HeldOn.AddDays(i))).ToString().Length == HeldDays.LongestText);
    }

    [Fact]
    public async Task After_a_hold_light_and_sheet_say_what_they_said_before_and_no_report_is_asked_for_the_time_between()
    {
        await using var city = await TestCity.Create();
        var task = await TaskProcessTests.Laid(city);
        await TaskProcessTests.Sign(city, task, CityTasks.Lead);
        await TaskProcessTests.Sign(city, task, CityTasks.Cooperating);
        await city.PassTo(new DateOnly(2018, 4, 3));
        await city.ReportApproved(await city.Task(task.Id), CityTasks.Lead, 30);
        await city.ReportApproved(await city.Task(task.Id), CityTasks.Cooperating, 30);
        await city.PassTo(HeldOn);
        var before = await Judged(city, task.Id, HeldOn.AddDays(-1));
        await Service(city).Hold(Office(city), task.Id, (await city.Task(task.Id)).Version, "等待省级资金。", "省财政厅", HeldOn, Ct);
        await city.PassTo(ResumedOn);

        await Service(city).Resume(Office(city), task.Id, (await city.Task(task.Id)).Version, "资金已到位。", Ct);

        var after = await Judged(city, task.Id, ResumedOn);
        Assert.Equal((Light.Green, Light.Green, false), (before.Light, after.Light, after.Silent));
        // The day moved by working days, progress counts all days: they differ by no more than a week-end.
        Assert.InRange(Math.Abs(after.Expected.Hundredths - before.Expected.Hundredths), 0, 100);
        var sheet = await WhySheetTests.Sheet(city, task.Lead.Id, ClockReading.Until(city.Clock.Now));
        Assert.Equal((after.Light, Said.Of(after.Reason, after.Arguments), null), (sheet.Light, sheet.Reason, sheet.Silent));
        await city.PassTo(new DateOnly(2018, 7, 23));
        var own = await city.Get<WorkQueries>().Load(city.Contact(CityTasks.Lead), Ct);
        Assert.DoesNotContain(own.Items, i => i.Section == WorkSection.ToReport);
        Assert.Empty(await Silences(city, task.Id));

        await city.PassTo(new DateOnly(2018, 10, 20));
        Assert.Contains("2018Q3", Assert.Single(await Silences(city, task.Id)));
        foreach (var part in (await city.Task(task.Id)).Units)
        {
            var judged = LightRule.Judge(part.Facts, await city.Get<RuleBook>().Of(task.JurisdictionId, 1, Ct), await city.Get<WorkingCalendars>().Current(Ct), city.Clock.Today());
            var told = await WhySheetTests.Sheet(city, part.Id, ClockReading.Until(city.Clock.Now));
            Assert.Equal((judged.Light, Said.Of(judged.Reason, judged.Arguments), judged.SilentReason), (told.Light, told.Reason, told.Silent?.Format));
        }

        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task Tasks_held_before_they_kept_the_days_are_given_them_from_the_decisions()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var (twice, never) = (await story.Task(StoryCity.Signed), await story.Task(StoryCity.Reported));
        var day = StoryCity.Today;
        for (var i = 0; i < 2; i++)
        {
            await Service(city).Hold(Office(city), twice.Id, (await city.Task(twice.Id)).Version, "等待。", "省财政厅", day, Ct);
            await city.PassTo(day = day.AddDays(10));
            await Service(city).Resume(Office(city), twice.Id, (await city.Task(twice.Id)).Version, "恢复。", Ct);
            await city.PassTo(day = day.AddDays(3));
        }

        await Service(city).Hold(Office(city), twice.Id, (await city.Task(twice.Id)).Version, "等待。", "省财政厅", day, Ct);
        var kept = await city.Task(twice.Id);
        Assert.Equal(2, kept.Held.All.Count);
        await city.Read(async db => await db.AnnualTasks.ExecuteUpdateAsync(s => s.SetProperty(t => t.Held, HeldDays.None), Ct)
            + await db.TaskUnits.ExecuteUpdateAsync(s => s.SetProperty(u => u.Held, HeldDays.None), Ct));

        Assert.Equal(1, await city.Get<HeldAdoption>().Run(Ct));

        var given = await city.Task(twice.Id);
        Assert.Equal((kept.Held, kept.HeldSince), (given.Held, given.HeldSince));
        Assert.All(given.Units, u => Assert.Equal((kept.Held, kept.HeldSince), (u.Held, u.HeldSince)));
        Assert.Equal(HeldDays.None, (await city.Task(never.Id)).Held);
        Assert.Equal(0, await city.Get<HeldAdoption>().Run(Ct));
    }

    private static AmendmentService Service(TestCity city) => city.Get<AmendmentService>();

    private static Actor Office(TestCity city) => city.Office with { Day = city.Clock.Today() };

    private static Task<List<string>> Silences(TestCity city, Guid taskId) =>
        city.Read(db => db.Stories.Where(s => s.TaskId == taskId && s.Format.Contains("未反馈")).Select(s => s.Arguments).ToListAsync(Ct));

    private static async Task<Judgement> Judged(TestCity city, Guid taskId, DateOnly day)
    {
        var task = await city.Task(taskId);
        return LightRule.Judge(
            task.Lead.Facts, await city.Get<RuleBook>().Of(task.JurisdictionId, task.RuleSetNumber, Ct), await city.Get<WorkingCalendars>().Current(Ct), day);
    }
}
