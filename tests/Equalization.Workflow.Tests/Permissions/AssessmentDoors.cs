using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Assessments: the office rules and decides, a unit contests its own points, others' sheets are hidden until the result is sealed.</summary>
public static partial class Doors
{
    private const string AssessmentRead = "s + + + + + + - + + 0 0 p";
    private const string LeadSheet = "s + + + 0 + + - 0 0 0 0 p";

    private static IEnumerable<Door> Assessments =>
    [
        At("GET /Assessments/Index", Ledger, "/Assessments"),
        Form("POST /Assessments/Index?handler=Begin", "s + - - - - - - - - + - p", "/Assessments?handler=Begin", _ => [("Input.Year", "2018")]),
        new("GET /Assessments/Rules", "s + - - - - - - - - 0 - p", async s => $"/Assessments/Rules/{(await s.NextRules()).Id}"),
        OnRules("POST /Assessments/Rules?handler=Write", "?handler=Write"),
        OnRules("POST /Assessments/Rules?handler=Fix", "?handler=Fix"),
        new("POST /Assessments/Index?handler=Compute", "s + - - - - - - - - + - p", _ => Task.FromResult("/Assessments?handler=Compute"), async s =>
        {
            await s.YearRules(isFixed: true);
            return [("Input.Year", "2018"), ("Input.On", $"{(await s.SealedDay()).On:yyyy-MM-dd}"), ("Input.WorkingDays", "10")];
        }),
        new("GET /Assessments/One", AssessmentRead, async s => $"/Assessments/{(await s.Assessment()).Id}"),
        new("GET Assessment.Download", AssessmentRead, async s => $"/Assessments/{(await s.Assessment()).Id}/Table.xlsx"),
        new("GET Assessment.Paper", AssessmentRead, async s => $"/Assessments/{(await s.Assessment()).Id}/Table.docx"),
        new("GET Assessment.UnitSheet", LeadSheet, s => SheetOf(s, "/Sheet.docx")),
        new("POST /Assessments/One?handler=Seal", "s + - - - - - - - - 0 - p", async s => $"/Assessments/{(await s.Assessment()).Id}?handler=Seal") { OnlyRefused = true },
        new("GET /Assessments/Sheet", LeadSheet, s => SheetOf(s, "")),
        new("POST /Assessments/Sheet?handler=Object", "s - + + 0 - - - 0 0 0 0 p", s => SheetOf(s, "?handler=Object"), async s =>
        {
            var point = (await s.Assessment()).Points.OrderBy(p => p.Position).Last(p => p.UnitId == s.City.Unit(StoryCity.Lead).Id);
            return [("Input.PointId", $"{point.Id}"), ("Input.Version", $"{point.Version}"), ("Input.Objection", "期限经批准顺延。")];
        }),
        new("POST /Assessments/Sheet?handler=Decide", "s + - - 0 - - - 0 0 0 0 p", s => SheetOf(s, "?handler=Decide"), async s =>
        {
            var point = await s.Point(StoryCity.Lead, isContested: true);
            return [("Input.PointId", $"{point.Id}"), ("Input.Version", $"{point.Version}"), ("Input.DecisionText", "情况属实。")];
        }),
    ];

    private static async Task<string> SheetOf(StoryCity story, string rest) =>
        $"/Assessments/{(await story.Assessment()).Id}/Units/{story.City.Unit(StoryCity.Lead).Id}{rest}";

    private static Door OnRules(string endpoint, string rest) => new(
        endpoint, "s + - - - - - - - - 0 - p", async s => $"/Assessments/Rules/{(await s.NextRules()).Id}{rest}", async s =>
        [
            ("Input.Version", $"{(await s.NextRules()).Version}"), ("Input.Done", "10"), ("Input.CooperatingShare", "50"), ("Input.Late", "-2"), ("Input.Returned", "-1"),
            ("Input.Supervised", "-1"), ("Input.Criticised", "-2"), ("Input.Praised", "2"),
        ]);
}
