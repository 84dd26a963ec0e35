using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Plans: seen by everybody of the city who sees the ledger, written and issued by its office alone.</summary>
public static partial class Doors
{
    private const string SeesPlan = "s + + + + + + - + + 0 0 p";
    private const string ActsOnPlan = "s + - - - - - - - - 0 0 p";
    private const string OwnOffice = "s + - - - - - - - - + - p";

    private static IEnumerable<Door> Plans =>
    [
        At("GET /Plans/Index", Ledger, "/Plans"),
        At("GET /Plans/Import", OwnOffice, "/Plans/Import"),
        Form("POST /Plans/Import", OwnOffice, "/Plans/Import", _ => [("Input.Text", "校园建设方案（2018—2020年）\n一、主要措施\n1.扩建学校。新建学校6所。（牵头单位：市教育局）\n")]),
        Form("POST /Plans/Import?handler=Take", OwnOffice, "/Plans/Import?handler=Take", _ => [("reading", $"{Guid.CreateVersion7()}")]),
        OnPlan("GET /Plans/Details", SeesPlan, ""),
        OnPlan("GET /Plans/Details?handler=File", SeesPlan, "?handler=File"),
        new("POST /Plans/Details?handler=Revise", ActsOnPlan, async s => $"/Plans/{(await s.OtherPlan()).Id}?handler=Revise"),
        OnPlan("GET /Plans/Issue", ReviewOffice, "/Issue?year=2019"),
        new("POST /Plans/Issue", ReviewOffice, async s => $"/Plans/{(await s.Plan()).Id}/Issue?year=2019", async s =>
            [("Input.Rows[0].MeasureId", $"{(await s.Task(StoryCity.Signed)).MeasureId}"), ("Input.Rows[0].Chosen", "true"), ("Input.Rows[0].DueOn", "2019-12-31")]),
        OnDraft("GET /Plans/Review", ""),
        new("POST /Plans/Review?handler=Describe", ReviewOffice, s => Draft(s, "&handler=Describe"), async s =>
        [
            ("Input.Version", $"{(await s.Plan()).Version}"), ("Input.Title", StoryCity.PlanTitle), ("Input.PeriodFrom", "2018"), ("Input.PeriodTo", "2020"),
        ]),
        OnDraft("POST /Plans/Review?handler=Accept", "Accept", ("Input.Doubt", "请核对。")),
        OnMeasure("Reword", ("Input.Title", "扩充学位"), ("Input.Body", "新建学校六所。")),
        OnMeasure("Reason", ("Input.Reason", "")),
        OnMeasure("Target", ("Input.AsWritten", "消除大班额"), ("Input.Metric", "大班额"), ("Input.Comparator", nameof(Comparator.AtMost)), ("Input.Value", "5")),
        OnMeasure("RemoveTarget", m => [("Input.TargetId", $"{m.Targets[0].Id}")]),
        OnMeasure("Deadline", ("Input.AsWritten", "2019年底"), ("Input.DeadlineKind", nameof(DeadlineKind.By)), ("Input.Day", "2019-12-31")),
        OnMeasure("RemoveDeadline", m => [("Input.DeadlineId", $"{m.Deadlines[0].Id}")]),
        OnUnmatched("NewUnit", ("Input.Name", "市妇联"), ("Input.Kind", nameof(UnitKind.Department))),
        new("POST /Plans/Review?handler=NewGroup", ReviewOffice, s => Draft(s, "&handler=NewGroup"), async s =>
            [.. await PartOf(s, ^1), ("Input.Name", "各相关单位"), ("Input.MemberIds", $"{s.City.Unit(StoryCity.Lead).Id}")]),
        new("POST /Plans/Review?handler=Match", ReviewOffice, s => Draft(s, "&handler=Match"), async s =>
            [.. await PartOf(s, ^1), ("Input.ListId", $"{s.City.Unit(StoryCity.Lead).Id}")]),
        new("POST /Plans/Review?handler=AddUnit", ReviewOffice, s => Draft(s, "&handler=AddUnit"), async s =>
            [.. await PartOf(s, 0), ("Input.ListId", $"{s.City.Unit(StoryCity.Bystander).Id}"), ("Input.Role", nameof(DraftUnitRole.Cooperating))]),
        OnUnmatched("Move", ("Input.By", "1")),
        OnUnmatched("Role", ("Input.Role", nameof(DraftUnitRole.Responsible))),
        OnUnmatched("RemoveUnit"),
        OnMeasure("Split", m => [("Input.At", $"{m.SourceStart + m.Title.Length + 1}")]),
        OnMeasure("Merge"),
        OnMeasure("Delete"),
        OnDraft("POST /Plans/Review?handler=Add", "Add", ("Input.At", "2"), ("Input.Length", "10")),
        new("POST /Plans/Review?handler=Confirm", "s + - - - - - - - - 0 - p", s => Draft(s, "&handler=Confirm"), async s =>
            [("Input.Version", $"{(await Latest(s)).Version}")]),
    ];

    private static Door OnPlan(string endpoint, string expected, string rest) => new(endpoint, expected, async s => $"/Plans/{(await s.Plan()).Id}{rest}");

    /// <summary>The second version of the plan: the draft, and after the last door the one in force.</summary>
    private static async Task<PlanVersion> Latest(StoryCity story) => await story.Version((await story.Plan()).Id, 2);

    private static async Task<string> Draft(StoryCity story, string rest) => $"/Plans/{(await story.Plan()).Id}/Review?version={(await Latest(story)).Id}{rest}";

    private static Door OnDraft(string endpoint, string handler, params (string Name, string Value)[] fields) =>
        new(endpoint, ReviewOffice, s => Draft(s, handler.Length == 0 ? "" : "&handler=" + handler), _ => Fields(fields));

    private static Door OnMeasure(string handler, params (string Name, string Value)[] fields) => OnMeasure(handler, _ => fields);

    private static Door OnMeasure(string handler, Func<Measure, (string Name, string Value)[]> fields) => new(
        "POST /Plans/Review?handler=" + handler, ReviewOffice, s => Draft(s, "&handler=" + handler), async s =>
        {
            var measure = (await s.Measures(await Latest(s)))[0];
            return [("Input.MeasureId", $"{measure.Id}"), ("Input.Version", $"{measure.Version}"), .. fields(measure)];
        });

    private static Door OnUnmatched(string handler, params (string Name, string Value)[] fields) => new(
        "POST /Plans/Review?handler=" + handler, ReviewOffice, s => Draft(s, "&handler=" + handler), async s => [.. await PartOf(s, ^1), .. fields]);

    private static async Task<(string Name, string Value)[]> PartOf(StoryCity story, Index index)
    {
        var measure = (await story.Measures(await Latest(story)))[index];
        return [("Input.MeasureId", $"{measure.Id}"), ("Input.Version", $"{measure.Version}"), ("Input.PartId", $"{measure.Units.FirstOrDefault()?.Id}")];
    }
}
