using System.Diagnostics;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Web.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Web.Replay;

/// <summary>
/// The time of a replay: what people will do, in order, and between their acts the timers and the morning's reminders, each at its own instant. The
/// clock jumps from one to the next; a day on which nothing falls is never visited but for its morning, when it is a working day.
/// </summary>
internal sealed class ReplayStage(IServiceProvider world, WorkflowDb books, SampleClock clock, WorkingCalendar calendar)
{
    private static readonly TimeOnly Opening = new(8, 30);

    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTime At, long Order)> acts = new();
    private long order;
    private DateOnly lastMorning;

    /// <summary>Acts of people so far.</summary>
    public int Acts { get; private set; }

    /// <summary>Timers of processes fired so far.</summary>
    public int Timers { get; private set; }

    /// <summary>Digests sent so far.</summary>
    public int Digests { get; private set; }

    /// <summary>Working mornings looked at.</summary>
    public int Mornings { get; private set; }

    public TimeSpan InActs { get; private set; }

    public TimeSpan InTimers { get; private set; }

    public TimeSpan InMornings { get; private set; }

    public DateTime Now => clock.UtcNow();

    /// <summary>Someone acts on a day; acts of a day follow one another from nine on.</summary>
    public void On(DateOnly day, Func<CancellationToken, Task> act) => acts.Enqueue(act, (ChinaTime.StartOf(day).AddHours(9), order++));

    /// <summary>The n-th working day after one, or before it when n is negative; a day off counts as the working day before.</summary>
    public DateOnly WorkingDay(DateOnly from, int n)
    {
        if (n >= 0)
        {
            return calendar.AddWorkingDays(from, n);
        }

        var day = from;
        for (var left = -n; left > 0;)
        {
            day = day.AddDays(-1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Plays to the end of a day.</summary>
    public async Task PlayTo(DateOnly last, Func<DateOnly, Task> yearEnd, CancellationToken ct)
    {
        var end = ChinaTime.StartOf(last.AddDays(1)).AddTicks(-1);
        var year = ChinaTime.DayOf(Now).Year;
        var due = await Passage.Next(books, ct) ?? DateTime.MaxValue;
        while (true)
        {
            var act = acts.TryPeek(out _, out var when) ? when.At : DateTime.MaxValue;
            var morning = NextMorning();
            var next = new[] { act, due, morning }.Min();
            if (next > end)
            {
                break;
            }

            if (ChinaTime.DayOf(next).Year > year)
            {
                clock.Set(new DateOnly(year, 12, 31), 23, 59);
                await yearEnd(new DateOnly(year, 12, 31));
                year = ChinaTime.DayOf(next).Year;
            }

            clock.Set(next > Now ? next : Now);
            var began = Stopwatch.GetTimestamp();
            if (next == due)
            {
                Timers += await world.GetRequiredService<ProcessTimers>().FireDue(ct);
                InTimers += Stopwatch.GetElapsedTime(began);
            }
            else if (next == morning)
            {
                lastMorning = ChinaTime.DayOf(morning);
                Mornings++;
                Digests += (await world.GetRequiredService<ReminderService>().Run(ct)).Digests;
                InMornings += Stopwatch.GetElapsedTime(began);
            }
            else
            {
                var todo = acts.Dequeue();
                await todo(ct);
                Acts++;
                InActs += Stopwatch.GetElapsedTime(began);
            }

            // Acts of one instant arm no timer for that same instant, so timers are asked for only where time goes on.
            if (next == due || !acts.TryPeek(out _, out var following) || following.At > Now)
            {
                due = await Passage.Next(books, ct) ?? DateTime.MaxValue;
            }
        }

        clock.Set(last, 23, 59);
        await yearEnd(last);
    }

    private DateTime NextMorning()
    {
        var today = ChinaTime.DayOf(Now);
        var day = lastMorning >= today ? calendar.AddWorkingDays(lastMorning, 1) : today;
        while (!calendar.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return ChinaTime.StartOf(day) + Opening.ToTimeSpan();
    }
}
