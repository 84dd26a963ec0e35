using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.Lights;

/// <summary>What a light is decided from. Days are China days; a due day is not overdue until it has ended.</summary>
/// <param name="StartOn">First day the work runs; expected progress counts from here.</param>
/// <param name="Reported">Last approved percentage; null when the unit has not reported.</param>
/// <param name="ReportedThrough">Last day of the last period with an approved report.</param>
/// <param name="YellowMonths">Months in a row, before this one, that closed yellow.</param>
/// <param name="DoneOn">The day it was completed; null while open.</param>
public sealed record LightFacts(
    bool Signed,
    DateOnly StartOn,
    DateOnly DueOn,
    DateOnly SignDueOn,
    Percent? Reported,
    DateOnly? ReportedThrough,
    DateOnly? SignedOn,
    OwnWord OwnWord,
    int YellowMonths,
    DateOnly? DoneOn)
{
    /// <summary>First day on which the clock stands still; the light stays as it was the day before.</summary>
    public DateOnly? HeldSince { get; init; }

    /// <summary>When the clock stood still before: no such day counts as time that the work had.</summary>
    public HeldDays Held { get; init; } = HeldDays.None;

    /// <summary>Working days after the due day on which the clock stood still before; the lateness leaves them out.</summary>
    public int HeldLateDays { get; init; }
}

/// <summary>ESCALATION.md §2, default set: decides a light from facts alone and says why in one sentence.</summary>
public static class LightRule
{
    /// <summary>As <see cref="Expected(DateOnly, DateOnly, DateOnly, HeldDays?)"/>; while it is held, as it stood before.</summary>
    public static Percent Expected(LightFacts facts, DateOnly day) =>
        Expected(facts.StartOn, facts.DueOn, facts.HeldSince is { } since && since <= day ? since.AddDays(-1) : day, facts.Held);

    /// <summary>
    /// Expected progress (序时进度): days gone of all days from start to due, both included, at the end of <paramref name="day"/>. Days held count neither as gone nor among all: after
    /// a resumption nobody is further behind than when the clock was stopped.
    /// </summary>
    public static Percent Expected(DateOnly startOn, DateOnly dueOn, DateOnly day, HeldDays? held = null)
    {
        if (day < startOn)
        {
            return Percent.Zero;
        }

        if (day >= dueOn)
        {
            return Percent.Full;
        }

        held ??= HeldDays.None;
        var all = dueOn.DayNumber - startOn.DayNumber + 1 - held.CountWithin(startOn, dueOn);
        var gone = day.DayNumber - startOn.DayNumber + 1 - held.CountWithin(startOn, day);
        return all <= 0 ? Percent.Full : Percent.FromHundredths((int)(gone * 10000L / all));
    }

    public static Judgement Judge(LightFacts facts, RuleSet rules, WorkingCalendar calendar, DateOnly day)
    {
        var held = facts.HeldSince is { } since && since <= day && facts.DoneOn is null ? facts.HeldSince : null;
        day = held?.AddDays(-1) ?? day;
        var expected = Expected(facts, day);
        var owed = OwedReports.Last(facts, rules, calendar, day);
        var (light, reason, arguments) = Decide(facts, rules, calendar, day, expected, owed is not null);
        if (held is { } first)
        {
            (reason, arguments) = ("自 {0} 起中止，亮灯保持不变", [first]);
        }

        var (silent, silentReason, silentArguments) = Silence(facts, owed);
        return new Judgement(light, reason, arguments, silent, silentReason, silentArguments)
        {
            Expected = expected,
            Overdue = facts.DoneOn is null && day > facts.DueOn,
        };
    }

    private static (Light Light, string Reason, object[] Arguments) Decide(
        LightFacts facts, RuleSet rules, WorkingCalendar calendar, DateOnly day, Percent expected, bool hasOwed)
    {
        if (facts.DoneOn is { } done)
        {
            return done > facts.DueOn
                ? (Light.Green, "已于 {0} 办结，比期限 {1} 晚", [done, facts.DueOn])
                : (Light.Green, "已于 {0} 办结，期限 {1}", [done, facts.DueOn]);
        }

        if (day > facts.DueOn)
        {
            return (Light.Red, "期限 {0} 已过，逾期 {1} 个工作日", [facts.DueOn, calendar.WorkingDaysBetween(facts.DueOn, day) - facts.HeldLateDays]);
        }

        if (!facts.Signed)
        {
            return day > facts.SignDueOn
                ? (Light.Grey, "未签收，签收期限 {0} 已过 {1} 个工作日", [facts.SignDueOn, calendar.WorkingDaysBetween(facts.SignDueOn, day)])
                : (Light.Grey, "待签收，签收期限 {0}", [facts.SignDueOn]);
        }

        if (day < facts.StartOn)
        {
            return (Light.Grey, "{0} 起实施，尚未开始", [facts.StartOn]);
        }

        var behind = (expected.Hundredths - (facts.Reported ?? Percent.Zero).Hundredths) / 100m;
        var left = calendar.WorkingDaysBetween(day, facts.DueOn);
        var complete = facts.Reported == Percent.Full;
        if (facts.OwnWord == OwnWord.CannotFinish)
        {
            return (Light.Red, "承办单位报告不能按期完成，期限 {0}", [facts.DueOn]);
        }

        // A unit that has not yet had a report to make is not behind; its silence has a flag of its own.
        var hasHadToReport = facts.Reported is not null || hasOwed;
        if (hasHadToReport && behind > rules.RedOverPoints)
        {
            return (Light.Red, "进度 {0}，序时进度 {1}，落后 {2} 个百分点，超过 {3}", [facts.Reported ?? Percent.Zero, expected, behind, rules.RedOverPoints]);
        }

        var isYellow = (hasHadToReport && behind >= rules.YellowFromPoints) || facts.OwnWord == OwnWord.SlowButInTime;
        if (isYellow && facts.YellowMonths >= rules.RedAfterYellowMonths)
        {
            return (Light.Red, "连续 {0} 个月为黄灯", [facts.YellowMonths]);
        }

        if (left <= rules.BlueWorkingDays.Count && !complete)
        {
            return day == facts.DueOn
                ? (Light.Blue, "今日到期（{0}），尚未办结", [facts.DueOn])
                : (Light.Blue, "距期限 {0} 还有 {1} 个工作日，尚未办结", [facts.DueOn, left]);
        }

        if (hasHadToReport && behind >= rules.YellowFromPoints)
        {
            return (Light.Yellow, "距期限 {0} 还有 {1} 个工作日，进度 {2}，落后序时进度 {3} 个百分点",
                [facts.DueOn, left, facts.Reported ?? Percent.Zero, behind]);
        }

        if (facts.OwnWord == OwnWord.SlowButInTime)
        {
            return (Light.Yellow, "承办单位报告进展偏慢，仍可按期完成，期限 {0}", [facts.DueOn]);
        }

        return facts.Reported is null
            ? (Light.Green, "已签收，首次报告尚未到期，期限 {0}", [facts.DueOn])
            : (Light.Green, "进度 {0}，序时进度 {1}，期限 {2}", [facts.Reported.Value, expected, facts.DueOn]);
    }

    private static (bool Silent, string? Reason, object[] Arguments) Silence(LightFacts facts, OwedReport? owed)
    {
        // The cycle ends with the work: a period after the due day asks for nothing.
        if (facts.DoneOn is not null || !facts.Signed || owed is not { Period: var period, DueOn: var due } || period.FirstDay > facts.DueOn || facts.ReportedThrough >= period.LastDay)
        {
            return (false, null, []);
        }

        return (true, "{0} 的报告应于 {1} 前提交，尚未收到", [period.Code, due]);
    }
}
