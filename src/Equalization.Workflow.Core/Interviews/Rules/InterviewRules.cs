using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.Interviews.Rules;

/// <summary>What a county may set; lists are written one a line. Days are calendar days unless the name says working days; 0 days: not asked for.</summary>
public sealed record InterviewTerms(
    int NoticeAheadDays, int HoldWithinDays, int ReportWorkingDays, int PlanDays, int ConfirmWorkingDays, int RemindWorkingDays, TimeOnly OpensAt, TimeOnly ClosesAt,
    bool HeadsOnly, bool DeputyAllowed, string? Kinds, string? Triggers, string? NoShowText)
{
    /// <summary>ESCALATION.md §6 and its sources; what they leave open is a setting with this value.</summary>
    public static InterviewTerms Default { get; } = new(
        2, 7, 5, 20, 3, 3, new TimeOnly(9, 0), new TimeOnly(17, 30), true, false, "提醒约谈\n告诫约谈\n问责约谈",
        "红牌\n连续三次红灯\n工作滞后\n反复发生事故或者隐患长期存在\n拒绝接受督导",
        "无正当理由不到场的，予以批评，计入年度考核，列入通报，责成检查，取消当年评先资格；情节严重的，移交有权机关追究责任。");
}

/// <summary>The rules of interviews (约谈) as versioned data; an interview keeps the number it was opened under.</summary>
public sealed class InterviewRules
{
    public const int LongestList = 500;
    public const int LongestLine = 60;
    public const int LongestNote = 300;
    public const int LongestMeeting = 480;
    private const int MostDays = 120;

    private InterviewRules()
    {
    }

    /// <summary>
    /// Refuses days outside their bounds (interview-days), office hours that end before they begin (interview-hours), a list without a line or with one too
    /// long (interview-list), no text for those who stay away (interview-no-show), no reason from the second version on (rules-note).
    /// </summary>
    public InterviewRules(Guid jurisdictionId, int number, InterviewTerms terms, string? note, string by, DateTime now)
    {
        Within(terms.NoticeAheadDays, 0, MostDays, nameof(NoticeAheadDays));
        Within(terms.HoldWithinDays, Math.Max(1, terms.NoticeAheadDays), MostDays, nameof(HoldWithinDays));
        Within(terms.ReportWorkingDays, 0, MostDays, nameof(ReportWorkingDays));
        Within(terms.PlanDays, 0, MostDays, nameof(PlanDays));
        Within(terms.ConfirmWorkingDays, 1, MostDays, nameof(ConfirmWorkingDays));
        Within(terms.RemindWorkingDays, 0, MostDays, nameof(RemindWorkingDays));
        if (terms.ClosesAt <= terms.OpensAt)
        {
            throw new RuleBroken("interview-hours", "办公时间的结束应晚于开始，请改填。") { Field = nameof(ClosesAt) };
        }

        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Number = number;
        (NoticeAheadDays, HoldWithinDays, ReportWorkingDays, PlanDays) = (terms.NoticeAheadDays, terms.HoldWithinDays, terms.ReportWorkingDays, terms.PlanDays);
        (ConfirmWorkingDays, RemindWorkingDays) = (terms.ConfirmWorkingDays, terms.RemindWorkingDays);
        (OpensAt, ClosesAt, HeadsOnly, DeputyAllowed) = (terms.OpensAt, terms.ClosesAt, terms.HeadsOnly, terms.DeputyAllowed);
        Kinds = List(terms.Kinds, nameof(Kinds));
        Triggers = List(terms.Triggers, nameof(Triggers));
        NoShowText = terms.NoShowText.Needed(
            LongestList, "未到场的处理", new RuleBroken("interview-no-show", "请写明无正当理由不到场的处理。") { Field = nameof(NoShowText) });
        Note = number == 1
            ? note.Within(LongestNote, "说明", nameof(Note)) ?? ""
            : note.Needed(LongestNote, "修改理由", new RuleBroken("rules-note", "请写明修改规则的理由。") { Field = nameof(Note) });
        (By, CreatedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>1 for the first; the highest is in force.</summary>
    public int Number { get; private set; }

    /// <summary>Days at least between the notice and the meeting.</summary>
    public int NoticeAheadDays { get; private set; }

    /// <summary>Days after the notice within which it is held; where that day is no working day, the next one.</summary>
    public int HoldWithinDays { get; private set; }

    public int ReportWorkingDays { get; private set; }

    public int PlanDays { get; private set; }

    /// <summary>Working days in which the unit confirms the minutes or objects; silence counts as told.</summary>
    public int ConfirmWorkingDays { get; private set; }

    /// <summary>Working days before a promise's day on which the unit is reminded; 0: on the day.</summary>
    public int RemindWorkingDays { get; private set; }

    public TimeOnly OpensAt { get; private set; }

    public TimeOnly ClosesAt { get; private set; }

    /// <summary>Only the unit's head may be summoned; else its contact, too.</summary>
    public bool HeadsOnly { get; private set; }

    /// <summary>Whether a notice may allow a deputy to come at all.</summary>
    public bool DeputyAllowed { get; private set; }

    public string Kinds { get; private set; } = "";

    public string Triggers { get; private set; } = "";

    public string NoShowText { get; private set; } = "";

    public string Note { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public IReadOnlyList<string> KindList => Kinds.Split('\n');

    public IReadOnlyList<string> TriggerList => Triggers.Split('\n');

    public InterviewTerms Terms => new(
        NoticeAheadDays, HoldWithinDays, ReportWorkingDays, PlanDays, ConfirmWorkingDays, RemindWorkingDays, OpensAt, ClosesAt, HeadsOnly, DeputyAllowed, Kinds, Triggers, NoShowText);

    /// <summary>
    /// The instant of a meeting. Refuses one without day and hour (meeting-when) or not of 15 minutes to 8 hours (meeting-length), and as <see cref="MustSuit"/>.
    /// </summary>
    public DateTime MeetingOf(DateOnly? on, TimeOnly? at, int minutes, WorkingCalendar calendar, DateTime now)
    {
        if (on is not { } day || at is not { } hour)
        {
            throw new RuleBroken("meeting-when", "请填写约谈的日期和时间。") { Field = "On" };
        }

        if (minutes is < 15 or > LongestMeeting)
        {
            throw new RuleBroken("meeting-length", "约谈时长应在 15 至 {0} 分钟之间，请改填。", LongestMeeting) { Field = "Minutes" };
        }

        var meetsAt = ChinaTime.StartOf(day) + hour.ToTimeSpan();
        MustSuit(meetsAt, minutes, calendar, now);
        return meetsAt;
    }

    /// <summary>
    /// Refuses a meeting in the past (meeting-past), on a day that is no working day (meeting-day), outside office hours (meeting-hours), with less notice
    /// than the rule (meeting-ahead), or too long after it (meeting-late). Each refusal names a day or an hour that would do.
    /// </summary>
    public void MustSuit(DateTime meetsAt, int minutes, WorkingCalendar calendar, DateTime now)
    {
        var (day, today) = (ChinaTime.DayOf(meetsAt), ChinaTime.DayOf(now));
        var earliest = OnOrAfter(calendar, today.AddDays(NoticeAheadDays));
        if (meetsAt <= now)
        {
            throw new RuleBroken("meeting-past", "约谈时间 {0} 已经过去，请改为 {1} 或以后的工作日。", day, earliest) { Field = "On" };
        }

        if (!calendar.IsWorkingDay(day))
        {
            var what = calendar.Named(day)?.Name ?? (day.DayOfWeek == DayOfWeek.Saturday ? "星期六" : "星期日");
            throw new RuleBroken("meeting-day", "{0} 是{1}，不是工作日，不能约谈。下一个工作日是 {2}，请改填。", day, what, OnOrAfter(calendar, day)) { Field = "On" };
        }

        var (from, to) = (ChinaTime.WallClock(meetsAt), ChinaTime.WallClock(meetsAt).AddMinutes(minutes));
        if (TimeOnly.FromDateTime(from) < OpensAt || to > from.Date + ClosesAt.ToTimeSpan())
        {
            throw new RuleBroken("meeting-hours", "约谈应在办公时间 {0} 至 {1} 之内开始和结束，请改填时间或时长。", OpensAt.ToString("HH:mm"), ClosesAt.ToString("HH:mm"))
            {
                Field = "At",
            };
        }

        if (day < today.AddDays(NoticeAheadDays))
        {
            throw new RuleBroken("meeting-ahead", "约谈应至少提前 {0} 天通知，最早可定在 {1}，请改填。", NoticeAheadDays, earliest) { Field = "On" };
        }

        var latest = OnOrAfter(calendar, today.AddDays(HoldWithinDays));
        if (day > latest)
        {
            throw new RuleBroken("meeting-late", "约谈应在通知后 {0} 天内进行，最迟可定在 {1}，请改填。", HoldWithinDays, latest) { Field = "On" };
        }
    }

    /// <summary>The day itself when it is a working day, else the next one.</summary>
    public static DateOnly OnOrAfter(WorkingCalendar calendar, DateOnly day) => calendar.IsWorkingDay(day) ? day : calendar.AddWorkingDays(day, 1);

    private static string List(string? text, string field)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        var list = string.Join('\n', lines);
        return lines.Count > 0 && lines.TrueForAll(l => l.Length <= LongestLine) && list.Length <= LongestList
            ? list
            : throw new RuleBroken("interview-list", "请每行填写一项，至少一项，每项不超过 {0} 字，合计不超过 {1} 字。", LongestLine, LongestList) { Field = field };
    }

    private static void Within(int value, int least, int most, string field)
    {
        if (value < least || value > most)
        {
            throw new RuleBroken("interview-days", "此处应填 {0} 至 {1}，请改填。", least, most) { Field = field };
        }
    }
}
