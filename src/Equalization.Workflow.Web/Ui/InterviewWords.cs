using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for interviews, as keys of the texts.</summary>
public static class InterviewWords
{
    public static string Of(InterviewState state) => state switch
    {
        InterviewState.Draft => Texts.Mark("拟办中"),
        InterviewState.ToSign => Texts.Mark("待领导签发"),
        InterviewState.Noticed => Texts.Mark("已通知"),
        InterviewState.Held => Texts.Mark("已约谈"),
        InterviewState.Minuted => Texts.Mark("纪要已送达"),
        InterviewState.FollowUp => Texts.Mark("落实中"),
        InterviewState.Closed => Texts.Mark("已归档"),
        InterviewState.NoShow => Texts.Mark("未到场，转回督办阶梯"),
        InterviewState.Cancelled => Texts.Mark("已取消"),
        InterviewState.Settled => Texts.Mark("已了结"),
    };

    public static string Of(MinutesCheck check) => check switch
    {
        MinutesCheck.Open => Texts.Mark("待确认"),
        MinutesCheck.Confirmed => Texts.Mark("已确认"),
        MinutesCheck.Objected => Texts.Mark("有异议"),
        MinutesCheck.Told => Texts.Mark("逾期未答复，按已告知处理"),
    };

    public static string Of(FollowUpKind kind) => kind switch
    {
        FollowUpKind.Report => Texts.Mark("书面报告"),
        FollowUpKind.Plan => Texts.Mark("整改方案"),
        FollowUpKind.Promise => Texts.Mark("整改承诺"),
    };

    public static string Of(FollowUpState state) => state switch
    {
        FollowUpState.Open => Texts.Mark("待报送"),
        FollowUpState.Reported => Texts.Mark("待审核"),
        FollowUpState.Accepted => Texts.Mark("已认可"),
        FollowUpState.Settled => Texts.Mark("已了结"),
    };

    /// <summary>What is next and who holds it, as the case's file says it.</summary>
    public static IReadOnlyList<string> Turns { get; } =
    [
        Texts.Mark("拟写约谈通知书并送签"), Texts.Mark("签发约谈通知书"), Texts.Mark("按通知进行约谈并记录"), Texts.Mark("填写约谈纪要"), Texts.Mark("签发约谈纪要"),
        Texts.Mark("答复对纪要的异议"), Texts.Mark("确认纪要或提出异议"), Texts.Mark("审核落实情况"), Texts.Mark("报送落实情况"),
        Texts.Mark("领导小组办公室"), Texts.Mark("领导"), Texts.Mark("被约谈单位"), Texts.Mark("无"),
    ];
}
