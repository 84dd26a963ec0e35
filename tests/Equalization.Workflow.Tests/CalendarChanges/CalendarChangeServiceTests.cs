using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.CalendarChanges;

/// <summary>The story city has a task issued on 1 March 2018, to be signed for by the 8th; some of the days between are made holidays.</summary>
public sealed class CalendarChangeServiceTests
{
    private static readonly DateOnly Friday = new(2018, 3, 2);
    private static readonly DateOnly Monday = new(2018, 3, 5);
    private static readonly DateOnly Tuesday = new(2018, 3, 6);

    [Fact]
    public async Task The_preview_names_what_moves_and_changes_nothing()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        city.Clock.SetDay(Friday);
        var part = await story.Part(StoryCity.Issued, StoryCity.Lead);

        var preview = await Preview(city, Csv(Monday));

        Assert.Equal([Monday], preview.Changes.Select(c => c.Day));
        var terms = Assert.Single(preview.Moves, m => m.Kind == MoveKind.SignTerm);
        Assert.True(terms.Count >= 1);
        Assert.Contains(terms.First, r => r.From == part.SignDueOn && r.To > r.From && r.Number is not null);
        Assert.Equal(part.SignDueOn, (await story.Part(StoryCity.Issued, StoryCity.Lead)).SignDueOn);
        Assert.False(await city.Read(db => db.CalendarDays.AnyAsync(d => d.Day == Monday, TestCity.Ct)));
    }

    [Fact]
    public async Task A_saved_calendar_counts_at_once_and_the_job_moves_the_terms_once()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        city.Clock.SetDay(Friday);
        var before = await story.Part(StoryCity.Issued, StoryCity.Lead);
        Assert.True((await city.Get<WorkingCalendars>().Current(TestCity.Ct)).IsWorkingDay(Monday));

        await Save(city, Csv(Monday));

        Assert.False((await city.Get<WorkingCalendars>().Current(TestCity.Ct)).IsWorkingDay(Monday));
        Assert.Equal(CalendarChangeService.Job, Assert.Single(await city.Get<JobService>().TakeAsked("machine/1/abcd", TestCity.Ct)).Name);
        var open = await city.Read(db => db.AnnualTasks.CountAsync(t => t.ClosedOn == null, TestCity.Ct));
        Assert.Equal(open, await city.Get<CalendarChangeService>().Run(TestCity.Ct));
        Assert.Equal(0, await city.Get<CalendarChangeService>().Run(TestCity.Ct));
        var after = await story.Part(StoryCity.Issued, StoryCity.Lead);
        Assert.Equal((new DateOnly(2018, 3, 8), new DateOnly(2018, 3, 9)), (before.SignDueOn, after.SignDueOn));
        Assert.Equal(1, await city.Read(db => db.Stories.CountAsync(s => s.TaskId == after.TaskId && s.Kind == ActKind.CalendarChange && s.DocumentId == after.Id, TestCity.Ct)));
        var import = (await city.Get<CalendarQueries>().Imports(city.Admin, TestCity.Ct))[0];
        Assert.Equal((1, 0, 0, open, open), (import.Added, import.Removed, import.Changed, import.Tasks, import.TasksDone));
        Assert.NotNull(import.FinishedAt);
    }

    [Fact]
    public async Task Two_calendars_saved_before_the_job_ran_move_a_term_by_both()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        city.Clock.SetDay(Friday);
        var before = await story.Part(StoryCity.Issued, StoryCity.Lead);
        await Save(city, Csv(Monday));
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await Save(city, Csv(Tuesday));

        await city.Get<CalendarChangeService>().Run(TestCity.Ct);

        Assert.Equal(before.SignDueOn.AddDays(4), (await story.Part(StoryCity.Issued, StoryCity.Lead)).SignDueOn);
    }

    [Fact]
    public async Task A_day_taken_away_moves_a_term_back_but_never_before_today()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        city.Clock.SetDay(Friday);
        var first = await story.Part(StoryCity.Issued, StoryCity.Lead);
        await Save(city, Csv(Monday));
        await city.Get<CalendarChangeService>().Run(TestCity.Ct);
        var later = (await story.Part(StoryCity.Issued, StoryCity.Lead)).SignDueOn;
        city.Clock.SetDay(later);

        await Save(city, string.Join('\n', CalendarLoader.Days().Where(d => d.Day.Year == later.Year).Select(d => $"{d.Day:yyyy-MM-dd},{d.Kind},{d.Name}")), replace: true);
        await city.Get<CalendarChangeService>().Run(TestCity.Ct);

        Assert.True(first.SignDueOn < later);
        Assert.Equal(later, (await story.Part(StoryCity.Issued, StoryCity.Lead)).SignDueOn);
    }

    [Fact]
    public async Task What_must_not_be_saved_is_refused()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        city.Clock.SetDay(Friday);
        await Save(city, Csv(Monday));

        Assert.Equal("calendar-same", await Refusal(() => Save(city, Csv(Monday))));
        Assert.Equal("calendar-flaws", await Refusal(() => Save(city, "2027-01-04,workday,周一")));
        Assert.Equal(RuleBroken.Stale, await Refusal(() => city.Get<CalendarChangeService>().Save(
            city.Admin, new CalendarInput(Csv(Monday.AddDays(20)), "2018.csv", true, null), TestCity.Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => city.Get<CalendarChangeService>().Save(
            city.Office, new CalendarInput(Csv(Monday), "2018.csv", true, null), TestCity.Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => city.Get<CalendarPreviewQueries>().Preview(city.Leader, CalendarFile.Read(Csv(Monday)), true, TestCity.Ct)));
    }

    private static string Csv(DateOnly holiday) => $"{holiday:yyyy-MM-dd},holiday,临时放假";

    private static Task<CalendarPreview> Preview(TestCity city, string text, bool replace = false) =>
        city.Get<CalendarPreviewQueries>().Preview(city.Admin, CalendarFile.Read(text), replace, TestCity.Ct);

    private static async Task Save(TestCity city, string text, bool replace = false)
    {
        var basis = (await Preview(city, text)).Basis;
        await city.Get<CalendarChangeService>().Save(city.Admin, new CalendarInput(text, "2018.csv", replace, basis), TestCity.Ct);
    }

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Code;
}
