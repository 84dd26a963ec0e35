using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of assessments.</summary>
public static class AssessmentCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<AssessmentRuleService>(nameof(AssessmentRuleService.Begin), s => TaskCases.Now(s.City.Office, 2018)),
        Case.Of<AssessmentRuleService>(nameof(AssessmentRuleService.Write), async s =>
        {
            var rules = await s.YearRules(isFixed: false);
            return [s.City.Office, rules.Id, rules.Version, AssessmentValues.Default];
        }),
        Case.Of<AssessmentRuleService>(nameof(AssessmentRuleService.Fix), async s =>
        {
            var rules = await s.YearRules(isFixed: false);
            return [s.City.Office, rules.Id, rules.Version];
        }),
        Case.Of<AssessmentService>(nameof(AssessmentService.Compute), async s =>
        {
            await s.YearRules(isFixed: true);
            return [s.City.Office, 2018, (await s.SealedDay()).On, 10];
        }),
        Case.Of<AssessmentService>(nameof(AssessmentService.Object), async s =>
        {
            var point = await s.Point(StoryCity.Lead, isContested: false);
            return [s.City.Head(StoryCity.Lead), point.AssessmentId, point.Id, point.Version, "期限经批准顺延。"];
        }),
        Case.Of<AssessmentService>(nameof(AssessmentService.Decide), async s =>
        {
            var point = await s.Point(StoryCity.Lead, isContested: true);
            return [s.City.Office, point.AssessmentId, point.Id, point.Version, PointDecision.Struck, "情况属实。"];
        }),
        Case.Of<AssessmentService>(nameof(AssessmentService.Seal), async s =>
        {
            var assessment = await s.Assessment();
            s.City.Clock.SetDay(assessment.ObjectionsUntil.AddDays(1));
            return [s.City.Office, assessment.Id, assessment.Version, TestSite.Password];
        }),
        Case.Of<AssessmentQueries>(nameof(AssessmentQueries.Years), async s =>
        {
            await s.Assessment();
            return [s.City.Office];
        }),
        Case.Of<AssessmentQueries>(nameof(AssessmentQueries.Rules), async s => [s.City.Office, (await s.YearRules(isFixed: true)).Id]),
        Case.Of<AssessmentQueries>(nameof(AssessmentQueries.Table), async s => [s.City.Office, (await s.Assessment()).Id]),
        Case.Of<AssessmentQueries>(nameof(AssessmentQueries.Sheet), async s => [s.City.Head(StoryCity.Lead), (await s.Assessment()).Id, s.City.Unit(StoryCity.Lead).Id]),
        Case.Of<AssessmentQueries>(nameof(AssessmentQueries.TablePaper), async s => [s.City.Office, (await s.Assessment()).Id]),
        Case.Of<AssessmentQueries>(nameof(AssessmentQueries.SheetPaper), async s => [s.City.Head(StoryCity.Lead), (await s.Assessment()).Id, s.City.Unit(StoryCity.Lead).Id]),
        Case.Of<AssessmentQueries>(nameof(AssessmentQueries.Verify), async s =>
        {
            var assessment = await s.Assessment();
            s.City.Clock.SetDay(assessment.ObjectionsUntil.AddDays(1));
            await s.City.Get<AssessmentService>().Seal(s.City.Office, assessment.Id, assessment.Version, TestSite.Password, TestCity.Ct);
            return [s.City.Jurisdiction.Id];
        }),
    ];
}
