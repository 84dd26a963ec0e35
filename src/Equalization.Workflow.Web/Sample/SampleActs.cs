using System.Text;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Web.Sample;

/// <summary>A unit's part in a sample task.</summary>
internal sealed record SamplePart(Guid Id, Guid UnitId);

/// <summary>A sample task; the first part is the lead unit's.</summary>
internal sealed record SampleTask(Guid Id, string Title, DateOnly DueOn, IReadOnlyList<SamplePart> Parts)
{
    public SamplePart Lead => Parts[0];
}

/// <summary>What the people of the sample city do, each by the product's own service in the person's own name.</summary>
internal sealed class SampleActs(IServiceProvider world, SampleCast cast)
{
    private static readonly string[] Done =
    [
        "已完成底数摸排，建立工作台账，召开推进会 1 次，明确了各校年度任务。",
        "按月调度项目进度，重点项目均已开工，资金已足额拨付到位。",
        "会同有关部门开展实地核查，对进度偏慢的学校逐一约定完成时间。",
        "完成阶段性工作任务，已组织自查，发现的问题正在整改。",
    ];

    private static readonly string[] Next =
    [
        "下一步加快项目建设，按周调度进展。",
        "下一步开展专项检查，确保按期完成。",
    ];

    /// <summary>Issues a year's proposed measures. When today is given, one measure falls due shortly before it and one shortly after.</summary>
    public async Task<IReadOnlyList<SampleTask>> Issue(Guid planId, DateOnly day, DateOnly? today, CancellationToken ct)
    {
        var office = cast.Office(day);
        var preview = await Service<IssueQueries>().Preview(office, planId, day.Year, ct);
        DateOnly Due(IssuePreviewRow row) => (today, row.Position) switch
        {
            ({ } now, 6) when now.AddDays(-12) > day.AddDays(30) => now.AddDays(-12),
            ({ } now, 8) when now.AddDays(3).Year == day.Year => now.AddDays(3),
            _ => row.DueOn,
        };
        var rows = preview.Rows.Where(r => r.Proposed)
            .Select(r => new IssueRow(r.MeasureId, Due(r), null, [IssueService.DefaultEvidence]))
            .ToList();
        await Service<IssueService>().Issue(office, new IssueInput(planId, day.Year, rows), ct);
        await using var db = await Db(ct);
        var tasks = await db.AnnualTasks.Where(t => t.PlanId == planId && t.Year == day.Year).OrderBy(t => t.Number)
            .Select(t => new
            {
                t.Id, t.Title, t.CurrentDueOn,
                Parts = t.Units.OrderBy(u => u.Role == UnitRole.Lead ? 0 : 1).ThenBy(u => u.Id).Select(u => new SamplePart(u.Id, u.UnitId)).ToList(),
            }).ToListAsync(ct);
        return tasks.ConvertAll(t => new SampleTask(t.Id, t.Title, t.CurrentDueOn, t.Parts));
    }

    public async Task Sign(SamplePart part, DateOnly day, CancellationToken ct) =>
        await Service<SignForService>().SignFor(cast.Contact(part.UnitId, day), part.Id, await PartVersion(part, ct), ct);

    public async Task Decline(SampleTask task, DateOnly day, CancellationToken ct) =>
        await Service<SignForService>().Decline(
            cast.Contact(task.Lead.UnitId, day), task.Lead.Id, await PartVersion(task.Lead, ct), "该项工作的主要职责在民政部门，建议调整牵头单位。", ct);

    /// <summary>The heads report for their units: the cooperating ones first where asked for, then the lead.</summary>
    public async Task Report(SampleTask task, decimal percent, int index, bool all, DateOnly day, CancellationToken ct)
    {
        foreach (var part in all ? task.Parts.Skip(1) : [])
        {
            await Submit(part, percent, index + 1, byHead: true, null, day, ct);
        }

        await Submit(task.Lead, percent, index, byHead: true, null, day, ct);
    }

    public Task ReportToHead(SampleTask task, DateOnly day, CancellationToken ct) => Submit(task.Lead, 60, 1, byHead: false, null, day, ct);

    public async Task ReportReturned(SampleTask task, DateOnly day, CancellationToken ct)
    {
        var report = await Submit(task.Lead, 55, 2, byHead: false, null, day, ct);
        await Service<ReportService>().Return(
            cast.Head(task.Lead.UnitId, day), report, await Version<ProgressReport>(report, ct), "请补充各校大班额消除的具体数字，并说明未达标学校的完成时间。", ct);
    }

    public Task AskHelp(SampleTask task, DateOnly day, CancellationToken ct) =>
        Submit(task.Lead, 40, 3, byHead: true, new HelpDraft("两所学校扩建涉及土地性质调整，恳请市政府协调自然资源部门加快审批。", cast.LeadershipId, null), day, ct);

    public async Task AskExtension(SampleTask task, DateOnly day, int days, CancellationToken ct)
    {
        var service = Service<ExtensionService>();
        var due = await Due(task, ct);
        var request = await service.Ask(
            cast.Contact(task.Lead.UnitId, day), task.Id, await Version<AnnualTask>(task.Id, ct),
            new ExtensionAsk(due.AddDays(days), "受汛期影响，两个项目停工二十余天。", "主体工程已完成，正在进行室内装修。", "增加施工力量，倒排工期，按周调度。"), ct);
        await service.HeadApprove(cast.Head(task.Lead.UnitId, day), request, await Version<ExtensionRequest>(request, ct), ct);
    }

    public async Task GrantExtension(SampleTask task, DateOnly day, CancellationToken ct)
    {
        await using var db = await Db(ct);
        var request = await db.ExtensionRequests.AsNoTracking().SingleAsync(e => e.TaskId == task.Id && e.State == ExtensionState.WithOffice, ct);
        await Service<ExtensionService>().Grant(cast.Office(day), request.Id, request.Version, request.NewDueOn, "情况属实，同意延期，不再另行延长。", ct);
    }

    /// <summary>The contact asks with the required report as evidence, the head approves.</summary>
    public async Task AskCompletion(SampleTask task, DateOnly day, CancellationToken ct)
    {
        var contact = cast.Contact(task.Lead.UnitId, day);
        var text = $"{contact.UnitName}\n{day.Year}年度“{task.Title}”完成情况报告\n\n对照验收标准，各项任务均已完成，佐证材料齐全。\n";
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var evidence = await Service<EvidenceService>().Upload(
            contact, new EvidenceUpload($"{task.Title}完成情况报告.txt", IssueService.DefaultEvidence, $"{task.Title}完成情况报告", null), content, ct);
        var service = Service<CompletionService>();
        var request = await service.Ask(
            contact, task.Id, await Version<AnnualTask>(task.Id, ct), new CompletionAsk("对照验收标准逐项自查，年度目标均已完成。", [evidence]), ct);
        await service.HeadApprove(cast.Head(task.Lead.UnitId, day), request, await Version<CompletionRequest>(request, ct), ct);
    }

    public async Task ReturnCompletion(SampleTask task, DateOnly day, DateOnly newDueOn, CancellationToken ct)
    {
        var request = await OpenCompletion(task, ct);
        await Service<CompletionService>().Return(
            cast.Office(day), request.Id, request.Version, "完成情况报告缺少分校数据，请补充后再次申请。", newDueOn, ct);
    }

    public async Task WriteOff(SampleTask task, DateOnly day, CancellationToken ct)
    {
        var request = await OpenCompletion(task, ct);
        await Service<CompletionService>().Accept(cast.Office(day), request.Id, request.Version, "材料齐全，达到验收标准，同意销账。", ct);
    }

    private T Service<T>()
        where T : notnull => world.GetRequiredService<T>();

    private Task<WorkflowDb> Db(CancellationToken ct) => Service<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync(ct);

    private async Task<Guid> Submit(SamplePart part, decimal percent, int index, bool byHead, HelpDraft? help, DateOnly day, CancellationToken ct)
    {
        var actor = byHead ? cast.Head(part.UnitId, day) : cast.Contact(part.UnitId, day);
        var draft = new ReportDraft(
            null, percent, percent < 40 && index % 6 == 0 ? OwnWord.SlowButInTime : OwnWord.OnSchedule, Done[index % Done.Length],
            index % 4 == 0 ? "部分学校施工场地受限，进度偏慢。" : null, Next[index % Next.Length], [], help, []);
        return await Service<ReportService>().Submit(actor, part.Id, null, draft, ct);
    }

    private async Task<int> PartVersion(SamplePart part, CancellationToken ct)
    {
        await using var db = await Db(ct);
        return await db.TaskUnits.Where(u => u.Id == part.Id).Select(u => u.Version).SingleAsync(ct);
    }

    private async Task<int> Version<T>(Guid id, CancellationToken ct)
        where T : class
    {
        await using var db = await Db(ct);
        return await db.Set<T>().Where(e => EF.Property<Guid>(e, "Id") == id).Select(e => EF.Property<int>(e, "Version")).SingleAsync(ct);
    }

    private async Task<DateOnly> Due(SampleTask task, CancellationToken ct)
    {
        await using var db = await Db(ct);
        return await db.AnnualTasks.Where(t => t.Id == task.Id).Select(t => t.CurrentDueOn).SingleAsync(ct);
    }

    private async Task<CompletionRequest> OpenCompletion(SampleTask task, CancellationToken ct)
    {
        await using var db = await Db(ct);
        return await db.CompletionRequests.AsNoTracking().SingleAsync(c => c.TaskId == task.Id && c.State == CompletionState.WithOffice, ct);
    }
}
