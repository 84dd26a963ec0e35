using Equalization.Workflow.Core.Accountabilities.Rights;

namespace Equalization.Workflow.Tests.Escalations;

/// <summary>One line of the scripted year: who did what on which day, under which number, with which term, and whose days the delay had been by then.</summary>
/// <param name="Unit">Whose matter: A, B, C or D; A2 for a second case against A; empty for a paper about several.</param>
/// <param name="TermOn">Last day of the term that begins with it.</param>
/// <param name="Late">As the facts of a proposal say it; empty where nothing is proposed.</param>
public sealed record YearLine(string Unit, DateOnly On, string Actor, string Act, string Number = "", DateOnly? TermOn = null, string Late = "");

/// <summary>A term of ESCALATION.md §7 in calendar days; the day it begins at is not counted.</summary>
/// <param name="LateDays">Days of delay of whoever held it.</param>
public sealed record YearTerm(
    string Unit, CaseTerm Term, TermHolder Holder, int Days, DateOnly? FromOn, DateOnly? DueOn, DateOnly? DoneOn, ClockState State, int LateDays);

/// <summary>One line of a case's reading log.</summary>
public sealed record YearReading(string Unit, DateOnly On, string Reader, string What);

/// <summary>
/// What ESCALATION.md §1, §3, §5, §6 and §7 ask of four tasks that all passed Friday 23 March 2018, counted by hand with the holidays of that year (Qingming 5 to 7 April,
/// 8 April worked; Labour Day 29 April to 1 May, 28 April worked; Dragon Boat 16 to 18 June). A, the education bureau, stays silent to the top, and is held to account twice; B, finance,
/// is exempted; C, personnel, answers and settles at supervision; of D, led by the staffing office, the cooperating reform commission alone is at fault.
/// </summary>
public static class ExpectedYear
{
    public static readonly DateOnly DueOn = new(2018, 3, 23);

    public static readonly IReadOnlyList<YearLine> Lines =
    [
        // Due Friday; the first working morning after it. Five working days to answer: 27, 28, 29, 30 March, 2 April.
        new("A", Day(3, 26), "系统", "催办", "", Day(4, 2)),
        new("B", Day(3, 26), "系统", "催办", "", Day(4, 2)),
        new("C", Day(3, 26), "系统", "催办", "", Day(4, 2)),
        new("D", Day(3, 26), "系统", "催办", "", Day(4, 2)),

        // Late 26 to 30 March and 2, 3 April.
        new("A", Day(4, 3), "系统", "建议 Supervision", "", null, "逾期 7 个工作日：市教育局（牵头单位）7 天。"),
        new("B", Day(4, 3), "系统", "建议 Supervision", "", null, "逾期 7 个工作日：市财政局（牵头单位）7 天。"),
        new("C", Day(4, 3), "系统", "建议 Supervision", "", null, "逾期 7 个工作日：市人社局（牵头单位）7 天。"),
        new("D", Day(4, 3), "系统", "建议 Supervision", "", null, "逾期 7 个工作日：市发改委（配合单位，待其完成）7 天。"),

        // Ten working days: 4, 8 to 13, 16 to 18 April.
        new("A", Day(4, 3), "领导小组办公室", "签发 Supervision", "督〔2018〕1号", Day(4, 18)),
        new("B", Day(4, 3), "分管领导", "免责", "免〔2018〕1号"),
        new("C", Day(4, 3), "领导小组办公室", "签发 Supervision", "督〔2018〕2号", Day(4, 18)),
        new("D", Day(4, 3), "领导小组办公室", "不予签发 Supervision"),
        new("C", Day(4, 10), "市人社局", "答复 Supervision", "督〔2018〕2号"),
        new("D", Day(4, 11), "", "了结：任务已销账"),
        new("C", Day(4, 17), "", "了结：任务已销账"),

        // A was silent until the 18th. Late 11 days more: 4, 8 to 13, 16 to 19 April.
        new("A", Day(4, 19), "系统", "建议 Letter", "", null, "逾期 18 个工作日：市教育局（牵头单位）18 天。"),

        // 20, 23 to 28 April, 2 to 4 May.
        new("A", Day(4, 19), "分管领导", "签发 Letter", "督函〔2018〕1号", Day(5, 4)),
        new("A", Day(5, 7), "系统", "建议 Bulletin", "", null, "逾期 29 个工作日：市教育局（牵头单位）29 天。"),
        new("A", Day(5, 7), "领导小组办公室", "签发 Bulletin"),

        // Three working days to check; drafted from the sealed day of 7 May.
        new("", Day(5, 8), "领导小组办公室", "通报送核实", "", Day(5, 11)),
        new("", Day(5, 10), "领导小组办公室", "印发通报", "通〔2018〕1号"),

        // Ten working days after 10 May: 11, 14 to 18, 21 to 24.
        new("A", Day(5, 24), "系统", "建议 Interview", "", null, "逾期 42 个工作日：市教育局（牵头单位）42 天。"),
        new("A", Day(5, 24), "分管领导", "签发 Interview"),
        new("A", Day(5, 25), "分管领导", "约谈通知", "约〔2018〕1号", Day(5, 29)),

        // Minutes confirmed within three working days: 30, 31 May, 1 June. Report within five: also 4, 5 June. Plan within twenty days. A promise is broken; the
        // working morning after its Friday and Dragon Boat is Tuesday 19 June.
        new("A", Day(5, 29), "分管领导", "约谈纪要", "约纪〔2018〕1号", Day(6, 1)),
        new("A", Day(5, 29), "", "约谈要求 Report", "", Day(6, 5)),
        new("A", Day(5, 29), "", "约谈要求 Plan", "", Day(6, 18)),
        new("A", Day(5, 29), "", "约谈要求 Promise", "", Day(6, 15)),
        new("A", Day(5, 31), "市教育局", "确认纪要"),
        new("A", Day(6, 5), "市教育局", "报送 Report"),
        new("A", Day(6, 11), "市教育局", "报送 Plan"),
        new("A", Day(6, 19), "系统", "逾期未报 Promise"),

        // Twenty working days after the meeting: 30, 31 May, 1, 4 to 8, 11 to 15, 19 to 22, 25 to 27 June.
        new("A", Day(6, 27), "系统", "建议 Accountability", "", null, "逾期 65 个工作日：市教育局（牵头单位）65 天。"),
        new("A", Day(6, 27), "分管领导", "签发 Accountability"),

        // Calendar days from here (ESCALATION.md §7). Inquiry within 60 days of the end of the supervision on 27 June; ten days to be heard, 30 for review.
        new("A", Day(6, 28), "领导小组办公室", "立案", "", Day(8, 26)),
        new("A", Day(7, 10), "", "调查认定"),
        new("A", Day(7, 11), "分管领导", "告知书", "问告〔2018〕1号"),
        new("A", Day(7, 12), "市教育局", "签收告知书", "", Day(7, 22)),
        new("A", Day(7, 22), "市教育局", "陈述申辩"),
        new("A", Day(7, 25), "", "形成意见"),
        new("A", Day(7, 26), "分管领导", "建议书", "问建〔2018〕1号"),
        new("A", Day(8, 2), "领导小组办公室", "决定书", "问〔2018〕1号"),
        new("A", Day(8, 3), "市教育局", "签收决定书", "", Day(9, 2)),

        // Asked on day 30, to be answered within 30 days; answered three days after, the office's own delay.
        new("A", Day(9, 2), "市教育局", "申请复核", "", Day(10, 2)),
        new("A", Day(9, 3), "领导小组办公室", "公开"),
        new("A", Day(10, 5), "领导小组办公室", "复核决定书", "复〔2018〕1号"),
        new("A", Day(10, 8), "市教育局", "签收复核决定书", "", Day(10, 23)),

        // Asked on day 15, answered within 60; the first office puts its decision right within 15.
        new("A", Day(10, 23), "市教育局", "提出申诉", "", Day(12, 22)),
        new("A", Day(12, 7), "领导小组办公室", "申诉处理决定书", "申〔2018〕2号", Day(12, 22)),
        new("A", Day(12, 10), "市教育局", "签收申诉处理决定书"),
        new("A", Day(12, 20), "领导小组办公室", "更正"),
        new("A", Day(12, 21), "领导小组办公室", "归档"),

        // A second case against the same unit, within the year of the first decision: not heard in its term, which ended with the 20th; no review, and an appeal on
        // day 16 after receipt, kept and marked late.
        new("A2", Day(8, 6), "领导小组办公室", "立案", "", Day(10, 5)),
        new("A2", Day(8, 8), "", "调查认定"),
        new("A2", Day(8, 9), "分管领导", "告知书", "问告〔2018〕2号"),
        new("A2", Day(8, 10), "市教育局", "签收告知书", "", Day(8, 20)),
        new("A2", Day(8, 21), "", "未陈述申辩"),
        new("A2", Day(8, 22), "", "形成意见"),
        new("A2", Day(8, 23), "分管领导", "建议书", "问建〔2018〕2号"),
        new("A2", Day(8, 28), "领导小组办公室", "决定书", "问〔2018〕2号"),
        new("A2", Day(8, 29), "市教育局", "签收决定书", "", Day(9, 13)),
        new("A2", Day(9, 14), "市教育局", "提出申诉（逾期）", "", Day(11, 13)),
        new("A2", Day(10, 15), "领导小组办公室", "申诉处理决定书", "申〔2018〕1号"),
        new("A2", Day(10, 16), "领导小组办公室", "归档"),
    ];

    /// <summary>Every right and duty of the two cases as it stands when the year is over: whose it was, from when to when, and days of delay.</summary>
    public static readonly IReadOnlyList<YearTerm> Terms =
    [
        new("A", CaseTerm.Inquiry, TermHolder.Office, 60, Day(6, 27), Day(8, 26), Day(7, 10), ClockState.InTime, 0),
        new("A", CaseTerm.Statement, TermHolder.Unit, 10, Day(7, 12), Day(7, 22), Day(7, 22), ClockState.InTime, 0),
        new("A", CaseTerm.Review, TermHolder.Unit, 30, Day(8, 3), Day(9, 2), Day(9, 2), ClockState.InTime, 0),
        new("A", CaseTerm.ReviewAnswer, TermHolder.Office, 30, Day(9, 2), Day(10, 2), Day(10, 5), ClockState.Late, 3),
        new("A", CaseTerm.AppealAfterReview, TermHolder.Unit, 15, Day(10, 8), Day(10, 23), Day(10, 23), ClockState.InTime, 0),
        new("A", CaseTerm.Appeal, TermHolder.Unit, 15, null, null, null, ClockState.Void, 0),
        new("A", CaseTerm.AppealAnswer, TermHolder.Upper, 60, Day(10, 23), Day(12, 22), Day(12, 7), ClockState.InTime, 0),
        new("A", CaseTerm.Correction, TermHolder.Office, 15, Day(12, 7), Day(12, 22), Day(12, 20), ClockState.InTime, 0),
        new("A2", CaseTerm.Inquiry, TermHolder.Office, 60, Day(8, 6), Day(10, 5), Day(8, 8), ClockState.InTime, 0),
        // A right that was not used is nobody's delay.
        new("A2", CaseTerm.Statement, TermHolder.Unit, 10, Day(8, 10), Day(8, 20), null, ClockState.Missed, 0),
        new("A2", CaseTerm.Review, TermHolder.Unit, 30, null, null, null, ClockState.Void, 0),
        new("A2", CaseTerm.ReviewAnswer, TermHolder.Office, 30, null, null, null, ClockState.Void, 0),
        new("A2", CaseTerm.AppealAfterReview, TermHolder.Unit, 15, null, null, null, ClockState.Void, 0),
        new("A2", CaseTerm.Appeal, TermHolder.Unit, 15, Day(8, 29), Day(9, 13), Day(9, 14), ClockState.Late, 1),
        new("A2", CaseTerm.AppealAnswer, TermHolder.Upper, 60, Day(9, 14), Day(11, 13), Day(10, 15), ClockState.InTime, 0),
        new("A2", CaseTerm.Correction, TermHolder.Office, 15, null, null, null, ClockState.Void, 0),
    ];

    /// <summary>All that was read of the two cases, by whom; those who tried in vain leave no line.</summary>
    public static readonly IReadOnlyList<YearReading> Readings =
    [
        new("A", Day(7, 12), "市教育局", "签收 问告〔2018〕1号"),
        new("A", Day(7, 13), "市教育局", "查阅案卷"),
        new("A", Day(8, 3), "市教育局", "签收 问〔2018〕1号"),
        new("A", Day(10, 8), "市教育局", "签收 复〔2018〕1号"),
        new("A", Day(12, 10), "市教育局", "签收 申〔2018〕2号"),
        new("A2", Day(8, 10), "市教育局", "签收 问告〔2018〕2号"),
        new("A2", Day(8, 29), "市教育局", "签收 问〔2018〕2号"),
    ];

    /// <summary>Working days after the due day that each holder had when the task was closed, or when the last paper left.</summary>
    public static readonly IReadOnlyDictionary<string, (string Holder, int Days)[]> Clocks = new Dictionary<string, (string, int)[]>
    {
        ["C"] = [("市人社局", 15), ("领导小组办公室", 1)],
        ["D"] = [("市发改委", 11), ("领导小组办公室", 1)],
    };

    private static DateOnly Day(int month, int day) => new(2018, month, day);
}
