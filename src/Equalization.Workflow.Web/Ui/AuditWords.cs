using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's word for each kind of row that the audit names by its type, as a key of the texts.</summary>
public static class AuditWords
{
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        ["Jurisdiction"] = Texts.Mark("地区"),
        ["Unit"] = Texts.Mark("单位"),
        ["UnitAlias"] = Texts.Mark("单位别名"),
        ["UnitGroup"] = Texts.Mark("集体单位"),
        ["UnitGroupMember"] = Texts.Mark("集体单位成员"),
        ["Person"] = Texts.Mark("人员"),
        ["Membership"] = Texts.Mark("岗位"),
        ["Portfolio"] = Texts.Mark("分管"),
        ["CalendarImport"] = Texts.Mark("日历导入"),
        ["Demonstration"] = Texts.Mark("演示标记"),
        ["StoredFile"] = Texts.Mark("文件"),
        ["Plan"] = Texts.Mark("方案"),
        ["PlanVersion"] = Texts.Mark("方案版本"),
        ["Measure"] = Texts.Mark("措施"),
        ["MeasureUnit"] = Texts.Mark("措施单位"),
        ["MeasureDeadline"] = Texts.Mark("措施期限"),
        ["Target"] = Texts.Mark("目标"),
        ["RequiredEvidence"] = Texts.Mark("必备佐证"),
        ["RuleSet"] = Texts.Mark("规则"),
        ["LedgerCounter"] = Texts.Mark("编号"),
        ["AnnualTask"] = Texts.Mark("年度任务"),
        ["TaskUnit"] = Texts.Mark("任务单位"),
        ["TaskTarget"] = Texts.Mark("任务目标"),
        ["StoryEntry"] = Texts.Mark("任务经过"),
        ["DueMove"] = Texts.Mark("期限变动"),
        ["ProgressReport"] = Texts.Mark("进展报告"),
        ["ReportMetric"] = Texts.Mark("报告指标值"),
        ["ReportInput"] = Texts.Mark("汇总来源"),
        ["Evidence"] = Texts.Mark("佐证材料"),
        ["EvidenceVersion"] = Texts.Mark("佐证版本"),
        ["EvidenceCitation"] = Texts.Mark("佐证引用"),
        ["HelpRequest"] = Texts.Mark("协调事项"),
        ["ExtensionRequest"] = Texts.Mark("延期申请"),
        ["CompletionRequest"] = Texts.Mark("办结申请"),
        ["Review"] = Texts.Mark("审核"),
        ["WriteOff"] = Texts.Mark("销账"),
        ["LookBackRules"] = Texts.Mark("回头看规则"),
        ["LookBackDraw"] = Texts.Mark("回头看抽取"),
        ["LookBack"] = Texts.Mark("回头看"),
        ["ProcessIntervention"] = Texts.Mark("流程处置"),
        ["Snapshot"] = Texts.Mark("数据快照"),
        ["ReminderRuleSet"] = Texts.Mark("提醒规则"),
        ["ReminderDraft"] = Texts.Mark("提醒规则草稿"),
        ["Urge"] = Texts.Mark("催办"),
        ["Escalation"] = Texts.Mark("督办事项"),
        ["EscalationStep"] = Texts.Mark("督办文书"),
        ["StepReturn"] = Texts.Mark("督办答复退回"),
        ["LadderDraft"] = Texts.Mark("督办阶梯草稿"),
        ["PaperCounter"] = Texts.Mark("文号"),
        ["Paper"] = Texts.Mark("文书"),
        ["Signature"] = Texts.Mark("签署"),
        ["PaperReceipt"] = Texts.Mark("文书签收"),
        ["CaseMember"] = Texts.Mark("案卷查阅人"),
        ["CaseReading"] = Texts.Mark("案卷查阅记录"),
        ["AssessmentRuleSet"] = Texts.Mark("考核规则"),
        ["Assessment"] = Texts.Mark("考核"),
        ["AssessmentPoint"] = Texts.Mark("考核得分"),
        ["Bulletin"] = Texts.Mark("通报"),
        ["BulletinLine"] = Texts.Mark("通报条目"),
        ["BulletinReceipt"] = Texts.Mark("通报送达"),
    };

    /// <summary>A kind without a word shows under its own name.</summary>
    public static string Of(string kind) => Kinds.GetValueOrDefault(kind, kind);
}
