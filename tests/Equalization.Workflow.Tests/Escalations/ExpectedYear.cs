namespace Equalization.Workflow.Tests.Escalations;

/// <summary>One line of the scripted year: who did what on which day, under which number, with which term, and whose days the delay had been by then.</summary>
/// <param name="Unit">Whose matter: A, B, C or D; empty for a paper about several.</param>
/// <param name="TermOn">Last day of the term that begins with it.</param>
/// <param name="Late">As the facts of a proposal say it; empty where nothing is proposed.</param>
public sealed record YearLine(string Unit, DateOnly On, string Actor, string Act, string Number = "", DateOnly? TermOn = null, string Late = "");

/// <summary>
/// What ESCALATION.md §1, §3, §5 and §6 ask of four tasks that all passed Friday 23 March 2018, counted by hand with the holidays of that year (Qingming 5 to 7 April,
/// 8 April worked; Labour Day 29 April to 1 May, 28 April worked; Dragon Boat 16 to 18 June). A, the education bureau, stays silent to the top; B, finance,
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
        new("A", Day(5, 24), "分管领导", "约谈通知", "约〔2018〕1号", Day(5, 29)),

        // Minutes confirmed within three working days: 30, 31 May, 1 June.
        new("A", Day(5, 29), "分管领导", "约谈纪要", "约纪〔2018〕1号", Day(6, 1)),

        // Twenty working days after the meeting: 30, 31 May, 1, 4 to 8, 11 to 15, 19 to 22, 25 to 27 June.
        new("A", Day(6, 27), "系统", "建议 Accountability", "", null, "逾期 65 个工作日：市教育局（牵头单位）65 天。"),
        new("A", Day(6, 27), "分管领导", "签发 Accountability"),
    ];

    /// <summary>Working days after the due day that each holder had when the task was closed, or when the last paper left.</summary>
    public static readonly IReadOnlyDictionary<string, (string Holder, int Days)[]> Clocks = new Dictionary<string, (string, int)[]>
    {
        ["C"] = [("市人社局", 15), ("领导小组办公室", 1)],
        ["D"] = [("市发改委", 11), ("领导小组办公室", 1)],
    };

    private static DateOnly Day(int month, int day) => new(2018, month, day);
}
