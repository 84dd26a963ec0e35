using System.Text;
using Equalization.Workflow.Core.AnnualTasks.Moves;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Indicators.Rebalancings;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of schools and local standards.</summary>
public static class SchoolCases
{
    private const string Row = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";

    private static readonly Func<Stream> Table = () => new MemoryStream(Encoding.UTF8.GetBytes(SchoolDesk.Head + "\n" + Row));

    public static IEnumerable<Case> All =>
    [
        Case.Of<SchoolImportService>(nameof(SchoolImportService.Bring), s => TaskCases.Now(s.City.Office, new SchoolImport(2023, SchoolDesk.County, DataOrigin.Statistics), "表.csv", Table)),
        Case.Of<SchoolImportService>(nameof(SchoolImportService.Preview), async s => [s.City.Office, await s.City.BringSchools(s.City.Office, 2023, Row), TableReading.Plain]),
        Case.Of<SchoolImportService>(nameof(SchoolImportService.Take), async s =>
        {
            var file = await s.City.BringSchools(s.City.Office, 2023, Row);
            return [s.City.Office, file, TableReading.Plain, (await s.City.LookAtSchools(file)).Mark, false];
        }),
        Case.Of<SchoolEntryService>(nameof(SchoolEntryService.Enter), s => TaskCases.Now(s.City.Office, Entry, 0)),
        Case.Of<SchoolEntryService>(nameof(SchoolEntryService.Explain), async s => [s.City.Office, await School(s), 2023, "并入一所村小"]),
        Case.Of<SchoolQueries>(nameof(SchoolQueries.County), async s =>
        {
            await School(s);
            return [s.City.Office, 2023, SchoolDesk.County];
        }),
        Case.Of<SchoolQueries>(nameof(SchoolQueries.School), async s => [s.City.Office, await School(s), null]),
        Case.Of<SchoolQueries>(nameof(SchoolQueries.Imports), s => TaskCases.Now(s.City.Office, 20)),
        Case.Of<CountyQueries>(nameof(CountyQueries.Years), s => TaskCases.Now(s.City.Office)),
        Case.Of<CountyQueries>(nameof(CountyQueries.Page), s => WithSchool(s, s.City.Office, 2023, SchoolDesk.County, SchoolChoice.Flagged, 1, 50)),
        Case.Of<CountyQueries>(nameof(CountyQueries.Summary), s => WithSchool(s, s.City.Office, 2023, SchoolDesk.County)),
        Case.Of<CountyQueries>(nameof(CountyQueries.Trend), s => WithSchool(s, s.City.Office, SchoolDesk.County)),
        Case.Of<CountyQueries>(nameof(CountyQueries.Comparison), s => WithSchool(s, s.City.Office, 2023)),
        Case.Of<RebalancingService>(nameof(RebalancingService.Ask), s => WithSchool(s, s.City.Office, RebalancingDesk.Teachers, new RebalancingTerms())),
        Case.Of<RebalancingService>(nameof(RebalancingService.IsAsked), _ => TaskCases.Now()),
        Case.Of<RebalancingService>(nameof(RebalancingService.Run), async s =>
        {
            await s.City.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor);
            await s.City.AskPlan(s.City.Office, RebalancingDesk.Teachers);
            return [];
        }),
        Case.Of<RebalancingRetention>(nameof(RebalancingRetention.Run), async s =>
        {
            await s.City.FoundPlan(RebalancingDesk.Teachers);
            s.City.Clock.AdvanceDays(RebalancingStay.DefaultDays + 1);
            return [];
        }),
        Case.Of<RebalancingQueries>(nameof(RebalancingQueries.List), s => TaskCases.Now(s.City.Office, 1, 20)),
        Case.Of<RebalancingQueries>(nameof(RebalancingQueries.One), async s => [s.City.Office, await s.City.FoundPlan(RebalancingDesk.Teachers)]),
        Case.Of<RebalancingQueries>(nameof(RebalancingQueries.Moves), async s => [s.City.Office, await s.City.FoundPlan(RebalancingDesk.Rooms), 1, 50]),
        Case.Of<MoveTaskService>(nameof(MoveTaskService.Issue), async s => [s.City.Office, await s.MoveTask(await s.City.FoundPlan(RebalancingDesk.Teachers))]),
        Case.Of<MoveTaskQueries>(nameof(MoveTaskQueries.Choices), s => TaskCases.Now(s.City.Office)),
        Case.Of<MoveTaskQueries>(nameof(MoveTaskQueries.Numbers), async s => [s.City.Office, await s.City.FoundPlan(RebalancingDesk.Teachers)]),
        Case.Of<LocalStandardService>(nameof(LocalStandardService.Set), s => TaskCases.Now(s.City.Office, new LocalValue("limit", "", Level.Primary, "0.45", 2023, "某政发〔2023〕1号"))),
        Case.Of<LocalStandardQueries>(nameof(LocalStandardQueries.For), s => TaskCases.Now(s.City.Office, 2023)),
        Case.Of<LocalStandardQueries>(nameof(LocalStandardQueries.All), s => TaskCases.Now(s.City.Office)),
    ];

    private static SchoolEntry Entry => new(
        null, "A01", "新校", SchoolDesk.County, 2023, DataOrigin.Reported, Schools.AtThreshold(Level.Primary), new(null, null, null, null, null, null), "新建学校");

    private static async Task<object?[]> WithSchool(StoryCity story, params object?[] arguments)
    {
        await School(story);
        return arguments;
    }

    private static async Task<Guid> School(StoryCity story)
    {
        await story.City.TakeSchools(2023, Row);
        return await story.City.SchoolId(2023);
    }
}
