using Equalization.Workflow.Core.Desks.Returns;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Core.Tables.RoundTrips;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for tables that go out and come back, as keys of the texts.</summary>
public static class RoundWords
{
    public static string SealHint { get; } = Texts.Mark("每行的识别码，随行移动；新增的行留空");

    /// <summary>Why a column cannot be changed, as the tables say it.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
    [
        Texts.Mark("序号由系统按顺序编排，不能在表中更改。请恢复原值；要新增措施，请插入一行并清空校验码。"),
        Texts.Mark("这一列只供查看。期限请在期限表中修改。"),
        Texts.Mark("这一列只供查看。目标请在目标表中修改。"),
        Texts.Mark("一行不能改到另一条措施。请恢复原值；要增加的，请另写一行并清空校验码。"),
        Texts.Mark("措施名称请在措施表中修改，这里只供查看。请恢复原值。"),
        Texts.Mark("编号下达后不能更改。请恢复原值。"),
        Texts.Mark("已下达的内容不在表中改。请恢复原值；确需调整的，请打开该任务办理变更。"),
        Texts.Mark("期限不在表中改。请恢复原值；由牵头单位申请延期，或由办公室在该任务的页面上调整。"),
        Texts.Mark("进度以审签后的进展报告为准。请恢复原值，由单位报送进展。"),
        Texts.Mark("这一列由系统按规则得出，只供查看。请恢复原值；要写备注，请填办公室备注一列。"),
        Texts.Mark("销账、延期以办理结果为准。请恢复原值，在该任务的页面上办理。"),
    ];

    /// <summary>A sheet of the breakdown, as it is called when it goes out.</summary>
    public static string OfSheet(string sheet) =>
        sheet == BreakdownTables.Measures.Name ? Texts.Mark("措施")
        : sheet == BreakdownTables.Deadlines.Name ? Texts.Mark("期限")
        : sheet == LedgerTable.Round.Name ? Texts.Mark("任务台账")
        : sheet == BreakdownTables.Targets.Name ? Texts.Mark("目标")
        : sheet;

    public static string OfColumn(string column) => column switch
    {
        BreakdownTables.Position => Texts.Mark("序号"),
        BreakdownTables.Number => Texts.Mark("编号"),
        BreakdownTables.Section => Texts.Mark("章节"),
        BreakdownTables.Title => Texts.Mark("措施"),
        BreakdownTables.Body => Texts.Mark("内容"),
        BreakdownTables.Leads => Texts.Mark("牵头单位"),
        BreakdownTables.Cooperating => Texts.Mark("配合单位"),
        BreakdownTables.Responsible => Texts.Mark("责任单位"),
        BreakdownTables.AllDeadlines => Texts.Mark("期限汇总"),
        BreakdownTables.AllTargets => Texts.Mark("目标汇总"),
        BreakdownTables.NoTask => Texts.Mark("不下达原因"),
        BreakdownTables.DeadlineWords => Texts.Mark("期限文字"),
        BreakdownTables.DeadlineKindColumn => Texts.Mark("期限类型"),
        BreakdownTables.Day => Texts.Mark("日期"),
        BreakdownTables.StartOn => Texts.Mark("起始日期"),
        BreakdownTables.Year => Texts.Mark("年份"),
        BreakdownTables.TargetWords => Texts.Mark("目标文字"),
        BreakdownTables.Metric => Texts.Mark("指标"),
        BreakdownTables.Comparing => Texts.Mark("比较方式"),
        BreakdownTables.Value => Texts.Mark("数值"),
        BreakdownTables.Upper => Texts.Mark("上限"),
        BreakdownTables.Unit => Texts.Mark("计量单位"),
        BreakdownTables.Yearly => Texts.Mark("逐年要求"),
        BreakdownTables.Aspirational => Texts.Mark("力争目标"),
        BreakdownTables.PerUnit => Texts.Mark("分摊到"),
        LedgerTable.Title => Texts.Mark("任务"),
        LedgerTable.Targets => Texts.Mark("年度目标"),
        LedgerTable.FirstDue => Texts.Mark("首次期限"),
        LedgerTable.CurrentDue => Texts.Mark("现行期限"),
        LedgerTable.Reported => Texts.Mark("进度"),
        LedgerTable.Light => Texts.Mark("亮灯"),
        LedgerTable.State => Texts.Mark("状态"),
        LedgerTable.Extensions => Texts.Mark("延期次数"),
        LedgerTable.WriteOff => Texts.Mark("销账编号"),
        LedgerTable.Reason => Texts.Mark("备注"),
        LedgerTable.Note => Texts.Mark("办公室备注"),
        RowSeal.Column => Texts.Mark("校验码"),
        _ => column,
    };

    /// <summary>What a column is filled with, in a line.</summary>
    public static string HintOf(string column) => column switch
    {
        BreakdownTables.Number => Texts.Mark("方案中的编号，可不填"),
        BreakdownTables.Section => Texts.Mark("所在章节，各级标题用斜线隔开"),
        BreakdownTables.Title => Texts.Mark("必填，最多 300 个字"),
        BreakdownTables.Body => Texts.Mark("措施的具体要求"),
        BreakdownTables.Leads or BreakdownTables.Cooperating or BreakdownTables.Responsible => Texts.Mark("已登记单位的全称、简称或别名，几个用顿号隔开；清空即删除"),
        BreakdownTables.NoTask => Texts.Mark("不下达任务的，写明原因"),
        BreakdownTables.DeadlineWords => Texts.Mark("必填，照方案原文写，例如：2020年底前"),
        BreakdownTables.DeadlineKindColumn => Texts.Mark("截止、起始、每年、长期之一"),
        BreakdownTables.Day => Texts.Mark("截止或起始的那一天；每年、长期的留空"),
        BreakdownTables.StartOn => Texts.Mark("每年的从哪一天开始，可不填"),
        BreakdownTables.Year => Texts.Mark("四位年份，没有年份的留空"),
        BreakdownTables.TargetWords => Texts.Mark("必填，照方案原文写"),
        BreakdownTables.Metric => Texts.Mark("衡量什么，不填时同目标文字"),
        BreakdownTables.Comparing => Texts.Mark("不低于、不超过、等于、介于之一；没有数值的留空"),
        BreakdownTables.Value => Texts.Mark("只写数字；与比较方式同时填写"),
        BreakdownTables.Upper => Texts.Mark("比较方式为介于时填写"),
        BreakdownTables.Unit => Texts.Mark("例如：%、所、人"),
        BreakdownTables.Yearly => Texts.Mark("从这一年起每年都要达到的，写“是”"),
        BreakdownTables.Aspirational => Texts.Mark("争取、力争的，写“是”"),
        LedgerTable.Note => Texts.Mark("办公室自己的备注，最多 500 个字；清空即删除"),
        BreakdownTables.PerUnit => Texts.Mark("每个什么单位各自达到的，例如：区县（市）"),
        _ => "",
    };
}
