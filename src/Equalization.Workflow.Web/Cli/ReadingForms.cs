using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Web.Cli;

/// <summary>Each rule of the reader as the written form it knows, with an example, for import-plan --explain.</summary>
public static class ReadingForms
{
    private static readonly Dictionary<string, string> Forms = new()
    {
        ["none"] = "不是从原文读出的",
        ["head.title"] = "正文前的标题行，或印发通知中《》内的名称",
        ["head.number"] = "文号：某教督〔2018〕1号",
        ["head.issuer"] = "落款单位",
        ["head.date"] = "落款日期",
        ["measure.closed"] = "编号段落，写明了责任单位",
        ["measure.listed"] = "任务、措施一类章节里的编号段落，没有写责任单位",
        ["measure.row"] = "任务表的一行",
        ["measure.unit"] = "按单位分列的职责：（一）市教育局：…",
        ["measure.headless"] = "序号和标题已丢失的段落",
        ["unit.label"] = "标签后的单位：牵头单位：甲，配合单位：乙",
        ["unit.verb"] = "动词前的单位：甲牵头，乙配合",
        ["unit.first"] = "只列单位，文件写明排名第一位为牵头单位",
        ["unit.bare"] = "括号里只列单位，没有写牵头或责任",
        ["unit.subject"] = "单位是句子的主语：各县（市、区）要…",
        ["unit.heading"] = "单位就是标题：（一）市教育局：…",
        ["unit.partner"] = "单位职责中的“会同甲”",
        ["unit.cell"] = "任务表的单位栏",
        ["unit.above"] = "任务表中合并的单位栏，取自上一行",
        ["time.year"] = "写明年份：到2022年底、2020年10月底前",
        ["time.span"] = "一段时间：2018年3月至12月、2012年起5年内",
        ["time.start"] = "开始时间：2022年起",
        ["time.recurring"] = "每期重复：每年、从2019年开始每年、一年一核编",
        ["time.ongoing"] = "没有截止日：长期坚持、持续推进",
        ["time.open"] = "时间待定",
        ["time.plan"] = "年份取自文件：6月底前、年内、五年内",
        ["time.five"] = "五年规划期：“十四五”期间",
        ["target.compared"] = "数字带比较：60%以上、不低于10%、控制在50人以内",
        ["target.range"] = "范围：2至3个",
        ["target.about"] = "约数：2000人左右",
        ["target.paired"] = "成对的数字：分别控制在45、50人以内",
        ["target.bare"] = "只有数字：新建2所",
        ["target.baseline"] = "现状：在2021年招聘6名的基础上",
        ["target.zero"] = "归零：全面消除、清零",
        ["target.all"] = "全部：每一所、全覆盖、确保…达到",
        ["target.each"] = "每个…一所",
        ["target.rising"] = "只增不减",
        ["target.parity"] = "不低于对照水平：不低于公务员平均工资",
        ["target.yearly"] = "每年一次：每年发布报告",
        ["target.words"] = "没有数字，保留原文：2020年基本达到标准",
        ["phase"] = "阶段安排：（一）自评申报（2018年3月至12月）",
        ["accreditation"] = "创建时序：到2022年底，甲县完成县级自评",
        ["group"] = "成立由甲任组长、乙任副组长的领导小组",
    };

    public static string Of(ReadingRule rule) => Forms[rule.Name];
}
