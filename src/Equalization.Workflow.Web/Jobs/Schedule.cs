using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Jobs;

/// <summary>
/// When everything that is not asked for by a person runs: one table of all triggers, in China time. A job is one call to one service, which
/// decides by its own rows what is left to do; so a run too many, too late or cut short does no harm.
/// </summary>
public static class Schedule
{
    /// <summary>UTC+8 all the year. The zone is ours, so that a machine without time zone data runs too.</summary>
    public static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");

    public static readonly IReadOnlyList<TimedJob> Table =
    [
        TimedJob.Of<ProcessTimers>("timers", "20 * * * * ?", Texts.Mark("推进流程中到时的步骤"), async (s, ct) =>
        {
            var count = await s.FireDue(ct);
            return new JobOutcome(count, Texts.Mark("推进 {0} 处"), count);
        }) with { Frequent = true },
        TimedJob.Of<MailSender>("mail", "40 * * * * ?", Texts.Mark("发送邮件"), async (s, ct) =>
        {
            var r = await s.Run(ct);
            // A run that the server stopped is worth a row although no mail moved.
            return r.Reason is null
                ? new JobOutcome(r.Total, Texts.Mark("发出 {0} 封，推迟 {1} 封，停发 {2} 封，作废 {3} 封"), r.Sent, r.PutOff, r.Parked, r.Dropped)
                : new JobOutcome(r.Total + 1, Texts.Mark("发出 {0} 封后停止，原因见邮件页"), r.Sent);
        }) with { Frequent = true },
        TimedJob.Of<SignInSheets>("sign-ins", "10 * * * * ?", Texts.Mark("批量开通账户"), async (s, ct) =>
        {
            var count = await s.Run(ct);
            return new JobOutcome(count, Texts.Mark("处理 {0} 人"), count);
        }) with { Frequent = true },
        TimedJob.Of<SearchIndexService>("search", "0/10 * * * * ?", Texts.Mark("更新搜索索引"), async (s, ct) =>
        {
            // Counted as nothing: such runs come all day long, and only the last is worth keeping.
            var count = await s.Run(ct);
            return new JobOutcome(0, Texts.Mark("核对 {0} 条"), count);
        }) with { Frequent = true, IsDue = (services, ct) => services.GetRequiredService<SearchIndexService>().IsBehind(ct) },
        TimedJob.Of<RebalancingService>("rebalance", "0/5 * * * * ?", Texts.Mark("求均衡方案"), async (s, ct) =>
        {
            var count = await s.Run(ct);
            return new JobOutcome(count, Texts.Mark("测算 {0} 次"), count);
        }) with { Frequent = true, IsDue = (services, ct) => services.GetRequiredService<RebalancingService>().IsAsked(ct) },
        TimedJob.Of<SweepService>("sweep", "0 5 0 * * ?", Texts.Mark("夜间核对亮灯"), async (s, ct) =>
        {
            var r = await s.Run(ct);
            return new JobOutcome(r.Judged, Texts.Mark("核对 {0} 项任务，亮灯变动 {1} 处"), r.Judged, r.Changed);
        }) with { AtFirst = true },
        TimedJob.Of<SnapshotService>("snapshot", "0 20 0 * * ?", Texts.Mark("封存前一日数据快照"), async (s, ct) =>
        {
            var r = await s.Run(ct);
            return new JobOutcome(r.Snapshots, Texts.Mark("封存 {0} 个地区，{1} 个承办单位"), r.Snapshots, r.Parts);
        }),
        TimedJob.Of<CalendarChangeService>(CalendarChangeService.Job, "0 0/10 * * * ?", Texts.Mark("按新日历调整时限"), async (s, ct) =>
        {
            var count = await s.Run(ct);
            return new JobOutcome(count, Texts.Mark("核对 {0} 项任务的时限"), count);
        }) with { Frequent = true },
        TimedJob.Of<ProcessAdoption>("adopt", "0 20 1 * * ?", Texts.Mark("为没有流程的事项接续流程"), async (s, ct) =>
        {
            var count = await s.Run(ct);
            return new JobOutcome(count, Texts.Mark("接续 {0} 个流程"), count);
        }) with { AtFirst = true },
        // Every half hour: each jurisdiction has hours of its own, and is done for the day after the first look inside them.
        TimedJob.Of<ReminderService>("reminders", "0 1/30 * * * ?", Texts.Mark("工作日发送提醒和每日摘要"), async (s, ct) =>
        {
            var r = await s.Run(ct);
            return new JobOutcome(r.Digests, Texts.Mark("发送摘要 {0} 份，提醒 {1} 条"), r.Digests, r.Reminders);
        }) with { AtFirst = true, Frequent = true },
        // After the sweep, before people come: a turn stands on their desks in the morning.
        TimedJob.Of<RecurrenceIssueService>("recurrences", "0 30 6 * * ?", Texts.Mark("下达到期的周期任务"), async (s, ct) =>
        {
            var r = await s.Run(ct);
            return new JobOutcome(r.Issued + r.Skipped + r.Ended, Texts.Mark("下达 {0} 期，跳过 {1} 期，停止 {2} 项"), r.Issued, r.Skipped, r.Ended);
        }) with { AtFirst = true },
        TimedJob.Of<LookBackService>("look-back", "0 50 0 * * ?", Texts.Mark("抽取上一时期的回头看样本"), async (s, ct) =>
        {
            var count = await s.Run(ct);
            return new JobOutcome(count, Texts.Mark("抽中 {0} 项销账任务"), count);
        }),
        TimedJob.Of<CaseReminderService>("case-terms", "0 30 9 * * ?", Texts.Mark("案卷期限提醒"), async (s, ct) =>
        {
            var count = await s.Run(ct);
            return new JobOutcome(count, Texts.Mark("提醒 {0} 项期限"), count);
        }),
        TimedJob.Of<RebalancingRetention>("prune-searches", "0 45 3 * * ?", Texts.Mark("清理过期的均衡方案"), async (s, ct) =>
        {
            var count = await s.Run(ct);
            return new JobOutcome(count, Texts.Mark("清理 {0} 个没有列入任务的方案"), count);
        }),
        TimedJob.Of<JobService>("prune-runs", "0 40 3 * * ?", Texts.Mark("清理运行记录"), async (s, ct) =>
        {
            var count = await s.Prune(ct);
            return new JobOutcome(count, Texts.Mark("清理 {0} 条超过 {1} 天的记录"), count, JobService.KeptDays);
        }),
    ];

    public static TimedJob? Find(string name) => Table.FirstOrDefault(j => j.Name == name);
}
