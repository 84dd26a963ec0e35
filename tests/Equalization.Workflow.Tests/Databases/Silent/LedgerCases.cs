using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Reductions;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Ledgers;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of the ledger of gaps.</summary>
public static class LedgerCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<GapRegisterService>(nameof(GapRegisterService.Register), async s => [s.City.Office, await NextYear(s, StoryLedgers.ShortRow), SchoolDesk.County]),
        Case.Of<GapRegisterService>(nameof(GapRegisterService.Enter), async s =>
            [s.City.Office, new FoundGap((await s.Gap()).SchoolId, null, GapKind.Indicator, 4, Level.Primary, GapSource.Inspection, StoryLedgers.Year, "专用教室被占用")]),
        Case.Of<LedgerService>(nameof(LedgerService.SetMeasure), async s =>
        {
            var gap = await s.Gap();
            return [s.City.Contact(StoryCity.Lead), gap.Id, gap.Version, new GapMeasure("招聘教师 20 名", "校长张明", s.City.Unit(StoryCity.Lead).Id, StoryCity.Today.AddDays(90))];
        }),
        Case.Of<LedgerService>(nameof(LedgerService.WriteOff), async s =>
        {
            var gap = await s.Gap();
            await NextYear(s, StoryLedgers.ShortRow.Replace(",21,", ",42,", StringComparison.Ordinal));
            return [s.City.Office, gap.Id, gap.Version];
        }),
        Case.Of<LedgerService>(nameof(LedgerService.WriteOffWithReason), async s => [s.City.Office, (await s.Gap()).Id, (await s.Gap()).Version, "按省里批复另行安排"]),
        Case.Of<SchoolKeepingService>(nameof(SchoolKeepingService.KeepBy), async s => [s.City.Office, (await s.Gap()).SchoolId, await s.City.KeepingVersion((await s.Gap()).SchoolId!.Value), s.City.Unit(StoryCity.Bystander).Id]),
        Case.Of<SchoolKeepingService>(nameof(SchoolKeepingService.KeepCounty), async s =>
        {
            await s.City.TakeSchools(StoryLedgers.Year, StoryLedgers.ShortRow);
            return [s.City.Office, SchoolDesk.County, s.City.Unit(StoryCity.Bystander).Id];
        }),
        Case.Of<SchoolKeepingService>(nameof(SchoolKeepingService.Close), async s => [s.City.Office, (await s.Gap()).SchoolId, await s.City.KeepingVersion((await s.Gap()).SchoolId!.Value), StoryLedgers.Year + 1, "并入第一小学"]),
        Case.Of<SchoolKeepingService>(nameof(SchoolKeepingService.Restore), async s =>
        {
            var school = (await s.Gap()).SchoolId!.Value;
            await s.City.Get<SchoolKeepingService>().Close(s.City.Office, school, await s.City.KeepingVersion(school), StoryLedgers.Year + 1, "并入第一小学", TestCity.Ct);
            return [s.City.Office, school, await s.City.KeepingVersion(school), "登记有误"];
        }),
        Case.Of<LedgerService>(nameof(LedgerService.TakeBack), async s =>
        {
            var gap = await s.Gap();
            await s.City.Get<LedgerService>().WriteOffWithReason(s.City.Office, gap.Id, gap.Version, "按批复", TestCity.Ct);
            return [s.City.Office, gap.Id, gap.Version + 1, "销账有误"];
        }),
        Case.Of<GapQueries>(nameof(GapQueries.Page), async s =>
        {
            var gap = await s.Gap();
            var task = (await s.Task(StoryCity.Signed)).Id;
            return
            [
                s.City.Contact(StoryCity.Lead),
                new GapFilter
                {
                    County = gap.County, Kind = gap.Kind, Indicator = gap.Indicator, Level = gap.Level, Source = gap.Source, WithoutMeasure = true, TaskId = task, Text = "南湖",
                },
                1, 20,
            ];
        }),
        Case.Of<GapQueries>(nameof(GapQueries.Counties), s => TaskCases.Now(s.City.Office)),
        Case.Of<GapQueries>(nameof(GapQueries.OfSchool), async s => [s.City.Contact(StoryCity.Lead), (await s.Gap()).SchoolId]),
        Case.Of<GapQueries>(nameof(GapQueries.One), async s => [s.City.Contact(StoryCity.Lead), (await s.Gap()).Id]),
        Case.Of<GapQueries>(nameof(GapQueries.Schools), s => TaskCases.Now(s.City.Office)),
        Case.Of<TieService>(nameof(TieService.Tie), async s => [s.City.Office, new[] { (await s.Gap()).Id }, (await s.Task(StoryCity.Issued)).Number]),
        Case.Of<TieService>(nameof(TieService.Untie), async s => [s.City.Office, (await s.Tie()).Id, (await s.Tie()).Version, "改由另一项任务承担"]),
        Case.Of<TieQueries>(nameof(TieQueries.OfTask), async s => [s.City.Office, (await s.Gap()) is not null ? (await s.Task(StoryCity.Signed)).Id : Guid.Empty]),
        Case.Of<TieQueries>(nameof(TieQueries.OfSchool), async s => [s.City.Contact(StoryCity.Lead), (await s.Gap()).SchoolId]),
        Case.Of<TieQueries>(nameof(TieQueries.OpenTasks), s => TaskCases.Now(s.City.Office, 50)),
        Case.Of<ChainQueries>(nameof(ChainQueries.TasksWithoutGap), s => TaskCases.Now(s.City.Office, 2018, 1, 20)),
        Case.Of<ChainQueries>(nameof(ChainQueries.Unmoved), s => TaskCases.Now(s.City.Office, Movement.Same, 1, 20)),
        Case.Of<ReductionService>(nameof(ReductionService.Set), async s => [s.City.Office, GapKind.ClassSize, (await s.Gap()).County, 2024, null, 3]),
        Case.Of<ReductionQueries>(nameof(ReductionQueries.Of), async s => [s.City.Office, GapKind.ClassSize, (await s.Gap()).County]),
    ];

    private static async Task<int> NextYear(StoryCity story, string row)
    {
        await story.Gap();
        await story.City.TakeSchools(StoryLedgers.Year + 1, row);
        return StoryLedgers.Year + 1;
    }
}
