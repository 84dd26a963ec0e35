using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of decisions that change what was issued.</summary>
public static class AmendmentCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<AmendmentService>(nameof(AmendmentService.Withdraw), async s =>
        {
            var task = await s.Task(StoryCity.CompletionAtOffice);
            return [s.City.Office, task.Id, task.Version, "政策调整。"];
        }),
        Case.Of<AmendmentService>(nameof(AmendmentService.Hold), async s =>
        {
            var task = await s.Task(StoryCity.Signed);
            return [s.City.Office, task.Id, task.Version, "等待省级资金。", "省财政厅", StoryCity.Today];
        }),
        Case.Of<AmendmentService>(nameof(AmendmentService.Resume), async s =>
        {
            var task = await Held(s);
            return [s.City.Office, task.Id, task.Version, "资金已到位。"];
        }),
        Case.Of<AmendmentService>(nameof(AmendmentService.UndoExtension), async s =>
        {
            var request = await s.Extension(StoryCity.ExtensionAtOffice);
            await s.City.Get<ExtensionService>().Grant(s.City.Office, request.Id, request.Version, request.NewDueOn, null, TestCity.Ct);
            var task = await s.Task(StoryCity.ExtensionAtOffice);
            return [s.City.Office, task.Id, task.Version, "误批。"];
        }),
        Case.Of<AmendmentService>(nameof(AmendmentService.UndoWriteOff), async s =>
        {
            var task = await s.Task(StoryCity.WrittenOff);
            return [s.City.Office, task.Id, task.Version, "误销。", StoryCity.Today.AddDays(60)];
        }),
        Case.Of<AmendmentService>(nameof(AmendmentService.AmendContent), async s =>
        {
            var task = await s.Task(StoryCity.ExtensionAtHead);
            return [s.City.Office, task.Id, task.Version, "口径调整。", task.Title, "新的任务内容。", task.Criteria];
        }),
        Case.Of<AmendmentService>(nameof(AmendmentService.MoveLead), async s =>
        {
            var task = await s.Task(StoryCity.ExtensionAtOffice);
            return [s.City.Office, task.Id, task.Version, "职能划转。", s.City.Unit(StoryCity.Bystander).Id, StoryCity.Today.AddDays(60)];
        }),
        Case.Of<ReplacementService>(nameof(ReplacementService.Replace), async s =>
        {
            var task = await s.Task(StoryCity.Drafted);
            var half = new NewTask("前半", "前半内容。", "前半标准。", task.LeadUnitId, StoryCity.Today.AddDays(60), [.. task.Targets.Select(t => t.Id)]);
            return [s.City.Office, task.Id, task.Version, new Replacement("分头推进。", [], [half, half with { Title = "后半" }])];
        }),
        Case.Of<AmendmentQueries>(nameof(AmendmentQueries.ReplacementForm), async s => [s.City.Office, (await s.Task(StoryCity.Signed)).Id]),
        Case.Of<AmendmentQueries>(nameof(AmendmentQueries.Related), async s => [s.City.Office, (await s.Task(StoryCity.Signed)).Id]),
        Case.Of<AmendmentQueries>(nameof(AmendmentQueries.Contents), async s => [s.City.Office, (await s.Task(StoryCity.Signed)).Id]),
        Case.Of<AmendmentQueries>(nameof(AmendmentQueries.OfTask), async s => [s.City.Office, (await s.Task(StoryCity.Signed)).Id]),
        Case.Of<AmendmentQueries>(nameof(AmendmentQueries.Form), async s => [s.City.Office, (await Held(s)).Id]),
    ];

    private static async Task<AnnualTask> Held(StoryCity story)
    {
        var task = await story.Task(StoryCity.Counties);
        if (task.HeldSince is null)
        {
            await story.City.Get<AmendmentService>().Hold(story.City.Office, task.Id, task.Version, "等待省级资金。", "省财政厅", StoryCity.Today, TestCity.Ct);
            task = await story.Task(StoryCity.Counties);
        }

        return task;
    }
}
