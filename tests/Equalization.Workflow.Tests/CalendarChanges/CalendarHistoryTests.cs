using Equalization.Workflow.Core;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Tests.Escalations;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.CalendarChanges;

/// <summary>What was counted stays counted: a calendar saved later moves neither the day a paper bears nor the facts that were signed.</summary>
public sealed class CalendarHistoryTests
{
    private static readonly DateOnly Counted = new(2018, 3, 28);
    private static readonly DateOnly Ahead = new(2018, 4, 10);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_calendar_of_an_instant_is_the_one_before_later_imports()
    {
        await using var city = await TestCity.Create();
        var first = city.Clock.Now;
        city.Clock.SetDay(city.Clock.Today().AddDays(1));
        await Save(city, Counted);
        var second = city.Clock.Now.AddTicks(1);
        city.Clock.SetDay(city.Clock.Today().AddDays(1));
        await Save(city, Ahead);

        var now = await city.Get<WorkingCalendars>().Current(Ct);
        Task<WorkingCalendar> AsOf(DateTime at) => city.Read(db => CalendarHistory.AsOf(db, now, at, Ct));
        Assert.Equal((false, false), Working(now));
        Assert.Equal((false, true), Working(await AsOf(second)));
        Assert.Equal((true, true), Working(await AsOf(first)));
        Assert.Equal((false, false), Working(await AsOf(city.Clock.Now.AddTicks(1))));
    }

    [Fact]
    public async Task A_later_calendar_moves_no_served_term_and_no_signed_fact()
    {
        await using var city = await TestCity.Create();
        await city.Late();
        await city.PassTo(new DateOnly(2018, 4, 3));
        var notice = await city.Sign(Rung.Supervision);
        Assert.Equal(new DateOnly(2018, 4, 18), notice.AnswerDueOn);
        var facts = await Facts(city, notice.Id);

        // A day that the notice counted as a working day, and one within its term, become holidays.
        await Save(city, Counted);
        await Save(city, Ahead);
        await city.Get<CalendarChangeService>().Run(Ct);

        var calendar = await city.Get<WorkingCalendars>().Current(Ct);
        Assert.Equal((false, false), Working(calendar));
        Assert.Empty((await city.Read(db => LadderFacts.ReadAgain(db, notice.Id, city.Get<RuleBook>(), calendar, Ct)))!);
        Assert.Equal(facts, await Facts(city, notice.Id));
        Assert.Equal(new DateOnly(2018, 4, 18), (await city.Steps()).Single(s => s.Id == notice.Id).AnswerDueOn);
        // What comes next counts by the calendar in force: the letter waits for the end of the term, not a day longer.
        await city.PassTo(new DateOnly(2018, 4, 19), 8);
        Assert.Equal(Rung.Supervision, (await city.Steps())[^1].Rung);
        await city.PassTo(new DateOnly(2018, 4, 19));
        Assert.Equal(Rung.Letter, (await city.Steps())[^1].Rung);
    }

    private static (bool Counted, bool Ahead) Working(WorkingCalendar calendar) => (calendar.IsWorkingDay(Counted), calendar.IsWorkingDay(Ahead));

    private static Task<string> Facts(TestCity city, Guid stepId) => city.Read(db => db.EscalationSteps.Where(s => s.Id == stepId).Select(s => s.Facts).SingleAsync(Ct));

    private static async Task Save(TestCity city, DateOnly holiday)
    {
        var text = $"{holiday:yyyy-MM-dd},holiday,临时放假";
        var basis = (await city.Get<CalendarPreviewQueries>().Preview(city.Admin, CalendarFile.Read(text), false, Ct)).Basis;
        await city.Get<CalendarChangeService>().Save(city.Admin, new CalendarInput(text, "2018.csv", false, basis), Ct);
    }
}
