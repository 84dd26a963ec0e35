using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of the look-back.</summary>
public static class LookBackCases
{
    private static readonly DateOnly AfterQuarter = new(2018, 7, 2);

    public static IEnumerable<Case> All =>
    [
        Case.Of<LookBackService>(nameof(LookBackService.Run), s =>
        {
            s.City.Clock.SetDay(AfterQuarter);
            return TaskCases.Now();
        }),
        Case.Of<LookBackService>(nameof(LookBackService.Draw), s =>
        {
            s.City.Clock.SetDay(AfterQuarter);
            return TaskCases.Now(s.City.Office, StoryCity.Today);
        }),
        Case.Of<LookBackService>(nameof(LookBackService.Check), s => Checked(s, new LookBackFinding(true, "现场核对属实。", null)), "sound"),
        Case.Of<LookBackService>(nameof(LookBackService.Check), s => Checked(s, new LookBackFinding(false, "班额仍超标。", new DateOnly(2018, 12, 20))), "reopened"),
        Case.Of<LookBackService>(nameof(LookBackService.SetRules), s => TaskCases.Now(s.City.Office, 1, new LookBackRulesInput(ReportCycle.HalfYear, 20, 2, 15, "试行"))),
        Case.Of<LookBackQueries>(nameof(LookBackQueries.Page), async s =>
        {
            await s.LookBack();
            return [s.City.Office];
        }),
        Case.Of<LookBackQueries>(nameof(LookBackQueries.List), async s =>
        {
            await s.LookBack();
            return [s.City.Office, 1, 5];
        }),
        Case.Of<LookBackQueries>(nameof(LookBackQueries.Draw), async s => [s.City.Auditor, (await s.LookBack()).DrawId]),
        Case.Of<DrawCheckQueries>(nameof(DrawCheckQueries.Verify), async s =>
        {
            await s.LookBack();
            return [s.City.Jurisdiction.Id];
        }),
        Case.Of<LookBackQueries>(nameof(LookBackQueries.One), async s => [s.City.Leader, (await s.LookBack()).Id]),
    ];

    private static async Task<object?[]> Checked(StoryCity story, LookBackFinding finding)
    {
        var lookBack = await story.LookBack();
        return [story.City.As(Role.Office, TestCity.OfficeUnit, 1), lookBack.Id, lookBack.Version, finding];
    }
}
