using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Deadlines.Reminders;

public sealed class ReminderServiceTests
{
    /// <summary>A Wednesday; the Thursday after is a working day.</summary>
    private static readonly DateOnly Due = new(2018, 5, 16);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_task_left_alone_is_told_of_the_day_after_to_contact_head_leader_and_office_in_one_digest_each()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(Due);
        await Run(city, Due.AddDays(1));
        Assert.Equal(new ReminderResult(0, 0, 0), await city.Get<ReminderService>().Run(Ct));

        var overdue = (await Sent(city)).Where(r => r.Moment == ReminderMoment.PartDue && r.SubjectId == task.PartOf(city, CityTasks.Lead).Id).ToList();
        var people = new[] { city.Head(CityTasks.Lead), city.Contact(CityTasks.Lead), city.Leader, city.Office, city.As(Role.Office, TestCity.OfficeUnit, 1) };
        Assert.Equal(people.Select(p => p.PersonId).Order(), overdue.Select(r => r.PersonId).Order());
        Assert.All(overdue, r => Assert.Equal((1, -1, Due, Due.AddDays(1), 1), (r.Offset, r.WorkingDaysLeft, r.DueOn, r.TriggerOn, r.RuleSetNumber)));

        // The cooperating unit's own people hear of their own part.
        var own = (await Sent(city)).Where(r => r.SubjectId == task.PartOf(city, CityTasks.Cooperating).Id).Select(r => r.PersonId);
        Assert.Equal(new[] { city.Contact(CityTasks.Cooperating).PersonId, city.Head(CityTasks.Cooperating).PersonId }.Order(), own.Order());
        var notices = await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.Digest).Select(n => n.PersonId).ToListAsync(Ct));
        Assert.Equal(notices.Distinct(), notices);
        Assert.Equal(people.Select(p => p.PersonId).Append(city.Contact(CityTasks.Cooperating).PersonId).Append(city.Head(CityTasks.Cooperating).PersonId).Order(), notices.Order());
    }

    [Fact]
    public async Task Whatever_else_is_due_stands_in_the_same_digest()
    {
        await using var city = await TestCity.Create();
        await city.LaySignedTask(Due);
        await city.LaySignedTask(Due.AddDays(1));
        await city.LaySignedTask(Due.AddDays(-1));
        await Run(city, Due);
        var digest = await city.Read(db => db.Digests.SingleAsync(d => d.PersonId == city.Contact(CityTasks.Lead).PersonId, Ct));
        Assert.Equal((3, 1, 1), (digest.Reminders, digest.DueToday, digest.Overdue));
        var page = await city.Get<DigestQueries>().Load(city.Contact(CityTasks.Lead), digest.Id, Ct);
        Assert.Equal([DigestGroup.DueToday, DigestGroup.Overdue, DigestGroup.Soon], page.Lines.Select(l => l.Group));
        Assert.All(page.Lines, l => Assert.True(l.Stands));
        await Assert.ThrowsAsync<Core.RuleBroken>(() => city.Get<DigestQueries>().Load(city.Head(CityTasks.Lead), digest.Id, Ct));
    }

    [Theory]
    [InlineData("written off")]
    [InlineData("withdrawn")]
    [InlineData("under review")]
    [InlineData("moved")]
    public async Task Nothing_is_sent_to_the_unit_of_a_task_that_is(string state)
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(Due);
        await Change(city, task, t =>
        {
            switch (state)
            {
                case "written off":
                    t.EnterReview(Due.AddDays(-1));
                    t.WriteOff(Due.AddDays(-1));
                    break;
                case "withdrawn":
                    t.Withdraw(Due.AddDays(-1));
                    break;
                case "under review":
                    t.EnterReview(Due.AddDays(-1));
                    break;
                default:
                    t.Extend(Due.AddMonths(3), Due.AddDays(-1));
                    break;
            }
        });
        await Run(city, Due.AddDays(1));
        Assert.DoesNotContain(await Sent(city), r => r.Moment == ReminderMoment.PartDue);
    }

    [Fact]
    public async Task A_released_unit_and_one_that_waits_for_the_decision_on_its_decline_are_left_in_peace()
    {
        await using var city = await TestCity.Create();
        var task = await city.LayTask(Due);
        await Change(city, task, t =>
        {
            t.Lead.Decline("职责不符。");
            var other = t.PartOf(city, CityTasks.Cooperating);
            other.Decline("职责不符。");
            other.DecideDecline(release: true, "同意。", Due);
        });
        await Run(city, new DateOnly(2018, 3, 9));
        await Run(city, Due.AddDays(1));
        Assert.Empty(await Sent(city));
    }

    [Theory]
    [InlineData("2018-05-17", 8, 29, false)]
    [InlineData("2018-05-17", 8, 30, true)]
    [InlineData("2018-05-17", 17, 29, true)]
    [InlineData("2018-05-17", 17, 30, false)]
    [InlineData("2018-05-16", 23, 59, false)]
    [InlineData("2018-05-17", 0, 1, false)]
    [InlineData("2018-05-19", 9, 0, false)]
    [InlineData("2018-04-08", 9, 0, true)]
    [InlineData("2018-04-06", 9, 0, false)]
    public async Task Digests_leave_in_the_hours_of_working_days_alone(string day, int hour, int minute, bool sends)
    {
        await using var city = await TestCity.Create();
        var on = DateOnly.Parse(day);
        await city.LaySignedTask(Due);
        await city.LaySignedTask(new DateOnly(2018, 4, 9));
        city.Clock.SetDay(on, hour);
        city.Clock.Advance(TimeSpan.FromMinutes(minute));
        await city.Get<ReminderService>().Run(Ct);
        Assert.Equal(sends, (await Sent(city)).Count > 0);
    }

    [Fact]
    public async Task After_three_days_down_only_the_latest_rung_is_sent_and_once()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(Due);
        // Down from the third day before on; the rungs -3, 0 and 1 of the contact fall on these days.
        await Run(city, Due.AddDays(-9));
        await Run(city, Due.AddDays(2));
        await Run(city, Due.AddDays(5));
        var told = (await Sent(city)).Where(r => r.PersonId == city.Contact(CityTasks.Lead).PersonId && r.SubjectId == task.PartOf(city, CityTasks.Lead).Id && r.Moment == ReminderMoment.PartDue);
        Assert.Equal([(-10, 7), (1, -2)], told.OrderBy(r => r.Offset).Select(r => (r.Offset, r.WorkingDaysLeft)));
    }

    [Fact]
    public async Task A_due_day_on_the_days_off_is_announced_on_the_last_working_day_before()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(new DateOnly(2018, 4, 6));
        foreach (var day in new[] { 4, 5, 6, 7, 8 })
        {
            await Run(city, new DateOnly(2018, 4, day));
        }

        var told = (await Sent(city)).Where(r => r.PersonId == city.Contact(CityTasks.Lead).PersonId && r.SubjectId == task.PartOf(city, CityTasks.Lead).Id && r.Moment == ReminderMoment.PartDue);
        Assert.Equal([(0, new DateOnly(2018, 4, 4)), (1, new DateOnly(2018, 4, 8))], told.OrderBy(r => r.Offset).Select(r => (r.Offset, r.TriggerOn)));
    }

    [Fact]
    public async Task Who_holds_the_post_that_day_is_reminded()
    {
        await using var city = await TestCity.Create();
        var before = city.Contact(CityTasks.Lead);
        await city.LaySignedTask(Due);
        var after = new Person("新任联络员");
        await city.Lay(db =>
        {
            db.Memberships.Single(m => m.Id == before.MembershipId).End(Due.AddDays(-1));
            db.AddRange(after, new Membership(before.JurisdictionId, after.Id, before.UnitId, Role.Contact, "新任科长", Due));
        });
        await Run(city, Due.AddDays(-1));
        await Run(city, Due);
        var told = (await Sent(city)).Where(r => r.Recipient == ReminderRecipient.Contact && r.DueOn == Due).OrderBy(r => r.Offset).ToList();
        Assert.Equal([(before.PersonId, before.Post), (after.Id, "新任科长")], told.Select(r => (r.PersonId, r.Post)));
    }

    [Fact]
    public async Task A_clock_that_jumps_a_day_ahead_and_back_sends_nothing_twice_and_nothing_out_of_turn()
    {
        await using var city = await TestCity.Create();
        await city.LaySignedTask(Due);
        await Run(city, Due.AddDays(1));
        await Run(city, Due);
        await Run(city, Due.AddDays(1));
        var told = (await Sent(city)).Where(r => r.Moment == ReminderMoment.PartDue && r.PersonId == city.Contact(CityTasks.Lead).PersonId);
        Assert.Equal([1], told.Select(r => r.Offset));
    }

    [Fact]
    public async Task A_moved_day_climbs_the_ladder_anew()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(Due);
        await Run(city, Due);
        await Change(city, task, t => t.Extend(Due.AddDays(1), Due));
        await Run(city, Due.AddDays(1));
        var told = (await Sent(city)).Where(r => r.PersonId == city.Head(CityTasks.Lead).PersonId && r.Moment == ReminderMoment.PartDue && r.SubjectId == task.PartOf(city, CityTasks.Lead).Id);
        Assert.Equal([(Due, 0), (Due.AddDays(1), 0)], told.OrderBy(r => r.DueOn).Select(r => (r.DueOn, r.Offset)));
    }

    [Fact]
    public async Task A_key_task_reaches_the_leader_before_its_day_and_a_general_one_only_after()
    {
        await using var city = await TestCity.Create();
        var general = await city.LaySignedTask(Due);
        var key = await city.LaySignedTask(Due);
        await city.Get<RiskService>().Set(city.Office, key.Id, key.Version, RiskClass.Key, "资金未落实。", Ct);
        await Run(city, new DateOnly(2018, 5, 11));
        var leader = (await Sent(city)).Where(r => r.PersonId == city.Leader.PersonId).ToList();
        Assert.Equal([(key.Id, -3)], leader.Select(r => (r.TaskId, r.Offset)));
        Assert.NotEqual(general.Id, leader[0].TaskId);
    }

    [Fact]
    public async Task Signing_reporting_answering_and_deciding_are_reminded_of_until_they_are_done()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        // Two weeks on: sign-for terms have run out, the first quarter's report is due, the help and the extension wait for their answer.
        await Run(city, new DateOnly(2018, 4, 18));
        var sent = await Sent(city);
        Assert.Contains(sent, r => r.Moment == ReminderMoment.ReportDue && r.Period == "2018Q1" && r.PersonId == city.Contact(StoryCity.Lead).PersonId);
        Assert.Contains(sent, r => r.Moment == ReminderMoment.HelpAnswer && r.PersonId == city.Leader.PersonId);
        Assert.Contains(sent, r => r.Moment == ReminderMoment.ExtensionReply && r.PersonId == city.Office.PersonId);
        Assert.Contains(sent, r => r.Moment == ReminderMoment.ReviewWaiting && r.PersonId == city.Office.PersonId);

        // A report that lies with the head is no longer the contact's to do.
        var reported = (await story.Part(StoryCity.Reported, StoryCity.Lead)).Id;
        Assert.Equal([city.Head(StoryCity.Lead).PersonId], sent.Where(r => r.Moment == ReminderMoment.ReportDue && r.SubjectId == reported && r.Recipient != ReminderRecipient.Office).Select(r => r.PersonId));
        var done = await story.Task(StoryCity.WrittenOff);
        Assert.DoesNotContain(sent, r => r.TaskId == done.Id);
    }

    [Fact]
    public async Task A_digest_that_is_mailed_is_dropped_when_its_hours_are_over()
    {
        await using var city = await TestCity.Create();
        await city.LaySignedTask(Due);
        var contact = city.Contact(CityTasks.Lead).PersonId;
        await city.Lay(db => db.People.Single(p => p.Id == contact).Reach("contact@example.gov.cn", null));
        await Run(city, Due);
        var mail = await city.Read(db => db.OutgoingMails.SingleAsync(Ct));
        var digest = await city.Read(db => db.Digests.SingleAsync(d => d.PersonId == contact, Ct));
        Assert.Equal((nameof(Digest), digest.Id, contact), (mail.Kind, mail.SubjectId, mail.PersonId));
        Assert.Equal(Core.ChinaTime.StartOf(Due).AddHours(17.5), mail.ExpiresAt);
    }

    [Fact]
    public async Task Somebody_with_nothing_but_unread_notices_gets_them_by_mail_and_no_further_notice()
    {
        await using var city = await TestCity.Create();
        var contact = city.Contact(CityTasks.Stranger).PersonId;
        await city.Lay(db =>
        {
            db.People.Single(p => p.Id == contact).Reach("contact@example.gov.cn", null);
            db.Notify([contact], NoticeKind.TaskIssued, "Plan", Guid.NewGuid(), null, "年度任务已下达。");
        });
        await Run(city, new DateOnly(2018, 3, 2));
        await Run(city, new DateOnly(2018, 3, 5));
        Assert.Equal(1, await city.Read(db => db.OutgoingMails.CountAsync(Ct)));
        Assert.Equal(1, await city.Read(db => db.Notices.CountAsync(n => n.PersonId == contact, Ct)));
    }

    internal static async Task Run(TestCity city, DateOnly day)
    {
        city.Clock.SetDay(day);
        await city.Get<ReminderService>().Run(Ct);
    }

    internal static Task<List<Reminder>> Sent(TestCity city) => city.Read(db => db.Reminders.AsNoTracking().ToListAsync(Ct));

    private static Task Change(TestCity city, AnnualTask task, Action<AnnualTask> change) =>
        city.Lay(db => change(db.AnnualTasks.Include(t => t.Units).Single(t => t.Id == task.Id)));
}
