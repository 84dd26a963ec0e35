using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Accreditations: the county's unit (here the lead unit) reads and evaluates its own, its head hands it in, the office decides, leaders and auditors read.</summary>
public static partial class Doors
{
    private const string SeesRound = "s + + + 0 + + - 0 0 0 0 p";
    private const string EvaluatesRound = "s + + + 0 - - - 0 0 0 0 p";
    private const string SubmitsRound = "s + - + 0 - - - 0 0 0 0 p";
    private const string DecidesRound = "s + - - 0 - - - 0 0 0 0 p";
    private const string OpensRounds = "s + - - - - - - - - + - p";
    private const string OfficeOfRound = "s + - - - - - - - - 0 - p";

    private static IEnumerable<Door> Accreditations =>
    [
        At("GET /Accreditations/Index", Ledger, "/Accreditations"),
        At("GET /Accreditations/New", OpensRounds, "/Accreditations/New"),
        Form("POST /Accreditations/New", OpensRounds, "/Accreditations/New", _ => [("Input.County", Guid.NewGuid().ToString("N")[..8])]),
        new("GET /Accreditations/Schedule", OfficeOfRound, async s => $"/Accreditations/Schedule?plan={(await s.Plan()).Id}"),
        new("POST /Accreditations/Schedule", OfficeOfRound, async s => $"/Accreditations/Schedule?plan={(await s.Plan()).Id}") { OnlyRefused = true },
        OnRound("GET /Accreditations/One", SeesRound, ""),
        OnRound("POST /Accreditations/One?handler=Withdraw", DecidesRound, "?handler=Withdraw", fields: [("Input.Words", "区划调整。")]),
        OnRound("GET /Accreditations/Targets", OfficeOfRound, "/Targets"),
        OnRound("POST /Accreditations/Targets", OfficeOfRound, "/Targets", fields: [("Input.Targets[0]", "2018-12-31")]),
        OnRound("GET /Accreditations/Stage", SubmitsRound, "/Stage"),
        OnRound("POST /Accreditations/Stage?handler=Submit", SubmitsRound, "/Stage?handler=Submit") with { OnlyRefused = true },
        OnRound("POST /Accreditations/Stage?handler=Decide", DecidesRound, "/Stage?handler=Decide", AccreditationStage.CityReview, AccreditationState.UnderWay,
            ("Input.Result", "Returned"), ("Input.On", "2018-04-10"), ("Input.Words", "班额超标。"), ("Input.RectifyDueOn", "2018-06-30")),
        OnRound("POST /Accreditations/Stage?handler=Rectify", SubmitsRound, "/Stage?handler=Rectify", AccreditationStage.CityReview, AccreditationState.Rectifying, ("Input.Words", "已整改。")),
        OnRound("GET /Accreditations/Evaluation", SeesRound, "/Evaluation"),
        OnRound("POST /Accreditations/Evaluation", EvaluatesRound, "/Evaluation", fields: [("Input.Year", "1")]) with { OnlyRefused = true },
        OnRound("GET Accreditations.Report", SeesRound, "/Report.docx"),
        OnRound("GET /Accreditations/Vetoes", SeesRound, "/Vetoes"),
        OnRound("POST /Accreditations/Vetoes?handler=Report", DecidesRound, "/Vetoes?handler=Report",
            fields: [("Input.Subject", "2"), ("Input.HappenedOn", "2018-04-01"), ("Input.Source", "来信"), ("Input.Facts", "跨区择校。")]),
        new("POST /Accreditations/Vetoes?handler=Decide", DecidesRound, async s => $"/Accreditations/{(await s.Veto()).AccreditationId}/Vetoes?handler=Decide", async s =>
            [("Input.VetoId", $"{(await s.Veto()).Id}"), ("Input.Version", $"{(await s.Veto()).Version}"), ("Input.Stands", "false"), ("Input.Words", "查无实据。")]),
        At("GET /Accreditations/Problems/Index", Ledger, "/Accreditations/Problems"),
        OnRound("GET /Accreditations/Problems/New", OfficeOfRound, "/Problem"),
        new("POST /Accreditations/Problems/New", OfficeOfRound, async s => $"/Accreditations/{(await s.Accreditation()).Id}/Problem", s =>
            Fields(("Input.Text", "班额超标。"), ("Input.UnitId", $"{s.City.Unit(StoryCity.Lead).Id}"), ("Input.DueOn", "2018-06-30"))),
        new("GET /Accreditations/Problems/One", SeesRound, async s => $"/Accreditations/Problems/{(await s.Problem()).Id}"),
        OnProblem("Rectify", EvaluatesRound, ProblemState.Open, ("Input.Words", "已整改。")),
        OnProblem("Close", DecidesRound, ProblemState.Rectified, ("Input.Words", "属实。")),
        OnProblem("Reopen", DecidesRound, ProblemState.Rectified, ("Input.Words", "还差一间。"), ("Input.DueOn", "2018-06-30")),
        OnProblem("Tie", DecidesRound, ProblemState.Open),
        OnProblem("Join", DecidesRound, ProblemState.Open, ("Input.GapNumber", "差2001-0001")) with { OnlyRefused = true },
        OnProblem("Part", DecidesRound, ProblemState.Open, ("Input.EntryId", $"{Guid.Empty}")) with { OnlyRefused = true },
    ];

    private static Door OnRound(
        string endpoint, string who, string rest, AccreditationStage stage = AccreditationStage.CountySelf, AccreditationState state = AccreditationState.UnderWay, params (string, string)[] fields) =>
        new(endpoint, who, async s => $"/Accreditations/{(await s.Accreditation(stage, state)).Id}{rest}", async s => [("Input.Version", $"{(await s.Accreditation(stage, state)).Version}"), .. fields]);

    private static Door OnProblem(string handler, string who, ProblemState state, params (string, string)[] fields) =>
        new($"POST /Accreditations/Problems/One?handler={handler}", who, async s => $"/Accreditations/Problems/{(await s.Problem(state)).Id}?handler={handler}", async s =>
            [("Input.Version", $"{(await s.Problem(state)).Version}"), .. fields]);
}
