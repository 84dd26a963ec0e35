namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>How far a reading can be trusted. Certain: the text says it in a known form. Likely: something was supplied. Doubtful: a person must decide.</summary>
public enum Confidence
{
    Certain,
    Likely,
    Doubtful,
}

/// <summary>The written form that a field was read by, named for the command line, with an example and the trust it earns by itself.</summary>
public sealed record ReadingRule(string Name, string Form, Confidence Confidence);

/// <summary>All forms that fields are read by. The rules themselves stand one a file under the folders of the grammar.</summary>
public static class ReadingRules
{
    public static readonly ReadingRule None = new("none", "不是从原文读出的", Confidence.Doubtful);

    public static readonly ReadingRule Title = new("head.title", "正文前的标题行，或印发通知中《》内的名称", Confidence.Certain);
    public static readonly ReadingRule DocumentNumber = new("head.number", "文号：某教督〔2018〕1号", Confidence.Certain);
    public static readonly ReadingRule Issuer = new("head.issuer", "落款单位", Confidence.Certain);
    public static readonly ReadingRule Issued = new("head.date", "落款日期", Confidence.Certain);

    public static readonly ReadingRule MeasureClosed = new("measure.closed", "编号段落，写明了责任单位", Confidence.Certain);
    public static readonly ReadingRule MeasureListed = new("measure.listed", "任务、措施一类章节里的编号段落，没有写责任单位", Confidence.Likely);
    public static readonly ReadingRule MeasureRow = new("measure.row", "任务表的一行", Confidence.Certain);
    public static readonly ReadingRule MeasureOfUnit = new("measure.unit", "按单位分列的职责：（一）市教育局：…", Confidence.Likely);
    public static readonly ReadingRule MeasureHeadless = new("measure.headless", "序号和标题已丢失的段落", Confidence.Doubtful);

    public static readonly ReadingRule UnitLabelled = new("unit.label", "标签后的单位：牵头单位：甲，配合单位：乙", Confidence.Certain);
    public static readonly ReadingRule UnitOfVerb = new("unit.verb", "动词前的单位：甲牵头，乙配合", Confidence.Certain);
    public static readonly ReadingRule UnitFirstLeads = new("unit.first", "只列单位，文件写明排名第一位为牵头单位", Confidence.Certain);
    public static readonly ReadingRule UnitBare = new("unit.bare", "括号里只列单位，没有写牵头或责任", Confidence.Doubtful);
    public static readonly ReadingRule UnitSubject = new("unit.subject", "单位是句子的主语：各县（市、区）要…", Confidence.Likely);
    public static readonly ReadingRule UnitHeading = new("unit.heading", "单位就是标题：（一）市教育局：…", Confidence.Certain);
    public static readonly ReadingRule UnitPartner = new("unit.partner", "单位职责中的“会同甲”", Confidence.Certain);
    public static readonly ReadingRule UnitCell = new("unit.cell", "任务表的单位栏", Confidence.Certain);
    public static readonly ReadingRule UnitCellAbove = new("unit.above", "任务表中合并的单位栏，取自上一行", Confidence.Likely);

    public static readonly ReadingRule TimeYear = new("time.year", "写明年份：到2022年底、2020年10月底前", Confidence.Certain);
    public static readonly ReadingRule TimeSpan = new("time.span", "一段时间：2018年3月至12月、2012年起5年内", Confidence.Certain);
    public static readonly ReadingRule TimeStart = new("time.start", "开始时间：2022年起", Confidence.Certain);
    public static readonly ReadingRule TimeRecurring = new("time.recurring", "每期重复：每年、从2019年开始每年、一年一核编", Confidence.Certain);
    public static readonly ReadingRule TimeOngoing = new("time.ongoing", "没有截止日：长期坚持、持续推进", Confidence.Certain);
    public static readonly ReadingRule TimeOpen = new("time.open", "时间待定", Confidence.Doubtful);
    public static readonly ReadingRule TimeOfPlan = new("time.plan", "年份取自文件：6月底前、年内、五年内", Confidence.Likely);
    public static readonly ReadingRule TimeFiveYears = new("time.five", "五年规划期：“十四五”期间", Confidence.Likely);

    public static readonly ReadingRule TargetCompared = new("target.compared", "数字带比较：60%以上、不低于10%、控制在50人以内", Confidence.Certain);
    public static readonly ReadingRule TargetRange = new("target.range", "范围：2至3个", Confidence.Certain);
    public static readonly ReadingRule TargetAbout = new("target.about", "约数：2000人左右", Confidence.Likely);
    public static readonly ReadingRule TargetPaired = new("target.paired", "成对的数字：分别控制在45、50人以内", Confidence.Likely);
    public static readonly ReadingRule TargetBare = new("target.bare", "只有数字：新建2所", Confidence.Likely);
    public static readonly ReadingRule TargetBaseline = new("target.baseline", "现状：在2021年招聘6名的基础上", Confidence.Certain);
    public static readonly ReadingRule TargetZero = new("target.zero", "归零：全面消除、清零", Confidence.Likely);
    public static readonly ReadingRule TargetAll = new("target.all", "全部：每一所、全覆盖、确保…达到", Confidence.Likely);
    public static readonly ReadingRule TargetForEach = new("target.each", "每个…一所", Confidence.Likely);
    public static readonly ReadingRule TargetNotFalling = new("target.rising", "只增不减", Confidence.Likely);
    public static readonly ReadingRule TargetNotBelow = new("target.parity", "不低于对照水平：不低于公务员平均工资", Confidence.Likely);
    public static readonly ReadingRule TargetOnceAYear = new("target.yearly", "每年一次：每年发布报告", Confidence.Likely);
    public static readonly ReadingRule TargetWords = new("target.words", "没有数字，保留原文：2020年基本达到标准", Confidence.Likely);

    public static readonly ReadingRule Phase = new("phase", "阶段安排：（一）自评申报（2018年3月至12月）", Confidence.Certain);
    public static readonly ReadingRule Accreditation = new("accreditation", "创建时序：到2022年底，甲县完成县级自评", Confidence.Certain);
    public static readonly ReadingRule LeadingGroup = new("group", "成立由甲任组长、乙任副组长的领导小组", Confidence.Certain);
}
