using System.Text;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of reports, help, evidence, extensions and completion.</summary>
public static class ProgressCases
{
    private static readonly DateOnly Later = new(2019, 3, 31);

    public static IEnumerable<Case> All =>
    [
        Case.Of<ReportService>(nameof(ReportService.Save), async s => [Contact(s), await PartId(s, StoryCity.Signed), null, Draft(20)], "first"),
        Case.Of<ReportService>(nameof(ReportService.Save), async s =>
            [Contact(s), await PartId(s, StoryCity.Drafted), (await s.Report(StoryCity.Drafted, StoryCity.Lead)).Version, await Full(s)], "again"),
        Case.Of<ReportService>(nameof(ReportService.Submit), async s => [Contact(s), await PartId(s, StoryCity.Signed), null, await Full(s)], "contact"),
        Case.Of<ReportService>(nameof(ReportService.Submit), async s => [Head(s), await PartId(s, StoryCity.Signed), null, await Full(s)], "head"),
        Case.Of<ReportService>(nameof(ReportService.NoChange), async s =>
        {
            s.City.Clock.SetDay(new DateOnly(2018, 7, 3));
            return [Contact(s), await PartId(s, StoryCity.Approved), null, null];
        }),
        Case.Of<ReportService>(nameof(ReportService.Approve), s => OnReport(s, StoryCity.Reported)),
        Case.Of<ReportService>(nameof(ReportService.Return), s => OnReport(s, StoryCity.Reported, "请补充数据。")),
        Case.Of<HelpService>(nameof(HelpService.Answer), async s => [s.City.Office, (await s.Help()).Id, (await s.Help()).Version, "已协调。"]),
        Case.Of<EvidenceService>(nameof(EvidenceService.Upload), s => TaskCases.Now(Contact(s), new EvidenceUpload("验收.pdf", "验收报告", "验收", null), Pdf), "first"),
        Case.Of<EvidenceService>(nameof(EvidenceService.Upload), async s =>
            [Contact(s), new EvidenceUpload("完成情况2.pdf", null, null, (await s.Proof()).EvidenceId), Pdf], "next version"),
        Case.Of<ExtensionService>(nameof(ExtensionService.Ask), s => OnTask(s, Contact(s), StoryCity.Signed, Ask), "contact"),
        Case.Of<ExtensionService>(nameof(ExtensionService.Ask), s => OnTask(s, Head(s), StoryCity.Signed, Ask), "head"),
        Case.Of<ExtensionService>(nameof(ExtensionService.HeadApprove), s => OnExtension(s, Head(s), StoryCity.ExtensionAtHead)),
        Case.Of<ExtensionService>(nameof(ExtensionService.HeadReturn), s => OnExtension(s, Head(s), StoryCity.ExtensionAtHead, "理由不足。")),
        Case.Of<ExtensionService>(nameof(ExtensionService.Grant), s => OnExtension(s, s.City.Office, StoryCity.ExtensionAtOffice, Later, "同意。")),
        Case.Of<ExtensionService>(nameof(ExtensionService.Refuse), s => OnExtension(s, s.City.Office, StoryCity.ExtensionAtOffice, "不同意。")),
        Case.Of<CompletionService>(nameof(CompletionService.Ask), s => OnTask(s, Contact(s), StoryCity.Signed, new CompletionAsk("全部完成。", [])), "contact"),
        Case.Of<CompletionService>(nameof(CompletionService.Ask), async s =>
            await OnTask(s, Head(s), StoryCity.Signed, new CompletionAsk("全部完成。", [(await s.Proof()).Id])), "head, with evidence"),
        Case.Of<CompletionService>(nameof(CompletionService.HeadApprove), s => OnCompletion(s, Head(s), StoryCity.CompletionAtHead)),
        Case.Of<CompletionService>(nameof(CompletionService.HeadReturn), s => OnCompletion(s, Head(s), StoryCity.CompletionAtHead, "请补充材料。")),
        Case.Of<CompletionService>(nameof(CompletionService.Accept), s => OnCompletion(s, s.City.Office, StoryCity.CompletionAtOffice, "同意销账。")),
        Case.Of<CompletionService>(nameof(CompletionService.Return), s => OnCompletion(s, s.City.Office, StoryCity.CompletionAtOffice, "证据不足。", Later)),
    ];

    private static ExtensionAsk Ask => new(Later, "设计变更。", "已完成一半。", "倒排工期。");

    private static readonly Func<Stream> Pdf = () => new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"));

    private static Actor Contact(StoryCity story) => story.City.Contact(StoryCity.Lead);

    private static Actor Head(StoryCity story) => story.City.Head(StoryCity.Lead);

    private static ReportDraft Draft(decimal percent) => new(null, percent, default, "已完成选址。", null, "开工建设。", [], null, []);

    private static async Task<ReportDraft> Full(StoryCity story) => Draft(40) with
    {
        Help = new HelpDraft("请协调用地。", story.City.Unit(CityPeople.LeaderUnit).Id, null),
        Evidence = [(await story.Proof()).Id],
    };

    private static async Task<Guid> PartId(StoryCity story, string title) => (await story.Part(title, StoryCity.Lead)).Id;

    private static async Task<object?[]> OnReport(StoryCity story, string title, params object?[] rest)
    {
        var report = await story.Report(title, StoryCity.Lead);
        return [Head(story), report.Id, report.Version, .. rest];
    }

    private static async Task<object?[]> OnTask(StoryCity story, Actor actor, string title, params object?[] rest)
    {
        var task = await story.Task(title);
        return [actor, task.Id, task.Version, .. rest];
    }

    private static async Task<object?[]> OnExtension(StoryCity story, Actor actor, string title, params object?[] rest)
    {
        var request = await story.Extension(title);
        return [actor, request.Id, request.Version, .. rest];
    }

    private static async Task<object?[]> OnCompletion(StoryCity story, Actor actor, string title, params object?[] rest)
    {
        var request = await story.Completion(title);
        return [actor, request.Id, request.Version, .. rest];
    }
}
