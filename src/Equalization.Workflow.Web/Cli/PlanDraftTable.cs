using System.Globalization;
using System.Text;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Web.Cli;

/// <summary>A plan draft for reading in a terminal: the plan's fields, then a block of lines for each measure.</summary>
internal static class PlanDraftTable
{
    public static string Write(PlanDraft draft)
    {
        var text = new StringBuilder();
        Line(text, "标题", draft.Title);
        Line(text, "文号", draft.DocumentNumber);
        Line(text, "发文", $"{draft.Issuer} {draft.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}".Trim());
        Line(text, "年度", draft.PeriodFrom is null ? null : $"{draft.PeriodFrom}—{draft.PeriodTo}");
        foreach (var target in draft.Overall)
        {
            Line(text, "总目标", Target(target));
        }

        foreach (var phase in draft.Phases)
        {
            Line(text, "阶段", $"{phase.Number}{phase.Name}（{phase.AsWritten}）");
        }

        foreach (var county in draft.Accreditation?.Counties ?? [])
        {
            Line(text, "创建时序", $"{county.Name}：{string.Join("，", county.Days.Select(day => $"{day.Key} {day.Value:yyyy-MM-dd}"))}");
        }

        var section = "";
        foreach (var measure in draft.Measures)
        {
            if (measure.Section != section)
            {
                text.AppendLine().AppendLine(measure.Section);
                section = measure.Section;
            }

            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{measure.Number ?? "—"}  {measure.Title ?? "（标题已丢失）"}");
            Line(text, "  牵头", Units(measure, DraftUnitRole.Lead));
            Line(text, "  配合", Units(measure, DraftUnitRole.Cooperating));
            Line(text, "  责任", Units(measure, DraftUnitRole.Responsible));
            Line(text, "  时间", string.Join("、", measure.Deadlines.Select(deadline => deadline.AsWritten)));
            foreach (var target in measure.Targets)
            {
                Line(text, target.IsBaseline ? "  现状" : "  目标", Target(target));
            }

            foreach (var doubt in measure.Doubts)
            {
                Line(text, "  请核对", doubt);
            }
        }

        text.AppendLine();
        foreach (var doubt in draft.Doubts)
        {
            Line(text, "请核对", doubt);
        }

        text.Append(CultureInfo.InvariantCulture, $"共 {draft.Measures.Count} 条措施，{draft.Skipped.Count} 处文字未采用。");
        return text.ToString();
    }

    private static string Units(DraftMeasure measure, DraftUnitRole role) =>
        string.Join("、", measure.Units.Where(unit => unit.Role == role).Select(unit => unit.ResolvedName)) + (measure.ListIsOpen ? "等" : "");

    private static string Target(DraftTarget target)
    {
        var sign = target.Comparator switch
        {
            Comparator.AtMost => "≤",
            Comparator.AtLeast => "≥",
            Comparator.Equal => "=",
            Comparator.Between => "介于",
            null => "",
        };
        var value = target.Value is null ? "" : $"［{target.Year?.ToString(CultureInfo.InvariantCulture) ?? "未定年份"} {sign} {target.Value:0.####}{(target.Upper is { } upper ? $"–{upper:0.####}" : "")}{target.Unit}］";
        return target.AsWritten + value;
    }

    private static void Line(StringBuilder text, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value) && value != "等")
        {
            text.Append(label).Append('：').AppendLine(value);
        }
    }
}
