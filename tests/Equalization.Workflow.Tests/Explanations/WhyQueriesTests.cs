using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Explanations;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Equalization.Workflow.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Explanations;

/// <summary>“Why” is answered to whom it concerns, for each kind of thing, in both languages and at both widths.</summary>
public sealed class WhyQueriesTests(Chromium chromium)
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_reminder_is_explained_by_its_rung_and_its_days_to_its_receiver_alone()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        await city.Get<ReminderService>().Run(Ct);
        var reminder = await city.Read(db => db.Reminders.AsNoTracking().FirstAsync(r => r.Moment == ReminderMoment.PartDue && r.PersonId == city.Contact(StoryCity.Lead).PersonId, Ct));

        var page = await city.Get<WhyQueries>().Load(city.Contact(StoryCity.Lead), WhyKind.Reminder, reminder.Id, Ct);

        Assert.Equal((reminder.RuleSetNumber, reminder.DueOn, Math.Abs(reminder.WorkingDaysLeft)), (page.Reminder!.RuleSetNumber, page.Reminder.DueOn, page.Count!.WorkingDays));
        Assert.Equal(reminder.SubjectId, page.Sheet!.PartId);
        Assert.Equal("not-found", await Refused(() => city.Get<WhyQueries>().Load(city.Contact(StoryCity.Cooperating), WhyKind.Reminder, reminder.Id, Ct)));
    }

    [Fact]
    public async Task A_notice_is_explained_to_its_receiver_and_a_step_to_whom_it_was_served()
    {
        await using var story = await StoryCity.Create();
        var (city, why) = (story.City, story.City.Get<WhyQueries>());
        var contact = city.Contact(StoryCity.Lead);
        var notice = await story.NoticeTo(contact.PersonId);
        Assert.Equal(notice.Kind, (await why.Load(contact, WhyKind.Notice, notice.Id, Ct)).Notice!.Kind);
        Assert.Equal("not-found", await Refused(() => why.Load(city.Office, WhyKind.Notice, notice.Id, Ct)));

        var proposed = await story.Paper(StoryCity.Late);
        var page = await why.Load(city.Office, WhyKind.Step, proposed.Id, Ct);
        Assert.Equal((proposed.Facts, proposed.ProposedAt), (page.Step!.Facts, page.Sheet!.At));
        Assert.Equal("not-found", await Refused(() => why.Load(contact, WhyKind.Step, proposed.Id, Ct)));
        Assert.Equal("not-found", await Refused(() => why.Load(city.Contact(StoryCity.Bystander), WhyKind.Task, proposed.TaskId, Ct)));
    }

    [Fact]
    public async Task Every_sentence_of_a_sheet_has_its_English()
    {
        await using var story = await StoryCity.Create();
        var texts = Texts.Load();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo("en");
        foreach (var title in StoryCity.Titles)
        {
            var sheet = (await story.City.Get<WhyQueries>().Load(story.City.Office, WhyKind.Task, (await story.Task(title)).Id, Ct)).Sheet!;
            IEnumerable<Said> said = [sheet.Reason, sheet.Count.Meaning, .. sheet.Rules.Select(r => r.Clause), .. sheet.Dates.Select(d => d.What), .. sheet.Events.Select(e => e.What)];
            Assert.All(said, s => Assert.False(texts[s.Format].ResourceNotFound, s.Format));
        }

        CultureInfo.CurrentUICulture = before;
    }

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task The_sheets_and_the_clock_are_usable_at_both_widths(int width)
    {
        await using var story = await StoryCity.Create();
        await story.City.Get<ReminderService>().Run(Ct);
        await using var site = await TestSite.Start(story.City);
        var contact = story.City.Contact(StoryCity.Lead);
        var late = await story.Task(StoryCity.Late);
        var reminder = await story.City.Read(db => db.Reminders.Where(r => r.PersonId == contact.PersonId).Select(r => r.Id).FirstAsync(Ct));
        string[] addresses =
        [
            $"/Tasks/{late.Id}?tab=clock", $"/Why/Task/{late.Id}", $"/Why/Part/{late.Lead.Id}?culture=en", $"/Why/Notice/{(await story.NoticeTo(contact.PersonId)).Id}", $"/Why/Reminder/{reminder}",
            $"/Why/Step/{(await story.Paper(StoryCity.Approved)).Id}",
        ];
        var faults = new List<string>();
        await using var tab = await chromium.Open(site, contact.PersonId, width);
        foreach (var address in addresses)
        {
            await tab.Page.GotoAsync(address);
            faults.AddRange((await tab.Axe()).Concat(tab.Complaints).Select(f => $"{address}: {f}"));
            if (await tab.Overflow() is var over and > 0)
            {
                faults.Add($"{address}: {over} px too wide");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await tab.Page.GotoAsync($"/Tasks/{late.Id}");
        await tab.Page.Locator(".task-light .light-why").ClickAsync();
        Assert.EndsWith($"/Why/Task/{late.Id}", tab.Page.Url, StringComparison.Ordinal);
    }

    private static async Task<string> Refused(Func<Task> call) => (await Assert.ThrowsAsync<RuleBroken>(call)).Code;
}
