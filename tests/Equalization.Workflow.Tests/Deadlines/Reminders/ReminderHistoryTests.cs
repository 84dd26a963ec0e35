using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines.Rehearsals;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Deadlines.Reminders;

/// <summary>
/// Random histories on a real database: people act, days move, the clock runs, jumps ahead and falls back, and the run is called whenever. Whatever
/// happened, what was sent is held against the rows as they stood, by counting of its own. EQUALIZATION_FULL=1 plays two hundred, otherwise twelve.
/// </summary>
public sealed class ReminderHistoryTests(ITestOutputHelper output)
{
    private const int Steps = 40;

    private static readonly int Histories = Environment.GetEnvironmentVariable("EQUALIZATION_FULL") == "1" ? 200 : 12;
    private static readonly DateOnly First = new(2018, 3, 28);

    private static CancellationToken Ct => CancellationToken.None;

    [Fact]
    public async Task Nothing_after_completion_outside_the_hours_or_twice_and_tomorrow_is_as_rehearsed()
    {
        var (played, sent, compared) = (0, 0, 0);
        var property = Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var (rows, days) = Play(new Random(seed)).GetAwaiter().GetResult();
            played++;
            sent += rows;
            compared += days;
        });

        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Histories), property));

        output.WriteLine($"{played} histories, {sent} reminders, {compared} days as rehearsed");
        Assert.True(sent > played && compared > played, "The histories sent too little to show anything.");
    }

    private static async Task<(int Sent, int Compared)> Play(Random random)
    {
        await using var city = await TestCity.Create();
        city.Clock.SetDay(First);
        for (var i = 0; i < 4; i++)
        {
            await city.LayTask(First.AddDays(random.Next(2, 30)));
        }

        var compared = 0;
        for (var step = 0; step < Steps; step++)
        {
            switch (random.Next(10))
            {
                case 0:
                    await Act(city, random);
                    break;
                case 1:
                    await Act(city, random);
                    break;
                case 2:
                    city.Clock.AdvanceDays(-1);
                    break;
                case 3:
                    city.Clock.AdvanceDays(random.Next(1, 5));
                    break;
                case 4:
                    city.Clock.Advance(TimeSpan.FromHours(random.Next(1, 20)));
                    break;
                case 5:
                    await Look(city);
                    break;
                default:
                    compared += await RehearseAndLook(city, random) ? 1 : 0;
                    break;
            }
        }

        return ((await ReminderServiceTests.Sent(city)).Count, compared);
    }

    /// <summary>Rehearses the next day from where the clock stands, lets the night pass, and compares what the morning sends.</summary>
    private static async Task<bool> RehearseAndLook(TestCity city, Random random)
    {
        var tomorrow = city.Clock.Today().AddDays(1);
        if (await city.Read(db => db.Digests.AnyAsync(d => d.On == tomorrow, Ct)))
        {
            // The clock has been there before: those who have that day's digest get no second one.
            city.Clock.SetDay(tomorrow);
            await Look(city);
            return false;
        }

        var office = city.Office with { Day = city.Clock.Today() };
        var rehearsed = await city.Get<RehearsalQueries>().Rehearse(office, new RehearsalAsk(tomorrow, tomorrow), 1, 10_000, Ct);
        city.Clock.SetDay(tomorrow, random.Next(9, 17));
        var sent = await Look(city);
        Assert.Equal(
            rehearsed.Rows.Rows.Select(r => (
                r.PersonId, r.Post, r.Recipient, r.Offset, r.Subject.Moment, r.Subject.Risk, r.Subject.TaskId, r.Subject.SubjectId, r.Subject.UnitId, r.Subject.Period,
                r.Subject.DueOn, r.TriggerOn, r.WorkingDaysLeft)).OrderBy(x => x.ToString()),
            sent.Select(r => (
                r.PersonId, r.Post, r.Recipient, r.Offset, r.Moment, r.Risk, r.TaskId, r.SubjectId, r.UnitId, r.Period, r.DueOn, r.TriggerOn, r.WorkingDaysLeft))
                .OrderBy(x => x.ToString()));
        Assert.Equal(rehearsed.Days.Sum(d => d.Digests), sent.Select(r => r.PersonId).Distinct().Count());
        return true;
    }

    /// <summary>Calls the run and holds what it sent against the rows as they stand.</summary>
    private static async Task<List<Reminder>> Look(TestCity city)
    {
        var before = (await ReminderServiceTests.Sent(city)).Select(r => r.Id).ToHashSet();
        var calendar = new WorkingCalendar(CityPeople.Calendar());
        await city.Get<ReminderService>().Run(Ct);
        var all = await ReminderServiceTests.Sent(city);
        var sent = all.Where(r => !before.Contains(r.Id)).ToList();
        var now = ChinaTime.WallClock(city.Clock.Now);
        var today = DateOnly.FromDateTime(now);
        Assert.True(sent.Count == 0 || (calendar.IsWorkingDay(today) && now.TimeOfDay >= new TimeSpan(8, 30, 0) && now.TimeOfDay < new TimeSpan(17, 30, 0)), $"sent at {now}");
        Assert.Equal(all.Count, all.DistinctBy(r => (r.PersonId, r.SubjectId, r.Moment, r.DueOn, r.Offset)).Count());
        var tasks = (await city.Read(db => db.AnnualTasks.AsNoTracking().Include(t => t.Units).ToListAsync(Ct))).ToDictionary(t => t.Id);
        var posts = await city.Read(db => db.Memberships.AsNoTracking().ToListAsync(Ct));
        foreach (var reminder in sent)
        {
            Holds(reminder, tasks[reminder.TaskId], today, calendar);
            Assert.Contains(posts, p => p.PersonId == reminder.PersonId && p.Post == reminder.Post && p.HoldsOn(today));
        }

        // Of a ladder the later rung comes later, whatever the clock did.
        foreach (var ladder in all.GroupBy(r => (r.PersonId, r.SubjectId, r.Moment, r.DueOn)))
        {
            var newest = ladder.Where(r => !before.Contains(r.Id)).ToList();
            Assert.True(newest.Count <= 1, "two rungs of a ladder at once");
            Assert.True(newest.Count == 0 || ladder.Where(r => before.Contains(r.Id)).All(r => r.Offset < newest[0].Offset), "a rung after a later one");
        }

        var digests = await city.Read(db => db.Digests.AsNoTracking().ToListAsync(Ct));
        Assert.Equal(digests.Count, digests.DistinctBy(d => (d.PersonId, d.On)).Count());
        return sent;
    }

    private static void Holds(Reminder reminder, AnnualTask task, DateOnly today, WorkingCalendar calendar)
    {
        Assert.True(task.IsOpen, $"{reminder.Moment} of a task that is {task.State}");
        Assert.Equal(task.Risk, reminder.Risk);
        switch (reminder.Moment)
        {
            case ReminderMoment.SignFor:
                var unsigned = task.Units.Single(u => u.Id == reminder.SubjectId);
                Assert.Equal((TaskUnitState.ToSign, unsigned.SignDueOn), (unsigned.State, reminder.DueOn));
                break;
            case ReminderMoment.PartDue:
                var part = task.Units.Single(u => u.Id == reminder.SubjectId);
                Assert.True(part.State is TaskUnitState.ToSign or TaskUnitState.Signed && task.State != TaskState.UnderReview, $"part {part.State}, task {task.State}");
                Assert.Equal(part.DueOn, reminder.DueOn);
                break;
            case ReminderMoment.ReportDue:
                var reporting = task.Units.Single(u => u.Id == reminder.SubjectId);
                Assert.Equal(TaskUnitState.Signed, reporting.State);
                break;
            case ReminderMoment.ReviewWaiting:
                Assert.Equal((TaskState.UnderReview, task.ReviewSince), (task.State, reminder.DueOn));
                break;
            default:
                Assert.Fail($"Nobody asked for {reminder.Moment}.");
                break;
        }

        // Counted day by day, not as the planner counts.
        var left = 0;
        for (var day = today; day < reminder.DueOn; left += calendar.IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        for (var day = reminder.DueOn; day < today; left -= calendar.IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        Assert.Equal(left, reminder.WorkingDaysLeft);
        Assert.True(reminder.Offset > 0 || today <= reminder.DueOn, "a day was announced after it had passed");
        Assert.True(left <= -reminder.Offset, $"offset {reminder.Offset} with {left} working days left");
    }

    /// <summary>Something happens to one of the tasks, where its state lets it.</summary>
    private static Task Act(TestCity city, Random random) => city.Lay(db =>
    {
        var tasks = db.AnnualTasks.Include(t => t.Units).Where(t => t.ClosedOn == null).OrderBy(t => t.Id).ToList();
        if (tasks.Count == 0)
        {
            return;
        }

        var task = tasks[random.Next(tasks.Count)];
        var part = task.Units.OrderBy(u => u.Role).ElementAt(random.Next(task.Units.Count));
        var today = city.Clock.Today();
        switch (random.Next(9))
        {
            case 0 or 1 or 2 when part.State == TaskUnitState.ToSign:
                part.SignFor("联络员", city.Clock.Now);
                if (part.Role == UnitRole.Lead)
                {
                    task.Begin();
                }

                break;
            case 3 when part.State == TaskUnitState.ToSign && part.Role == UnitRole.Cooperating:
                part.Decline("职责不符。");
                part.DecideDecline(release: true, "同意。", today);
                break;
            case 4 when task.State is TaskState.UnderWay or TaskState.Returned:
                task.EnterReview(today);
                break;
            case 5 when task.State == TaskState.UnderReview:
                task.WriteOff(today);
                break;
            case 6 when task.State == TaskState.UnderReview:
                task.Return(today.AddDays(random.Next(1, 20)), today);
                break;
            case 7:
                task.Extend(today.AddDays(random.Next(0, 20)), today);
                break;
            case 8:
                task.Rate((RiskClass)random.Next(3));
                break;
        }
    });
}
