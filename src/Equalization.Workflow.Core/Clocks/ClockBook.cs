using Equalization.Workflow.Core.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Clocks;

/// <summary>How long a task is overdue and who held it meanwhile, in the words of a paper.</summary>
/// <param name="Sentence">逾期 12 个工作日：市教育局（牵头单位）8 天，领导小组办公室（审核办结申请）4 天。</param>
public sealed record LateFacts(int WorkingDays, string Sentence);

/// <summary>What acts and papers ask of the clock inside their own transaction; a page asks <see cref="ClockQueries"/>.</summary>
public static class ClockBook
{
    /// <summary>
    /// For each task how long it was overdue just before <paramref name="at"/>, by the due day of that moment, and by whom. The same call made later with the
    /// same instant and calendar gives the same words.
    /// </summary>
    public static async Task<Dictionary<Guid, LateFacts>> Late(
        WorkflowDb db, IReadOnlyCollection<Guid> taskIds, DateTime at, WorkingCalendar calendar, CancellationToken ct)
    {
        var ledgers = (await ClockReading.Of(db, taskIds, at, ct)).Values.Select(f => ClockLedger.Of(f, calendar)).ToList();
        var names = await Names(db, ledgers, ct);
        return ledgers.ToDictionary(l => l.Facts.TaskId, l => Late(l, calendar, names));
    }

    /// <summary>
    /// For each part of the tasks, by its id, on how many working days past the part's own day its own unit held the task, as it stood just before
    /// <paramref name="at"/>. Holds the ledgers of <see cref="ClockReading.AtOnce"/> tasks at a time.
    /// </summary>
    public static async Task<Dictionary<Guid, int>> Charged(
        WorkflowDb db, IReadOnlyCollection<Guid> taskIds, DateTime at, WorkingCalendar calendar, CancellationToken ct)
    {
        var days = new Dictionary<Guid, int>();
        foreach (var some in taskIds.Chunk(ClockReading.AtOnce))
        {
            foreach (var ledger in (await ClockReading.Of(db, some, at, ct)).Values.Select(f => ClockLedger.Of(f, calendar)))
            {
                foreach (var part in ledger.Facts.Parts)
                {
                    days[part.Id] = ledger.Since(part.OwnDueOn ?? ledger.Facts.CurrentDueOn, calendar).Where(l => l.Holder.UnitId == part.UnitId).Sum(l => l.Days);
                }
            }
        }

        return days;
    }

    /// <summary>Short names of all units that held one of them.</summary>
    public static async Task<Dictionary<Guid, string>> Names(WorkflowDb db, IReadOnlyCollection<ClockLedger> ledgers, CancellationToken ct)
    {
        var ids = ledgers.SelectMany(l => l.Spans).Select(s => s.Holder.UnitId).OfType<Guid>().Distinct().ToList();
        return await db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
    }

    public static LateFacts Late(ClockLedger ledger, WorkingCalendar calendar, IReadOnlyDictionary<Guid, string> names)
    {
        var late = ledger.Since(ledger.Facts.CurrentDueOn, calendar);
        var days = late.Sum(l => l.Days);
        return new LateFacts(days, days == 0
            ? "未逾期。"
            : $"逾期 {days} 个工作日：{string.Join("，", late.Select(l => $"{Name(l.Holder, names)}（{Word(l.Because)}）{l.Days} 天"))}。");
    }

    /// <summary>Why somebody held it, as papers write it.</summary>
    public static string Word(HeldBecause because) => because switch
    {
        HeldBecause.ToSign => "牵头单位，尚未签收",
        HeldBecause.Working => "牵头单位",
        HeldBecause.DeclineAsked => "裁定退回",
        HeldBecause.ExtensionAsked => "审核延期申请",
        HeldBecause.CompletionAsked => "审核办结申请",
        HeldBecause.HelpAsked => "答复需协调事项",
        HeldBecause.DutyDisputed => "裁定职责争议",
        HeldBecause.PartUnsigned => "配合单位，尚未签收",
        HeldBecause.PartOverdue => "配合单位，分工逾期",
        HeldBecause.PartAwaited => "配合单位，待其完成",
        HeldBecause.OffTheLedger => "已销账",
        HeldBecause.OnHold => "中止",
    };

    public static string Name(Holder holder, IReadOnlyDictionary<Guid, string> names) => holder.Kind switch
    {
        HolderKind.Office => "领导小组办公室",
        HolderKind.Nobody => "无人承担",
        HolderKind.Lead or HolderKind.Cooperating or HolderKind.Unit => holder.UnitId is { } id ? names.GetValueOrDefault(id, "") : "",
    };
}
