using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Tables.RoundTrips;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>The sheets of a breakdown (任务分解表): its measures, and their deadlines and targets with a row each.</summary>
public static class BreakdownTables
{
    public const string Position = "序号";
    public const string Number = "编号";
    public const string Section = "章节";
    public const string Title = "措施";
    public const string Body = "内容";
    public const string Leads = "牵头单位";
    public const string Cooperating = "配合单位";
    public const string Responsible = "责任单位";
    public const string AllDeadlines = "期限汇总";
    public const string AllTargets = "目标汇总";
    public const string NoTask = "不下达原因";

    public const string DeadlineWords = "期限文字";
    public const string DeadlineKindColumn = "期限类型";
    public const string Day = "日期";
    public const string StartOn = "起始日期";

    public const string Year = "年份";
    public const string TargetWords = "目标文字";
    public const string Metric = "指标";
    public const string Comparing = "比较方式";
    public const string Value = "数值";
    public const string Upper = "上限";
    public const string Unit = "计量单位";
    public const string Yearly = "逐年要求";
    public const string Aspirational = "力争目标";
    public const string PerUnit = "分摊到";

    private const string NotHere = "一行不能改到另一条措施。请恢复原值；要增加的，请另写一行并清空校验码。";
    private const string TitleThere = "措施名称请在措施表中修改，这里只供查看。请恢复原值。";

    public static RoundTable Measures { get; } = new("措施", 'M', Title,
    [
        new(Position, 6, RoundKind.Number, "序号由系统按顺序编排，不能在表中更改。请恢复原值；要新增措施，请插入一行并清空校验码。"),
        new(Number, 8), new(Section, 20), new(Title, 36), new(Body, 60), new(Leads, 20), new(Cooperating, 30), new(Responsible, 20),
        new(AllDeadlines, 20, RoundKind.Text, "这一列只供查看。期限请在期限表中修改。"),
        new(AllTargets, 40, RoundKind.Text, "这一列只供查看。目标请在目标表中修改。"),
        new(NoTask, 24),
    ]);

    public static RoundTable Deadlines { get; } = new("期限", 'D', DeadlineWords,
    [
        new(Position, 6, RoundKind.Number, NotHere), new(Title, 36, RoundKind.Text, TitleThere), new(DeadlineWords, 24), new(DeadlineKindColumn, 10),
        new(Day, 13, RoundKind.Day), new(StartOn, 13, RoundKind.Day),
    ]);

    public static RoundTable Targets { get; } = new("目标", 'T', TargetWords,
    [
        new(Position, 6, RoundKind.Number, NotHere), new(Title, 36, RoundKind.Text, TitleThere), new(Year, 8, RoundKind.Number), new(TargetWords, 40), new(Metric, 30),
        new(Comparing, 10), new(Value, 10, RoundKind.Number), new(Upper, 10, RoundKind.Number), new(Unit, 10), new(Yearly, 10, RoundKind.Flag),
        new(Aspirational, 10, RoundKind.Flag), new(PerUnit, 12),
    ]);

    /// <summary>Columns that several sheets have: a sheet with no other one is none of ours.</summary>
    public static IReadOnlyCollection<string> Shared { get; } = [Position, Title, RowSeal.Column];

    public static IReadOnlyList<(DeadlineKind Kind, string Word)> DeadlineKinds { get; } =
        [(DeadlineKind.By, "截止"), (DeadlineKind.Start, "起始"), (DeadlineKind.Recurring, "每年"), (DeadlineKind.Ongoing, "长期")];

    public static IReadOnlyList<(Comparator Comparator, string Word)> Comparators { get; } =
        [(Comparator.AtLeast, "不低于"), (Comparator.AtMost, "不超过"), (Comparator.Equal, "等于"), (Comparator.Between, "介于")];

    public static RoundTable Of(BreakdownPart part) => part switch
    {
        BreakdownPart.Measures => Measures,
        BreakdownPart.Deadlines => Deadlines,
        BreakdownPart.Targets => Targets,
    };

    public static string ColumnOf(DraftUnitRole role) => role switch
    {
        DraftUnitRole.Lead => Leads,
        DraftUnitRole.Cooperating => Cooperating,
        DraftUnitRole.Responsible => Responsible,
    };
}

/// <summary>A sheet of the breakdown.</summary>
public enum BreakdownPart
{
    Measures,
    Deadlines,
    Targets,
}
