using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of the calendar, the mark of a set clock, and sealed days.</summary>
public static class CalendarCases
{
    private static readonly DateTime Instant = new(2026, 3, 1, 1, 0, 0, DateTimeKind.Utc);

    public static IEnumerable<Case> All =>
    [
        Case.Of<CalendarQueries>(nameof(CalendarQueries.Imports), s => TaskCases.Now(s.City.Admin)),
        Case.Of<DemonstrationService>(nameof(DemonstrationService.Mark), async s =>
        {
            await s.City.Lay(db => db.Add(new Demonstration { MadeAt = Instant, ShownAt = Instant }));
            return [Instant];
        }),
        Case.Of<DemonstrationService>(nameof(DemonstrationService.IsMarked), _ => TaskCases.Now()),
        Case.Of<CalendarPreviewQueries>(nameof(CalendarPreviewQueries.Preview), s => TaskCases.Now(s.City.Admin, CalendarFile.Read(Text(s)), true)),
        Case.Of<CalendarChangeService>(nameof(CalendarChangeService.Save), s => TaskCases.Now(s.City.Admin, new CalendarInput(Text(s), "2018.csv", true, null))),
        Case.Of<CalendarChangeService>(nameof(CalendarChangeService.Run), async s =>
        {
            await s.City.Get<CalendarChangeService>().Save(s.City.Admin, new CalendarInput(Text(s), "2018.csv", true, null), TestCity.Ct);
            return [];
        }),
        Case.Of<SnapshotService>(nameof(SnapshotService.Run), _ => TaskCases.Now()),
        Case.Of<SnapshotQueries>(nameof(SnapshotQueries.Numbers), s => TaskCases.Now(s.City.Office, StoryCity.Today)),
        Case.Of<SnapshotQueries>(nameof(SnapshotQueries.Verify), async s =>
        {
            await s.City.Get<SnapshotService>().Run(TestCity.Ct);
            return [s.City.Jurisdiction.Id];
        }),
    ];

    private static string Text(StoryCity story) =>
        $"{new WorkingCalendar([]).AddWorkingDays(StoryCity.Today, 1):yyyy-MM-dd},holiday,临时放假";
}
