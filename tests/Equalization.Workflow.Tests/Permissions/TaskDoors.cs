using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>The task and all that is done on it. Each act has a task, a part or a request of its own, in the state in which it may be done.</summary>
public static partial class Doors
{
    private const string SeesTask = "s + + + + + + - 0 0 0 0 p";
    private const string LeadUnit = "s - + + - - - - 0 0 0 0 p";

    /// <summary>A report is the unit's own until its head approves it.</summary>
    private const string UnapprovedReport = "s 0 - + 0 0 0 - 0 0 0 0 p";

    /// <summary>What the lead unit asks of the office is not the cooperating units' to see.</summary>
    private const string SeesRequest = "s + + + - + + - 0 0 0 0 p";
    private const string RequestAtHead = "s - - + 0 - - - 0 0 0 0 p";
    private const string RequestAtOffice = "s + - - 0 - - - 0 0 0 0 p";
    private const string CooperatingUnit = "s - - - + - - - 0 0 0 0 p";
    private const string TaskOffice = "s + - - - - - - 0 0 0 0 p";

    /// <summary>Behind the fence of contacts and heads: whoever is outside hears so before anything is looked for.</summary>
    private const string BothUnits = "s - + + + - - - 0 0 - 0 p";

    /// <summary>Behind the office's own fence.</summary>
    private const string ReviewOffice = "s + - - - - - - - - 0 - p";

    private static IEnumerable<Door> Tasks =>
    [
        OnTask("GET /Tasks/One", SeesTask, StoryCity.Signed, ""),
        OnPart("POST /Tasks/One?handler=Sign", CooperatingUnit, StoryCity.Issued, StoryCity.Cooperating, "Sign"),
        OnPart("POST /Tasks/One?handler=Decline", CooperatingUnit, StoryCity.Declined, StoryCity.Cooperating, "Decline", ("Input.Reason", "职责不符。")),
        OnPart("POST /Tasks/One?handler=Decide", TaskOffice, StoryCity.Declined, StoryCity.Lead, "Decide", ("Input.Decision", "请办理。")),
        new("POST /Tasks/One?handler=HandOn", LeadUnit, s => PageOf(s, StoryCity.Signed, "?handler=HandOn"), async s =>
            [.. await Part(s, StoryCity.Signed, StoryCity.Lead), ("Input.PersonId", $"{s.City.Contact(StoryCity.Lead).PersonId}")]),
        OnPart("POST /Tasks/One?handler=Urge", TaskOffice, StoryCity.Signed, StoryCity.Lead, "Urge", ("Input.Text", "请于本周内报送进展。")),
        new("POST /Tasks/One?handler=AnswerUrge", LeadUnit, s => PageOf(s, StoryCity.Signed, "?handler=AnswerUrge"), async s =>
        {
            var urge = await s.Urge();
            return [("Input.UrgeId", $"{urge.Id}"), ("Input.Version", $"{urge.Version}"), ("Input.Answer", "本周五前报送。")];
        }),
        OnVersion("POST /Tasks/One?handler=Risk", TaskOffice, StoryCity.Late, "?handler=Risk", ("Input.Risk", "HighRisk"), ("Input.Reason", "资金尚未落实。")),
        new("GET /Why/Sheet", "s + + + + + + 0 0 0 0 0 p", async s => $"/Why/Task/{(await s.Task(StoryCity.Late)).Id}"),
        OnReport("GET /Tasks/ReportOne", SeesTask, StoryCity.Approved, ""),
        OnPart("POST /Tasks/One?handler=NoChange", LeadUnit, StoryCity.Approved, StoryCity.Lead, "NoChange"),
        OnTask("GET /Tasks/Report", BothUnits, StoryCity.Signed, "/Report"),
        OnTask("POST /Tasks/Report?handler=Insert", BothUnits, StoryCity.Signed, "/Report?handler=Insert", ReportFields),
        OnTask("POST /Tasks/Report?handler=Save", BothUnits, StoryCity.Signed, "/Report?handler=Save", ReportFields),
        OnTask("POST /Tasks/Report?handler=Submit", BothUnits, StoryCity.ExtensionAtHead, "/Report?handler=Submit", ReportFields),
        OnTask("POST /Tasks/Report?handler=NoChange", BothUnits, StoryCity.Approved, "/Report?handler=NoChange"),
        OnReport("POST /Tasks/ReportOne?handler=Approve", UnapprovedReport, StoryCity.Reported, "?handler=Approve"),
        OnReport("POST /Tasks/ReportOne?handler=Return", UnapprovedReport, StoryCity.ExtensionAtHead, "?handler=Return", ("Input.Reason", "请补充数据。")),
        new("GET /HelpRequests/One", "s + + + 0 + + - 0 0 0 0 p", async s => $"/HelpRequests/{(await s.Help()).Id}"),
        new("POST /HelpRequests/One", "s + - - 0 + - - 0 0 0 0 p", async s => $"/HelpRequests/{(await s.Help()).Id}", async s =>
            [("Input.Version", $"{(await s.Help()).Version}"), ("Input.Answer", "已协调。")]),
        new("GET Evidence.Download", "s + + + + + + - 0 0 0 0 p", async s => $"/Evidence/{(await s.Proof()).Id}"),
        new("GET Evidence.Picture", "s 0 + + 0 0 0 - 0 0 0 0 p", async s => $"/Evidence/{await s.Photo()}/Picture"),
        new("GET /Tasks/EvidencePreview", "s + + + + + + - 0 0 0 0 p", async s => $"/Evidence/{(await s.Proof()).Id}/Preview?task={(await s.Task(StoryCity.WrittenOff)).Id}"),
        Form("POST Evidence.Upload", "s - + + + - - - + + - + p", "/Evidence", _ =>
            [("kind", "验收报告"), ("title", "验收"), (TestSite.FileField + "验收.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n")]),
        .. Supervision,
        .. Extensions,
        .. Completions,
    ];

    /// <summary>A proposal is seen by the office, leaders and the auditor; a served notice by the lead unit too.</summary>
    private static IEnumerable<Door> Supervision =>
    [
        At("GET /Supervision/Index", Ledger, "/Supervision"),
        OnPaper("GET /Supervision/One", "s + + + 0 + + - 0 0 0 0 p", StoryCity.Approved, ""),
        OnPaper("POST /Supervision/One?handler=Answer", "s - + + 0 - - - 0 0 0 0 p", StoryCity.Approved, "?handler=Answer", ("Input.Answer", "月底前完成。")),
        OnPaper("POST /Supervision/One?handler=Issue", "s + 0 0 0 - - - 0 0 0 0 p", StoryCity.Late, "?handler=Issue",
            ("Input.Demand", "请补办。"), ("Input.AnswerDueOn", "2018-05-31"), ("Input.Password", TestSite.Password)),
        OnPaper("POST /Supervision/One?handler=Refuse", "s + 0 0 0 - - - 0 0 0 0 p", StoryCity.Drafted, "?handler=Refuse", ("Input.Reason", "已当面约定。")),
        OnPaper("POST /Supervision/One?handler=Return", "s + - - 0 - - - 0 0 0 0 p", StoryCity.Approved, "?handler=Return",
            ("Input.Reason", "没有写明完成时间。"), ("Input.AnswerDueOn", "2018-05-31")),
        new("POST /Supervision/Proposals?handler=Refuse", "s + - - - + - - - - + - p", _ => Task.FromResult("/Supervision/Proposals?handler=Refuse"), async s =>
            [("Input.Picked", $"{(await s.Letter()).Id}:{(await s.Letter()).Version}"), ("Input.Reason", "已当面约定。")]),
        new("POST /Supervision/One?handler=StartAt", "s + 0 0 0 - - - 0 0 0 0 p", async s => $"/Supervision/{(await s.Paper(StoryCity.Approved)).Id}?handler=StartAt", async s =>
            [("Input.Version", $"{(await s.Matter(StoryCity.Approved)).Version}"), ("Input.Rung", "Interview"), ("Input.Reason", "事项紧急。")]),
        OnMatter("POST /Supervision/One?handler=Exempt", "s + 0 0 0 + - - 0 0 0 0 p", "Exempt",
            ("Input.Reason", "洪水。"), ("Input.Ground", "ForceMajeure"), ("Input.Password", TestSite.Password)),
        At("GET /Supervision/Proposals", "s + - - - + - - - - + - p", "/Supervision/Proposals"),
        new("POST /Supervision/Proposals?handler=Sign", "s + - - - + - - - - + - p", _ => Task.FromResult("/Supervision/Proposals?handler=Sign"), async s =>
            [("Input.Picked", $"{(await s.Letter()).Id}:{(await s.Letter()).Version}"), ("Input.Password", TestSite.Password)]),
        At("GET /Rules/Ladder", Rules, "/Rules/Ladder"),
        At("GET /Rules/LadderEdit", RuleDrafters, "/Rules/LadderEdit"),
        new("POST /Rules/LadderEdit", RuleDrafters, _ => Task.FromResult("/Rules/LadderEdit"), LadderFields),
        new("POST /Rules/Ladder?handler=Drop", RuleDrafters, _ => Task.FromResult("/Rules/Ladder?handler=Drop"), LadderVersion) { OnlyRefused = true },
        new("POST /Rules/Ladder?handler=PutInForce", "s - - - - - - + - - - - p", _ => Task.FromResult("/Rules/Ladder?handler=PutInForce"), async s =>
        {
            if (await s.LadderDraft() is null)
            {
                var rules = LadderRules.Default with { Rules = [.. LadderRules.Default.Rules.Select(r => r.Rung == Rung.Letter ? r with { Term = 15 } : r)] };
                await s.City.Get<LadderRuleService>().SaveDraft(s.City.Office, rules, "试行。", null, TestCity.Ct);
            }

            return await LadderVersion(s);
        }),
    ];

    /// <summary>On the letter that waits for the leader, whose matter the office may also decide on as a whole.</summary>
    private static Door OnMatter(string endpoint, string expected, string handler, params (string Name, string Value)[] fields) =>
        new(endpoint, expected, async s => $"/Supervision/{(await s.Letter()).Id}?handler={handler}", async s =>
            [("Input.Version", $"{(await s.Matter(StoryCity.Signed)).Version}"), .. fields]);

    private static async Task<(string Name, string Value)[]> LadderVersion(StoryCity story) => [("Input.Version", $"{(await story.LadderDraft())?.Version}")];

    private static async Task<(string Name, string Value)[]> LadderFields(StoryCity story) =>
    [
        ("Input.Note", "试行。"), .. await LadderVersion(story),
        .. LadderRules.Default.Rules.SelectMany(r => new (string, string)[]
        {
            ($"Input.Cells[{r.Risk}.{r.Rung}].Runs", "true"), ($"Input.Cells[{r.Risk}.{r.Rung}].AfterSilence", "2"), ($"Input.Cells[{r.Risk}.{r.Rung}].AfterAnswer", "2"),
            ($"Input.Cells[{r.Risk}.{r.Rung}].Term", $"{r.Term}"), ($"Input.Cells[{r.Risk}.{r.Rung}].Signer", $"{r.Signer}"),
        }),
    ];

    private static Door OnPaper(string endpoint, string expected, string title, string rest, params (string Name, string Value)[] fields) =>
        new(endpoint, expected, async s => $"/Supervision/{(await s.Paper(title)).Id}{rest}", async s =>
            [("Input.Version", $"{(await s.Paper(title)).Version}"), .. fields]);

    private static IEnumerable<Door> Extensions =>
    [
        OnTask("GET /Tasks/Extension", SeesRequest, StoryCity.Signed, "/Extension"),
        OnVersion("POST /Tasks/Extension?handler=Preview", SeesRequest, StoryCity.Signed, "/Extension?handler=Preview", AskFields),
        OnVersion("POST /Tasks/Extension?handler=Ask", LeadUnit, StoryCity.Signed, "/Extension?handler=Ask", AskFields),
        OnExtension("POST /Tasks/Extension?handler=SendBack", RequestAtHead, StoryCity.Signed, "SendBack"),
        OnExtension("POST /Tasks/Extension?handler=PassOn", RequestAtHead, StoryCity.ExtensionAtHead, "PassOn"),
        OnExtension("POST /Tasks/Extension?handler=Grant", RequestAtOffice, StoryCity.ExtensionAtOffice, "Grant"),
        OnExtension("POST /Tasks/Extension?handler=Refuse", RequestAtOffice, StoryCity.ExtensionAtHead, "Refuse"),
    ];

    private static IEnumerable<Door> Completions =>
    [
        OnTask("GET /Tasks/Completion", SeesRequest, StoryCity.Signed, "/Completion"),
        OnVersion("POST /Tasks/Completion?handler=Ask", LeadUnit, StoryCity.Drafted, "/Completion?handler=Ask", ("Input.Statement", "全部完成。")),
        OnCompletion("POST /Tasks/Completion?handler=SendBack", RequestAtHead, StoryCity.Drafted, "/Completion?handler=SendBack"),
        OnCompletion("POST /Tasks/Completion?handler=PassOn", RequestAtHead, StoryCity.CompletionAtHead, "/Completion?handler=PassOn"),
        OnTask("GET /Tasks/Review", ReviewOffice, StoryCity.CompletionAtOffice, "/Review"),
        OnCompletion("POST /Tasks/Review?handler=Accept", ReviewOffice, StoryCity.CompletionAtOffice, "/Review?handler=Accept"),
        OnCompletion("POST /Tasks/Review?handler=Return", ReviewOffice, StoryCity.CompletionAtHead, "/Review?handler=Return"),
    ];

    private static (string Name, string Value)[] ReportFields =>
        [("Input.Percent", "20"), ("Input.OwnWord", $"{default(OwnWord)}"), ("Input.Narrative", "已完成选址。")];

    private static (string Name, string Value)[] AskFields =>
        [("Input.NewDueOn", "2019-03-31"), ("Input.Reason", "设计变更。"), ("Input.ProgressSoFar", "一半。"), ("Input.Measures", "倒排工期。")];

    private static async Task<string> PageOf(StoryCity story, string title, string rest) => $"/Tasks/{(await story.Task(title)).Id}{rest}";

    private static async Task<(string Name, string Value)[]> Part(StoryCity story, string title, string unit)
    {
        var part = await story.Part(title, unit);
        return [("Input.TaskUnitId", $"{part.Id}"), ("Input.Version", $"{part.Version}")];
    }

    private static Door OnTask(string endpoint, string expected, string title, string rest, params (string Name, string Value)[] fields) =>
        new(endpoint, expected, s => PageOf(s, title, rest), _ => Fields(fields));

    private static Door OnVersion(string endpoint, string expected, string title, string rest, params (string Name, string Value)[] fields) =>
        new(endpoint, expected, s => PageOf(s, title, rest), async s => [.. fields, ("Input.Version", $"{(await s.Task(title)).Version}")]);

    private static Door OnPart(string endpoint, string expected, string title, string unit, string handler, params (string Name, string Value)[] fields) =>
        new(endpoint, expected, s => PageOf(s, title, "?handler=" + handler), async s => [.. await Part(s, title, unit), .. fields]);

    private static Door OnReport(string endpoint, string expected, string title, string rest, params (string Name, string Value)[] fields) => new(
        endpoint, expected, async s => await PageOf(s, title, $"/Report/{(await s.Report(title, StoryCity.Lead)).Id}{rest}"),
        async s => [.. fields, ("Input.Version", $"{(await s.Report(title, StoryCity.Lead)).Version}")]);

    private static Door OnExtension(string endpoint, string expected, string title, string handler) => new(
        endpoint, expected, s => PageOf(s, title, "/Extension?handler=" + handler), async s =>
        {
            var request = await s.Extension(title);
            return [("Input.RequestId", $"{request.Id}"), ("Input.Version", $"{request.Version}"), ("Input.Reason", "理由不足。"), ("Input.Decision", "按此办理。"), ("Input.NewDueOn", "2019-03-31")];
        });

    private static Door OnCompletion(string endpoint, string expected, string title, string rest) => new(
        endpoint, expected, s => PageOf(s, title, rest), async s =>
        {
            var request = await s.Completion(title);
            return [("Input.RequestId", $"{request.Id}"), ("Input.Version", $"{request.Version}"), ("Input.Reason", "证据不足。"), ("Input.Opinion", "同意。"), ("Input.NewDueOn", "2018-12-20")];
        });
}
