using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.LookBacks;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for look-backs, as keys of the texts.</summary>
public static class LookBackWords
{
    public static string Of(LookBackState state) => state switch
    {
        LookBackState.ToCheck => Texts.Mark("待复核"),
        LookBackState.Sound => Texts.Mark("复核属实"),
        LookBackState.Reopened => Texts.Mark("不属实，已重新列入台账"),
    };

    public static string Of(ReportCycle cycle) => cycle switch
    {
        ReportCycle.Month => Texts.Mark("每月"),
        ReportCycle.Quarter => Texts.Mark("每季度"),
        ReportCycle.HalfYear => Texts.Mark("每半年"),
    };
}
