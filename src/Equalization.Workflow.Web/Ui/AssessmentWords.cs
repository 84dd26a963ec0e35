using System.Globalization;
using Equalization.Workflow.Core.Assessments;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for assessments, as keys of the texts, and how points are written.</summary>
public static class AssessmentWords
{
    public static string Of(AssessmentRule rule) => rule switch
    {
        AssessmentRule.Done => Texts.Mark("完成任务"),
        AssessmentRule.Late => Texts.Mark("逾期"),
        AssessmentRule.Returned => Texts.Mark("被退回"),
        AssessmentRule.Supervised => Texts.Mark("被督办"),
        AssessmentRule.Criticised => Texts.Mark("被通报批评"),
        AssessmentRule.Praised => Texts.Mark("被通报表扬"),
    };

    public static string Of(AssessmentState state) => state switch
    {
        AssessmentState.Open => Texts.Mark("核对和异议中"),
        AssessmentState.Sealed => Texts.Mark("已封存"),
    };

    public static string Of(PointDecision decision) => decision switch
    {
        PointDecision.Kept => Texts.Mark("维持"),
        PointDecision.Struck => Texts.Mark("撤销"),
    };

    /// <summary>With its sign, so that a deduction is seen as one.</summary>
    public static string Points(decimal points) => points.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);
}
