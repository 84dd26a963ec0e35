using Equalization.Workflow.Core.AnnualTasks.Moves;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators.Rebalancings;

/// <summary>Two primary schools far apart, searches for what evens them out, and what came of them.</summary>
internal static class RebalancingDesk
{
    public const string Rich = "001,第一小学,小学,1000,,42,,15,,9,,4500,7500,200,40";
    public const string Poor = "002,第二小学,小学,1000,,42,,3,,9,,4500,7500,200,8";

    public static readonly RebalancingTopic Teachers = new(2023, SchoolDesk.County, Level.Primary, 2);
    public static readonly RebalancingTopic Rooms = Teachers with { Indicator = 7 };

    public static Task<Guid> AskPlan(this TestCity city, Actor actor, RebalancingTopic topic, RebalancingTerms? terms = null) =>
        city.Get<RebalancingService>().Ask(actor, topic, terms ?? new RebalancingTerms(), TestCity.Ct);

    /// <summary>Two schools, a search, and the job's run.</summary>
    public static async Task<Guid> FoundPlan(this TestCity city, RebalancingTopic topic, RebalancingTerms? terms = null)
    {
        await city.TakeSchools(2023, Rich, Poor);
        var id = await city.AskPlan(city.Office, topic, terms);
        await city.Get<RebalancingService>().Run(TestCity.Ct);
        return id;
    }

    public static Task<RebalancingView> Plan(this TestCity city, Guid id) => city.Get<RebalancingQueries>().One(city.Office, id, TestCity.Ct);

    public static async Task<IReadOnlyList<RebalancingMoveRow>> MovesOf(this TestCity city, Guid id) => (await city.Get<RebalancingQueries>().Moves(city.Office, id, 1, 50, TestCity.Ct)).Rows;

    /// <summary>All lines of a plan as the office turns them into a task of the story's plan.</summary>
    public static async Task<MoveTaskInput> MoveTask(this StoryCity story, Guid plan)
    {
        var choices = await story.City.Get<MoveTaskQueries>().Choices(story.City.Office, TestCity.Ct);
        var measure = choices.Measures.First(m => m.PlanTitle == StoryCity.PlanTitle);
        return new(plan, [.. (await story.City.MovesOf(plan)).Select(m => m.Id)], measure.Id, story.City.Unit(StoryCity.Lead).Id, new DateOnly(2018, 12, 20));
    }
}
