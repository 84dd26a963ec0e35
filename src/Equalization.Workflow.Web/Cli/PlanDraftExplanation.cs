using System.Globalization;
using System.Text;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Web.Cli;

/// <summary>Says of each field of a draft by which rule it was read and where it stands, and of each stretch set aside why.</summary>
internal static class PlanDraftExplanation
{
    private const int Shown = 40;

    private static readonly Dictionary<string, string> Names = new()
    {
        ["title"] = "标题", ["documentNumber"] = "文号", ["issuer"] = "发文单位", ["issued"] = "发文日期", ["overallDeadline"] = "总时限", ["overall"] = "总目标",
        ["phases"] = "阶段", ["schedule"] = "创建时序", ["leadingGroup"] = "领导小组", ["leadUnits"] = "牵头单位", ["cooperatingUnits"] = "配合单位",
        ["responsibleUnits"] = "责任单位", ["deadlines"] = "时间", ["milestones"] = "目标",
    };

    public static string Write(PlanDraft draft)
    {
        var places = new LinePlaces(draft.Text);
        var text = new StringBuilder();
        Fields(text, places, PlanFields.Of(draft));
        foreach (var measure in draft.Measures)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{measure.Number ?? "—"}  {measure.Title ?? "（标题已丢失）"}");
            Fields(text, places, PlanFields.Of(measure));
            foreach (var doubt in measure.Doubts)
            {
                text.Append("  请核对：").AppendLine(doubt);
            }
        }

        text.AppendLine().AppendLine("没有采用的文字");
        foreach (var skip in draft.Skipped)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {places.Of(skip.Span)}  {Short(draft.Text.Substring(skip.Span.Start, skip.Span.Length))}  ← {skip.Reason}");
        }

        var coverage = DraftCoverage.Of(draft);
        text.AppendLine().Append(CultureInfo.InvariantCulture, $"采用 {coverage.Used} 字，列明原因未采用 {coverage.SetAside} 字，未交代 {coverage.Lost} 字；采用率 {coverage.Percent}%。");
        return text.ToString();
    }

    private static void Fields(StringBuilder text, LinePlaces places, IEnumerable<ReadField> fields)
    {
        foreach (var field in fields)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {places.Of(field.Span)}  {Names[field.Name]}：{Short(field.Text)}  ← {ReadingForms.Of(field.Rule)}［{field.Rule.Name}，{Sure(field.Confidence)}］");
        }
    }

    private static string Sure(Confidence confidence) => confidence switch
    {
        Confidence.Certain => "确定",
        Confidence.Likely => "较可靠",
        Confidence.Doubtful => "存疑",
    };

    private static string Short(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= Shown ? line : line[..(Shown - 1)] + "…";
    }

    /// <summary>Lines and characters counted from one, as an editor shows them.</summary>
    private sealed class LinePlaces
    {
        private readonly List<int> starts = [0];

        public LinePlaces(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '\n')
                {
                    starts.Add(i + 1);
                }
            }
        }

        public string Of(SourceSpan span)
        {
            var line = starts.BinarySearch(span.Start);
            line = line >= 0 ? line : ~line - 1;
            return string.Create(CultureInfo.InvariantCulture, $"第{line + 1}行第{span.Start - starts[line] + 1}字");
        }
    }
}
