using System.Globalization;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for what a plan is made of, as keys of the texts.</summary>
public static class PlanWords
{
    public static string Of(PlanState state) => state switch
    {
        PlanState.Draft => Texts.Mark("草稿"),
        PlanState.InForce => Texts.Mark("执行中"),
        PlanState.Ended => Texts.Mark("已结束"),
    };

    public static string Of(PlanVersionState state) => state switch
    {
        PlanVersionState.Draft => Texts.Mark("草稿"),
        PlanVersionState.Confirmed => Texts.Mark("生效"),
        PlanVersionState.Superseded => Texts.Mark("已被替代"),
    };

    public static string Of(DraftUnitRole role) => role switch
    {
        DraftUnitRole.Lead => Texts.Mark("牵头"),
        DraftUnitRole.Cooperating => Texts.Mark("配合"),
        DraftUnitRole.Responsible => Texts.Mark("负责"),
    };

    public static string Of(DeadlineKind kind) => kind switch
    {
        DeadlineKind.By => Texts.Mark("截止"),
        DeadlineKind.Start => Texts.Mark("起始"),
        DeadlineKind.Recurring => Texts.Mark("每年"),
        DeadlineKind.Ongoing => Texts.Mark("长期"),
    };

    public static string Of(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => Texts.Mark("不低于"),
        Comparator.AtMost => Texts.Mark("不超过"),
        Comparator.Equal => Texts.Mark("等于"),
        Comparator.Between => Texts.Mark("介于"),
    };

    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.Office => Texts.Mark("领导小组办公室"),
        UnitKind.Leadership => Texts.Mark("领导机构"),
        UnitKind.Department => Texts.Mark("部门"),
        UnitKind.CountyGovernment => Texts.Mark("区县政府"),
        UnitKind.School => Texts.Mark("学校"),
    };

    /// <summary>“≥ 15 %”, “2–3 个”; empty for a target without a number.</summary>
    public static string Figure(Comparator? comparator, decimal? value, decimal? upper, string? unit)
    {
        if (value is not { } low)
        {
            return "";
        }

        var figure = comparator switch
        {
            Comparator.AtLeast => "≥ " + Number(low),
            Comparator.AtMost => "≤ " + Number(low),
            Comparator.Equal => "= " + Number(low),
            Comparator.Between => Number(low) + "–" + Number(upper ?? low),
            null => Number(low),
        };
        return unit is null ? figure : figure + " " + unit;
    }

    /// <summary>A finding in the reader's language; a sentence kept with the measure stands as it was written.</summary>
    public static string Say(this IStringLocalizer l, Finding finding) =>
        finding.Arguments.Count == 0 ? l[finding.Format].Value : l[finding.Format, [.. finding.Arguments]].Value;

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
