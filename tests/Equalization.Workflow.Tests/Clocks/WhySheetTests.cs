using System.Text.Json;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Clocks;

/// <summary>The sheet that explains a light: it says what the light says, and told again later it is the same.</summary>
public sealed class WhySheetTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_sheet_of_every_part_of_the_story_gives_the_light_that_the_task_page_shows()
    {
        await using var story = await StoryCity.Create();
        var calendar = await story.City.Get<WorkingCalendars>().Current(Ct);
        var (red, checkedParts) = (0, 0);
        foreach (var title in StoryCity.Titles)
        {
            var task = await story.Task(title);
            var set = await story.City.Get<RuleBook>().Of(task.JurisdictionId, task.RuleSetNumber, Ct);
            foreach (var part in task.Units)
            {
                var judged = LightRule.Judge(part.Facts, set, calendar, StoryCity.Today);
                var sheet = await Sheet(story.City, part.Id, story.City.Clock.Now);
                Assert.Equal((judged.Light, Said.Of(judged.Reason, judged.Arguments), judged.SilentReason), (sheet.Light, sheet.Reason, sheet.Silent?.Format));
                Assert.Equal(sheet.Count.WorkingDays, sheet.Count.Days.Count(d => d.Number is not null));
                Assert.Single(sheet.Rules, r => r.Applies);
                red += sheet.Light == Light.Red ? 1 : 0;
                checkedParts++;
            }
        }

        Assert.InRange(red, 1, checkedParts - 1);
    }

    [Fact]
    public async Task An_overdue_task_is_counted_day_by_day_over_the_festival()
    {
        await using var city = await TestCity.Create();
        var task = await TaskProcessTests.Laid(city, new DateOnly(2018, 4, 3));
        await TaskProcessTests.Sign(city, task, CityTasks.Lead);
        await city.PassTo(new DateOnly(2018, 4, 10));

        var sheet = await Sheet(city, task.Lead.Id, city.Clock.Now);

        Assert.Equal((Light.Red, 4), (sheet.Light, sheet.Count.WorkingDays));
        Assert.Equal("逾期 4 个工作日：市教育局（牵头单位）4 天。", sheet.Late.Sentence);
        Assert.Equal([(4, 1), (8, 2), (9, 3), (10, 4)], sheet.Count.Days.Where(d => d.Number is not null).Select(d => (d.Day.Day, d.Number!.Value)));
        Assert.Equal("清明", sheet.Count.Days.Single(d => d.Day.Day == 5).Name);
        var annex = WhyAnnex.Of(sheet);
        Assert.Contains("4日、8日（补班）、9日、10日。不计：5日（清明）、6日（清明）、7日（清明）", annex.Body.OfType<PaperTable>().SelectMany(t => t.Rows).SelectMany(r => r));
        Assert.All(annex.Body.OfType<PaperTable>(), t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Count, r.Count)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_sheet_made_at_an_act_equals_the_one_made_again_later(int seed)
    {
        await using var city = await TestCity.Create();
        var task = await TaskProcessTests.Laid(city, new DateOnly(2018, 5, 18));
        // Laid down, not issued: the line that an issue leaves is laid down too.
        await city.Lay(db => db.Tell(task.Id, ActKind.Issue, null, null, "下达任务，期限 {0}，签收期限 {1}", task.CurrentDueOn, task.Lead.SignDueOn));
        var random = new Random(seed);
        var kept = new List<(Guid Part, DateTime At, string Sheet)>();
        var done = 0;
        for (var turn = 0; turn < 14; turn++)
        {
            await city.PassTo(city.Clock.Today().AddDays(random.Next(1, 12)));
            foreach (var part in task.Units)
            {
                kept.Add((part.Id, city.Clock.Now, JsonSerializer.Serialize(await Sheet(city, part.Id, city.Clock.Now))));
            }

            done += await Act(city, task.Id, turn < 2 ? 0 : random.Next(8), random) ? 1 : 0;
        }

        Assert.True(done > 2, $"{done} acts");
        Assert.True(kept.Select(k => k.Sheet).Distinct().Count() > 10);
        foreach (var (part, at, sheet) in kept)
        {
            Assert.Equal(sheet, JsonSerializer.Serialize(await Sheet(city, part, at)));
        }
    }

    internal static Task<WhySheet> Sheet(TestCity city, Guid partId, DateTime at) => city.Read(async db =>
        await WhySheets.OfPart(db, partId, at, city.Get<RuleBook>(), await city.Get<WorkingCalendars>().Current(Ct), Ct));

    /// <summary>Tries one act; what the rules refuse at that moment is no act.</summary>
    private static async Task<bool> Act(TestCity city, Guid taskId, int which, Random random)
    {
        var task = await city.Task(taskId);
        var (lead, day) = (city.Head(CityTasks.Lead), city.Clock.Today());
        try
        {
            switch (which)
            {
                case 0 or 1:
                    var part = task.Units.First(u => u.State == TaskUnitState.ToSign);
                    await city.Get<SignForService>().SignFor(city.Contact(part.Role == UnitRole.Lead ? CityTasks.Lead : CityTasks.Cooperating), part.Id, part.Version, Ct);
                    return true;
                case 2:
                    var other = task.PartOf(city, CityTasks.Cooperating);
                    await city.Get<SignForService>().Decline(city.Contact(CityTasks.Cooperating), other.Id, other.Version, "职责不符。", Ct);
                    return true;
                case 3:
                    var declined = task.Units.First(u => u.State == TaskUnitState.Declined);
                    await city.Get<SignForService>().DecideDecline(city.Office, declined.Id, declined.Version, false, "请办理。", Ct);
                    return true;
                case 4:
                    await city.ReportApproved(task, random.Next(2) == 0 ? CityTasks.Lead : CityTasks.Cooperating, random.Next(2) == 0 ? 100 : random.Next(99));
                    return true;
                case 5:
                    await city.Get<ExtensionService>().Ask(lead, taskId, task.Version, new ExtensionAsk(task.CurrentDueOn.AddDays(20), "设计变更。", null, null), Ct);
                    return true;
                case 6:
                    var ask = await city.Read(db => db.ExtensionRequests.AsNoTracking().Where(e => e.TaskId == taskId).OrderByDescending(e => e.AskedAt).FirstAsync(Ct));
                    await city.Get<ExtensionService>().Grant(city.Office, ask.Id, ask.Version, ask.NewDueOn, null, Ct);
                    return true;
                default:
                    var id = await city.Get<CompletionService>().Ask(lead, taskId, task.Version, new CompletionAsk("全部完成。", []), Ct);
                    await city.PassTo(day.AddDays(5));
                    await city.Get<CompletionService>().Return(city.Office, id, await city.Read(db => db.CompletionRequests.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Ct)), "数据不全", day.AddDays(30), Ct);
                    return true;
            }
        }
        catch (Exception e) when (e is RuleBroken or InvalidOperationException)
        {
            return false;
        }
    }
}
