using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Clocks;

/// <summary>Makes the sheet that explains a part's light, inside the act it is annexed to or years later.</summary>
public static class WhySheets
{
    private const int MostEvents = 40;

    /// <summary>Of the unit that led the task then.</summary>
    public static async Task<WhySheet> OfTask(WorkflowDb db, Guid taskId, DateTime at, RuleBook rules, WorkingCalendar calendar, CancellationToken ct)
    {
        var leads = await db.TaskUnits.Where(u => u.TaskId == taskId && (u.Role == UnitRole.Lead || u.Role == UnitRole.FormerLead))
            .Select(u => new { u.Id, u.UnitId, u.Role }).ToListAsync(ct);
        var moved = leads.Count == 1 ? null : await db.Amendments.Where(a => a.TaskId == taskId && a.Kind == AmendmentKind.LeadMoved && a.At >= at)
            .OrderBy(a => a.At).Select(a => a.Before).FirstOrDefaultAsync(ct);
        var then = moved is null ? leads.Single(u => u.Role == UnitRole.Lead) : leads.Single(u => u.UnitId == AmendedFacts.Read(moved).LeadUnitId);
        return await OfPart(db, then.Id, at, rules, calendar, ct);
    }

    /// <summary>As it stood just before <paramref name="at"/>. Permission is the caller's matter.</summary>
    public static async Task<WhySheet> OfPart(WorkflowDb db, Guid partId, DateTime at, RuleBook rules, WorkingCalendar calendar, CancellationToken ct) =>
        (await OfParts(db, [partId], at, rules, calendar, ct))[partId];

    /// <summary>The same for many parts by their ids, in as many reads for five hundred as for one. Days are counted by the calendar as it was then.</summary>
    public static async Task<Dictionary<Guid, WhySheet>> OfParts(
        WorkflowDb db, IReadOnlyCollection<Guid> partIds, DateTime at, RuleBook rules, WorkingCalendar calendar, CancellationToken ct)
    {
        var sheets = new Dictionary<Guid, WhySheet>(partIds.Count);
        var then = await CalendarHistory.AsOf(db, calendar, at, ct);
        foreach (var some in partIds.Chunk(ClockReading.AtOnce))
        {
            var ids = some.ToList();
            var rows = await (from p in db.TaskUnits
                              join t in db.AnnualTasks on p.TaskId equals t.Id
                              join u in db.Units on p.UnitId equals u.Id
                              where ids.Contains(p.Id)
                              select new Part(p.Id, p.TaskId, p.StartOn, t.Number, t.Title, t.JurisdictionId, t.RuleSetNumber, u.Name)).ToListAsync(ct);
            var taskIds = rows.Select(r => r.TaskId).Distinct().ToList();
            var facts = await ClockReading.Of(db, taskIds, at, ct);
            var ledgers = facts.ToDictionary(f => f.Key, f => ClockLedger.Of(f.Value, then));
            var names = await ClockBook.Names(db, [.. ledgers.Values], ct);
            var events = await Events(db, taskIds, at, ct);
            foreach (var row in rows)
            {
                sheets[row.Id] = Sheet(row, at, await rules.Of(row.JurisdictionId, row.RuleSetNumber, ct), then, ledgers[row.TaskId], names, [.. events[row.TaskId]]);
            }
        }

        return sheets;
    }

    private static WhySheet Sheet(
        Part row, DateTime at, RuleSet set, WorkingCalendar calendar, ClockLedger ledger, Dictionary<Guid, string> names, IReadOnlyList<WhyEvent> events)
    {
        var facts = ledger.Facts;
        var light = LightHistory.On(facts, facts.Parts.Single(p => p.Id == row.Id), row.StartOn, set, calendar, facts.Today);
        var judged = LightRule.Judge(light, set, calendar, facts.Today);
        return new WhySheet(
            row.TaskId, row.Id, row.Number, row.Title, row.Unit, at, judged.Light, Said.Of(judged.Reason, judged.Arguments),
            judged.SilentReason is { } silent ? Said.Of(silent, judged.SilentArguments) : null, set.Number, Clauses(set, judged), Dates(facts, light),
            Count(facts, light, calendar.Without(facts.Held)), [.. ledger.Spans.Select(s => new WhySpan(s, ClockBook.Name(s.Holder, names)))], ClockBook.Late(ledger, calendar, names),
            events, ledger.UnknownYears);
    }

    /// <summary>The clauses of the set; the one applies whose words the reason bears.</summary>
    private static List<RuleLine> Clauses(RuleSet set, Judgement judged) =>
    [
        .. new (Light Light, string Clause, object[] Arguments, string Mark)[]
        {
            (Light.Red, "期限当天结束仍未办结，次日起为红灯", [], "已过，逾期"),
            (Light.Red, "落后序时进度超过 {0} 个百分点，为红灯", [set.RedOverPoints], "个百分点，超过"),
            (Light.Red, "连续 {0} 个月黄灯，为红灯", [set.RedAfterYellowMonths], "个月为黄灯"),
            (Light.Red, "承办单位报告不能按期完成，为红灯", [], "报告不能按期完成"),
            (Light.Yellow, "落后序时进度 {0} 至 {1} 个百分点（含两端），为黄灯", [set.YellowFromPoints, set.RedOverPoints], "落后序时进度"),
            (Light.Yellow, "承办单位报告进展偏慢，为黄灯", [], "进展偏慢"),
            (Light.Blue, "距期限 {0} 个工作日以内尚未办结，为蓝灯", [set.BlueWorkingDays.Count], "尚未办结"),
            (Light.Grey, "下达后 {0} 个工作日内签收，未签收或未开始为灰灯", [set.SignTermWorkingDays.Count], ""),
            (Light.Green, "已办结，或者进度达到序时进度，为绿灯", [], ""),
        }.Select(c => new RuleLine(c.Light, Said.Of(c.Clause, c.Arguments), c.Light == judged.Light && judged.Reason.Contains(c.Mark, StringComparison.Ordinal))),
    ];

    private static List<WhyDate> Dates(ClockFacts facts, LightFacts light)
    {
        var dates = new List<WhyDate> { new(Said.Of("下达"), facts.IssuedOn), new(Said.Of("签收期限"), light.SignDueOn) };
        if (light.SignedOn is { } signed)
        {
            dates.Add(new(Said.Of("签收"), signed));
        }

        dates.Add(new(Said.Of("开始"), light.StartOn));
        dates.Add(new(Said.Of("首次期限"), facts.FirstDueOn));
        dates.AddRange(facts.Moves.Select(m => new WhyDate(Said.Of(WhySheet.MovedDue, m.On), m.ToDueOn)));
        if (light.ReportedThrough is { } through)
        {
            dates.Add(new(Said.Of("最近报告报至"), through));
        }

        if (light.DoneOn is { } done)
        {
            dates.Add(new(Said.Of("销账"), done));
        }

        dates.Add(new(Said.Of("本说明所据之日"), facts.Today));
        return dates;
    }

    /// <summary>The days by which this light was decided: overdue, left, to sign, or taken.</summary>
    private static WhyCount Count(ClockFacts facts, LightFacts light, WorkingCalendar calendar)
    {
        var (day, due) = (facts.Today, light.DueOn);
        return light.DoneOn is { } done
            ? done > due
                ? WhyCount.Of("{0} 的次日起至 {1} 办结，超过期限 {2} 个工作日", due, done, calendar)
                : WhyCount.Of("{0} 的次日起至 {1} 办结，用时 {2} 个工作日", facts.IssuedOn, done, calendar)
            : day > due ? WhyCount.Of("期限 {0} 的次日起至 {1}，逾期 {2} 个工作日", due, day, calendar)
            : light.Signed ? WhyCount.Of("{0} 的次日起至期限 {1}，还有 {2} 个工作日", day, due, calendar)
            : day > light.SignDueOn ? WhyCount.Of("签收期限 {0} 的次日起至 {1}，已过 {2} 个工作日", light.SignDueOn, day, calendar)
            : WhyCount.Of("{0} 的次日起至签收期限 {1}，还有 {2} 个工作日", day, light.SignDueOn, calendar);
    }

    /// <summary>The newest acts of each task before the instant, oldest first.</summary>
    private static async Task<ILookup<Guid, WhyEvent>> Events(WorkflowDb db, List<Guid> taskIds, DateTime at, CancellationToken ct)
    {
        var lines = await db.Stories.Where(s => taskIds.Contains(s.TaskId) && s.At < at)
            .Select(s => new { s.TaskId, s.Id, s.At, s.PersonName, s.Post, s.UnitName, s.Format, s.Arguments }).ToListAsync(ct);
        return lines.GroupBy(s => s.TaskId).SelectMany(g => g.OrderBy(s => s.At).ThenBy(s => s.Id).TakeLast(MostEvents))
            .ToLookup(s => s.TaskId, s => new WhyEvent(s.At, $"{s.PersonName}（{s.UnitName}{s.Post}）", new Said(s.Format, s.Arguments)));
    }

    private sealed record Part(Guid Id, Guid TaskId, DateOnly StartOn, string Number, string Title, Guid JurisdictionId, int RuleSetNumber, string Unit);
}
