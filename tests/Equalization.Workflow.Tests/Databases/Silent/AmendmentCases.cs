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
