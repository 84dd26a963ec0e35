using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Web.Jobs;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Jobs;

/// <summary>Every timed job with its last and next run, a button that asks for one now, and what they did, newest first.</summary>
[Authorize(Policy = Policies.Admin)]
public sealed class IndexModel(JobQueries queries, JobService jobs, DatabaseSettings database, MachineClock machine, TimeProvider clock) : WorkPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public JobState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public RunInput Input { get; set; } = new();

    public IReadOnlyList<(TimedJob Job, JobStanding? Standing)> Jobs { get; private set; } = [];

    public Paged<JobRunRow> Runs { get; private set; } = null!;

    /// <summary>Who runs the jobs, as a sentence.</summary>
    public (string Text, object[] Arguments) Standing { get; private set; }

    /// <summary>Nobody runs them: what is due will wait.</summary>
    public bool IsStalled { get; private set; }

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostRun(CancellationToken ct) => Try(async () =>
    {
        var job = Schedule.Find(Input.Name ?? "") ?? throw RuleBroken.Missing();
        await jobs.Ask(Actor, job.Name, ct);
        this.Say(L["已要求运行“{0}”，稍候刷新查看结果。", L[job.What].Value]);
        return RedirectToPage();
    }, ct);

    public DateTime? NextOf(TimedJob job) => job.NextAfter(clock.UtcNow());

    protected override async Task Load(CancellationToken ct)
    {
        var standings = (await queries.Standing(Actor, ct)).ToDictionary(s => s.Name);
        Jobs = [.. Schedule.Table.Select(j => (j, standings.GetValueOrDefault(j.Name)))];
        Runs = await queries.Page(Actor, string.IsNullOrEmpty(Name) ? null : Name, State, Math.Max(1, Number), PageSize, ct);
        if (database.Provider != "Sqlite")
        {
            Standing = (Texts.Mark("由各网站节点组成的集群运行，每项任务同一时间只在一个节点上运行。"), []);
            return;
        }

        var leader = await queries.Leader(Actor, ct);
        IsStalled = leader is null || leader.Until <= machine.Clock.UtcNow();
        Standing = leader switch
        {
            null => (Texts.Mark("目前没有进程在运行计划作业。请检查设置 Jobs:Run，或重新启动程序。"), []),
            _ when IsStalled => (Texts.Mark("目前没有进程在运行计划作业，最后一个是 {0}。请检查设置 Jobs:Run，或重新启动程序。"), [leader.Process]),
            _ => (Texts.Mark("由进程 {0} 运行；它停止后，其他进程会自动接替。"), [leader.Process]),
        };
    }

    /// <summary>Which job to run.</summary>
    public sealed class RunInput
    {
        public string? Name { get; set; }
    }
}
