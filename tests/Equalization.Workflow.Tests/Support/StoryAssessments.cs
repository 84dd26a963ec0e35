using Equalization.Workflow.Core.Assessments;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>The assessment of the story city's year, laid down through the services when a test asks for it.</summary>
internal static class StoryAssessments
{
    private static CancellationToken Ct => TestCity.Ct;

    /// <summary>Rules of 2018 as they begin, or fixed.</summary>
    public static async Task<AssessmentRuleSet> YearRules(this StoryCity story, bool isFixed)
    {
        var (city, service) = (story.City, story.City.Get<AssessmentRuleService>());
        var id = await service.Begin(city.Office, StoryCity.Today.Year, Ct);
        var rules = await Load();
        if (isFixed && rules.FixedAt is null)
        {
            await service.Fix(city.Office, id, rules.Version, Ct);
            rules = await Load();
        }

        return rules;

        Task<AssessmentRuleSet> Load() => city.Read(db => db.AssessmentRuleSets.AsNoTracking().SingleAsync(r => r.Id == id, Ct));
    }

    /// <summary>The rules of the year after, which nobody has fixed.</summary>
    public static async Task<AssessmentRuleSet> NextRules(this StoryCity story)
    {
        await story.YearRules(isFixed: true);
        var id = await story.City.Get<AssessmentRuleService>().Begin(story.City.Office, StoryCity.Today.Year + 1, Ct);
        return await story.City.Read(db => db.AssessmentRuleSets.AsNoTracking().SingleAsync(r => r.Id == id, Ct));
    }

    /// <summary>Computed from the story's sealed day, objections open.</summary>
    public static async Task<Assessment> Assessment(this StoryCity story)
    {
        var there = await story.City.Read(db => db.Assessments.Where(a => a.JurisdictionId == story.City.Jurisdiction.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(Ct));
        if (there is null)
        {
            await story.YearRules(isFixed: true);
            there = await story.City.Get<AssessmentService>().Compute(
                story.City.Office, StoryCity.Today.Year, (await story.SealedDay()).On, AssessmentService.ObjectionWorkingDays, Ct);
        }

        return await story.City.Read(db => db.Assessments.AsNoTracking().Include(a => a.Points).SingleAsync(a => a.Id == there, Ct));
    }

    /// <summary>The unit's first point; with an objection when one is wanted.</summary>
    public static async Task<AssessmentPoint> Point(this StoryCity story, string unit, bool isContested)
    {
        var (city, assessment) = (story.City, await story.Assessment());
        var point = assessment.Points.OrderBy(p => p.Position).First(p => p.UnitId == city.Unit(unit).Id);
        if (isContested && point.Objection is null)
        {
            await city.Get<AssessmentService>().Object(city.Head(unit), assessment.Id, point.Id, point.Version, "期限经批准顺延。", Ct);
            point = (await story.Assessment()).Points.Single(p => p.Id == point.Id);
        }

        return point;
    }
}
