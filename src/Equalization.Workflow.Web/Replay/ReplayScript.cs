using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Web.Replay;

/// <summary>
/// What the units and the office do, each by the product's own services in the person's own name. The office issues in mid January, decides extensions
/// and reviews completions within three working days, and signs what supervision is proposed every Monday; each task is treated in its <see cref="Manner"/>.
/// </summary>
/// <param name="books">Read before acting, as a person looks at the page first; kept open through the play.</param>
internal sealed class ReplayScript(IServiceProvider world, WorkflowDb books, ReplayCast cast, ReplayStage stage, Guid planId, int seed, CancellationToken ct)
{
    private static readonly DailyQuery<Func<WorkflowDb, Guid, CancellationToken, Task<Standing>>> StandingOf = new(() => EF.CompileAsyncQuery(
        (WorkflowDb db, Guid taskId, CancellationToken ct) => db.AnnualTasks.Where(t => t.Id == taskId)
            .Select(t => new Standing(t.LeadUnitId, t.State, t.ClosedOn == null, t.StartOn, t.CurrentDueOn, t.Version)).Single()));

    private const int ReviewDays = 3;

    public void Year(int year)
    {
        var issue = stage.WorkingDay(new DateOnly(year, 1, 14), 1);
        stage.On(issue, _ => Issue(year, issue));
        for (var monday = issue; monday.Year == year; monday = monday.AddDays(7))
        {
            stage.On(stage.WorkingDay(monday.AddDays(-1), 1), _ => SignProposals());
        }
    }

    private async Task Issue(int year, DateOnly day)
    {
        var preview = await Service<IssueQueries>().Preview(cast.Office, planId, year, ct);
        var rows = preview.Rows.Where(r => r.Obstacle is null && r.Proposed).Select(r => new IssueRow(r.MeasureId, r.DueOn, r.Criteria, []));
        await Service<IssueService>().Issue(cast.Office, new IssueInput(planId, year, [.. rows]), ct);
        var tasks = await books.AnnualTasks.AsNoTracking().Include(t => t.Units).Where(t => t.PlanId == planId && t.Year == year).ToListAsync(ct);
        foreach (var task in tasks.OrderBy(t => t.MeasurePosition).ThenBy(t => cast.NameOf(t.LeadUnitId), StringComparer.Ordinal))
        {
            Play(task, Manners.Draw(seed, year, task.MeasurePosition, cast.NameOf(task.LeadUnitId)), day);
        }
    }

    private void Play(AnnualTask task, uint drawn, DateOnly issuedOn)
    {
        var manner = Manners.Of(drawn);
        foreach (var (index, part) in task.Units.OrderBy(u => u.Role).ThenBy(u => cast.NameOf(u.UnitId), StringComparer.Ordinal).Index())
        {
            var after = manner == Manner.Late ? 8 : 1 + (index % 4);
            stage.On(stage.WorkingDay(issuedOn, after), _ => Sign(part.Id, part.UnitId));
            foreach (var quarter in manner == Manner.Silent ? [] : QuartersOf(task))
            {
                stage.On(stage.WorkingDay(quarter, manner == Manner.Late ? 8 : 3), _ => Report(task.Id, part.Id, part.UnitId, quarter, manner));
            }
        }

        switch (manner)
        {
            case Manner.OnTime:
                stage.On(stage.WorkingDay(task.CurrentDueOn, -8), _ => Complete(task.Id, task.LeadUnitId, isSentBack: drawn / 10 % 7 == 3));
                break;
            case Manner.Late:
                stage.On(stage.WorkingDay(task.CurrentDueOn, 15), _ => Complete(task.Id, task.LeadUnitId, isSentBack: false));
                break;
            case Manner.Extending:
                stage.On(stage.WorkingDay(task.CurrentDueOn, -15), _ => Extend(task.Id, task.LeadUnitId, isGranted: drawn / 10 % 3 != 0));
                break;
            case Manner.Silent:
                // Moves only once it is supervised.
                break;
        }
    }

    private static IEnumerable<DateOnly> QuartersOf(AnnualTask task) =>
        new[] { (3, 31), (6, 30), (9, 30), (12, 31) }.Select(q => new DateOnly(task.Year, q.Item1, q.Item2)).Where(q => q > task.StartOn && q <= task.CurrentDueOn.AddMonths(2));

    private async Task Sign(Guid partId, Guid unitId)
    {
        var version = await Version<TaskUnit>(partId);
        await Service<SignForService>().SignFor(cast.Contact(unitId), partId, version, ct);
    }

    private async Task Report(Guid taskId, Guid partId, Guid unitId, DateOnly quarter, Manner manner)
    {
        var task = await Find(taskId);
        if (!task.IsOpen || task.State is TaskState.UnderReview)
        {
            return;
        }

        var expected = LightRule.Expected(task.StartOn, task.CurrentDueOn, quarter).Value;
        var percent = Math.Min(100m, Math.Round(expected * (manner == Manner.Late ? 0.75m : 1.0m)));
        await Service<ReportService>().Submit(cast.Head(unitId), partId, null, new ReportDraft(
            null, percent, manner == Manner.Late ? OwnWord.SlowButInTime : OwnWord.OnSchedule, "按计划推进各项工作。", null, "继续推进。", [], null, []), ct);
    }

    private async Task Complete(Guid taskId, Guid unitId, bool isSentBack)
    {
        var task = await Find(taskId);
        if (!task.IsOpen || task.State == TaskState.UnderReview)
        {
            return;
        }

        var request = await Service<CompletionService>().Ask(cast.Head(unitId), taskId, task.Version, new CompletionAsk("年度目标已完成。", []), ct);
        var today = ChinaTime.DayOf(stage.Now);
        stage.On(stage.WorkingDay(today, ReviewDays), async _ =>
        {
            var version = await Version<CompletionRequest>(request);
            if (!isSentBack)
            {
                await Service<CompletionService>().Accept(cast.Office, request, version, "同意销账。", ct);
                return;
            }

            var day = ChinaTime.DayOf(stage.Now);
            var dueOn = (await Find(taskId)).CurrentDueOn;
            await Service<CompletionService>().Return(cast.Office, request, version, "请补充分校数据。", dueOn > day.AddDays(15) ? dueOn : day.AddDays(15), ct);
            stage.On(stage.WorkingDay(day, 5), _ => Complete(taskId, unitId, isSentBack: false));
        });
    }

    private async Task Extend(Guid taskId, Guid unitId, bool isGranted)
    {
        var task = await Find(taskId);
        var ask = new ExtensionAsk(task.CurrentDueOn.AddDays(60), "项目审批时间超出预期。", "主体工作已完成。", "倒排工期。");
        var request = await Service<ExtensionService>().Ask(cast.Head(unitId), taskId, task.Version, ask, ct);
        var today = ChinaTime.DayOf(stage.Now);
        stage.On(stage.WorkingDay(today, ReviewDays), async _ =>
        {
            var version = await Version<ExtensionRequest>(request);
            if (isGranted)
            {
                await Service<ExtensionService>().Grant(cast.Office, request, version, ask.NewDueOn, "同意", ct);
            }
            else
            {
                await Service<ExtensionService>().Refuse(cast.Office, request, version, "请按期完成。", ct);
            }

            stage.On(stage.WorkingDay((await Find(taskId)).CurrentDueOn, -5), _ => Complete(taskId, unitId, isSentBack: false));
        });
    }

    private async Task SignProposals()
    {
        var waiting = await Service<SupervisionQueries>().Page(cast.Office, SupervisionFilter.Waiting, 1, 500, ct);
        var today = ChinaTime.DayOf(stage.Now);
        foreach (var paper in waiting.Rows.Where(r => r.Rung == Rung.Supervision).OrderBy(r => r.TaskTitle, StringComparer.Ordinal).ThenBy(r => r.Unit, StringComparer.Ordinal))
        {
            var unit = (await Find(paper.TaskId)).LeadUnitId;
            var terms = new StepTerms("请说明逾期原因，限期补办。", null, null, stage.WorkingDay(today, 10));
            await Service<ProposalService>().Sign(cast.Office, paper.Id, await Version<EscalationStep>(paper.Id), terms, ReplayTheatre.Password, ct);
            stage.On(stage.WorkingDay(today, 4), async _ =>
            {
                if ((await Find(paper.TaskId)).IsOpen)
                {
                    await Answer(paper.Id, unit);
                }
            });
            stage.On(stage.WorkingDay(today, 20), _ => Complete(paper.TaskId, unit, isSentBack: false));
        }
    }

    private async Task Answer(Guid stepId, Guid unitId)
    {
        var step = await books.EscalationSteps.AsNoTracking().SingleAsync(s => s.Id == stepId, ct);
        if (step.State == StepState.Served)
        {
            await Service<SupervisionService>().Answer(cast.Contact(unitId), stepId, step.Version, "正在补办，一个月内完成。", ct);
        }
    }

    private T Service<T>()
        where T : notnull => world.GetRequiredService<T>();

    private Task<Standing> Find(Guid taskId) => StandingOf.In(books)(books, taskId, ct);

    /// <summary>What a person sees of a task before acting on it.</summary>
    private sealed record Standing(Guid LeadUnitId, TaskState State, bool IsOpen, DateOnly StartOn, DateOnly CurrentDueOn, int Version);

    private Task<int> Version<T>(Guid id)
        where T : class => VersionOf<T>.Ask.In(books)(books, id, ct);

    private static class VersionOf<T>
        where T : class
    {
        public static readonly DailyQuery<Func<WorkflowDb, Guid, CancellationToken, Task<int>>> Ask = new(() => EF.CompileAsyncQuery(
            (WorkflowDb db, Guid id, CancellationToken ct) => db.Set<T>().Where(e => EF.Property<Guid>(e, "Id") == id).Select(e => EF.Property<int>(e, "Version")).Single()));
    }
}
