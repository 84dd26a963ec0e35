namespace Equalization.Workflow.Web.Ui;

/// <summary>The tabs over the pages about a county's schools: which one is open, and the year and county that go along.</summary>
public sealed record SchoolTabs(string Page, int? Year = null, string? County = null)
{
    public static IReadOnlyList<(string Page, string Text)> All { get; } =
    [
        ("/Schools/Index", Texts.Mark("学校指标")),
        ("/Schools/Trend", Texts.Mark("历年差异系数")),
        ("/Schools/Thresholds", Texts.Mark("达标比例")),
        ("/Schools/Comparison", Texts.Mark("区县比较")),
        ("/Schools/Rebalancings/Index", Texts.Mark("均衡方案")),
    ];
}
