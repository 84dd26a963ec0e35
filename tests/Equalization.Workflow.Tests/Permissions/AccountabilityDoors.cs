using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Cases are open to their list alone: the auditor, the unit's contact and every stranger find nothing.</summary>
public static partial class Doors
{

    private const string CaseAfter = "s + 0 + 0 + 0 - 0 0 0 0 p";
    private const string CaseOffice = "s + 0 - 0 - 0 - 0 0 0 0 p";
    private const string CaseUnit = "s - 0 + 0 - 0 - 0 0 0 0 p";

    private static IEnumerable<Door> Accountabilities =>
    [
        At("GET /Accountabilities/Index", Ledger, "/Accountabilities"),
        At("GET /Accountabilities/Open", "s + - - - - - - - - + - p", "/Accountabilities/Open"),
        Form("POST /Accountabilities/Open", "s + - - - - - - - - + - p", "/Accountabilities/Open", s =>
            [("Input.UnitId", $"{s.City.Unit(StoryCity.Lead).Id}"), ("Input.Trigger", "Duties"), ("Input.Because", "履职不到位。")]),
        At("GET /Accountabilities/Terms", "s + - - - - + + - - + - p", "/Accountabilities/Terms"),
        At("POST /Accountabilities/Terms", "s - - - - - - + - - - - p", "/Accountabilities/Terms") with { OnlyRefused = true },
        OnCase("GET /Accountabilities/One", CaseAfter, CaseState.Told, ""),
        OnCase("GET Accountabilities.All", CaseAfter, CaseState.Told, "/File.zip"),
        new("GET Accountabilities.Document", CaseAfter, async s =>
        {
            var about = await s.CaseIn(CaseState.Told);
            return $"/Accountabilities/{about.Id}/Documents/{about.Documents[0].Id}";
        }),
        OnCase("POST /Accountabilities/One?handler=Find", "s + 0 0 0 - 0 - 0 0 0 0 p", CaseState.Inquiry, "?handler=Find", _ => [("Input.Finding", "查明属实。"), ("Input.Basis", "第八条"), ("Input.Form", "Bulletin")]),
        OnCase("POST /Accountabilities/One?handler=Tell", "s - 0 0 0 + 0 - 0 0 0 0 p", CaseState.Inquiry, "?handler=Tell", _ => Signed, formed: true),
        OnCase("POST /Accountabilities/One?handler=Leave", CaseOffice, CaseState.Told, "?handler=Leave", c => [("Input.PaperId", $"{c.NoticePaperId}"), ("Input.How", "当面送达，拒签。")]),
        OnCase("POST /Accountabilities/One?handler=Hear", CaseUnit, CaseState.Told, "?handler=Hear", _ => [("Input.Text", "已整改。")]),
        OnCase("POST /Accountabilities/One?handler=Form", CaseOffice, CaseState.Forming, "?handler=Form", _ => [("Input.Opinion", "建议通报。"), ("Input.Form", "Bulletin")]),
        OnCase("POST /Accountabilities/One?handler=Propose", "s - 0 - 0 + 0 - 0 0 0 0 p", CaseState.Forming, "?handler=Propose", _ => [.. Signed, ("Input.Body", "市教育督导委员会")], formed: true),
        OnCase("POST /Accountabilities/One?handler=Decide", CaseOffice, CaseState.Proposed, "?handler=Decide", _ =>
        [
            .. Signed, ("Input.Body", "市教育督导委员会"), ("Input.Number", "教督问〔2018〕7号"), ("Input.DecidedOn", $"{StoryCity.Today:yyyy-MM-dd}"), ("Input.EffectiveOn", $"{StoryCity.Today:yyyy-MM-dd}"),
            ("Input.Facts", "属实。"), ("Input.Basis", "第八条"), ("Input.Form", "Bulletin"),
        ]),
        OnCase("POST /Accountabilities/One?handler=Publish", CaseOffice, CaseState.Decided, "?handler=Publish", _ => [("Input.Range", "OwnUnit")]),
        OnCase("POST /Accountabilities/One?handler=Archive", CaseOffice, CaseState.Decided, "?handler=Archive") with { OnlyRefused = true },
        OnCase("POST /Accountabilities/One?handler=HandOn", CaseOffice, CaseState.Decided, "?handler=HandOn", _ =>
            [("Input.HandOn", "Transfer"), ("Input.HandOnBody", "市纪委监委"), ("Input.HandOnOn", $"{StoryCity.Today:yyyy-MM-dd}"), ("Input.HandOnWhat", "有关人员线索。")]),
        OnCase("POST /Accountabilities/One?handler=Ask", CaseUnit, CaseState.Decided, "?handler=Ask", _ => [("Input.Kind", "Review"), ("Input.Text", "不服。")]),
        OnCase("POST /Accountabilities/One?handler=Answer", "s 0 0 - 0 - 0 - 0 0 0 0 p", CaseState.Decided, "?handler=Answer", _ => Signed) with { OnlyRefused = true },
        OnCase("POST /Accountabilities/One?handler=Correct", "s 0 0 - 0 - 0 - 0 0 0 0 p", CaseState.Decided, "?handler=Correct") with { OnlyRefused = true },
        OnCase("POST /Accountabilities/One?handler=Admit", "s + 0 - 0 - 0 - 0 0 0 0 p", CaseState.Told, "?handler=Admit") with { OnlyRefused = true },
        OnCase("POST /Accountabilities/One?handler=Remove", "s 0 0 - 0 - 0 - 0 0 0 0 p", CaseState.Told, "?handler=Remove") with { OnlyRefused = true },
        OnCase("POST /Accountabilities/One?handler=Close", "s + 0 - 0 - 0 - 0 0 0 0 p", CaseState.Told, "?handler=Close", _ => [("Input.Reason", "查无实据。")]),
    ];

    private static (string Name, string Value)[] Signed => [("Input.Password", TestSite.Password)];

    private static Door OnCase(
        string endpoint, string expected, CaseState state, string rest, Func<AccountabilityCase, (string Name, string Value)[]>? fields = null, bool formed = false) =>
        new(endpoint, expected, async s => $"/Accountabilities/{(await s.CaseIn(state, formed)).Id}{rest}", async s =>
        {
            var about = await s.CaseIn(state, formed);
            return [.. fields?.Invoke(about) ?? [], ("Input.Version", $"{about.Version}")];
        });
}
