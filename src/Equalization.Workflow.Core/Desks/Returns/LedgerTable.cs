using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;

namespace Equalization.Workflow.Core.Desks.Returns;

/// <summary>The ledger of issued tasks as the office's sheet. What was issued is changed by its own acts, never in a cell: each fixed column says which.</summary>
public static class LedgerTable
{
    public const string Number = "编号";
    public const string Title = "任务";
    public const string Measure = "措施";
    public const string Lead = "牵头单位";
    public const string Cooperating = "配合单位";
    public const string Targets = "年度目标";
    public const string FirstDue = "首次期限";
    public const string CurrentDue = "现行期限";
    public const string Reported = "进度";
    public const string Light = "亮灯";
    public const string State = "状态";
    public const string Extensions = "延期次数";
    public const string WriteOff = "销账编号";
    public const string Reason = "备注";
    public const string Note = "办公室备注";

    public const string NumberFixed = "编号下达后不能更改。请恢复原值。";
    public const string IssuedFixed = "已下达的内容不在表中改。请恢复原值；确需调整的，请打开该任务办理变更。";
    public const string DueFixed = "期限不在表中改。请恢复原值；由牵头单位申请延期，或由办公室在该任务的页面上调整。";
    public const string ReportedFixed = "进度以审签后的进展报告为准。请恢复原值，由单位报送进展。";
    public const string RuleFixed = "这一列由系统按规则得出，只供查看。请恢复原值；要写备注，请填办公室备注一列。";
    public const string WriteOffFixed = "销账、延期以办理结果为准。请恢复原值，在该任务的页面上办理。";

    public static RoundTable Round { get; } = new("任务台账", 'L', Title,
    [
        new(Number, 12, RoundKind.Text, NumberFixed), new(Title, 36, RoundKind.Text, IssuedFixed), new(Measure, 36, RoundKind.Text, IssuedFixed),
        new(Lead, 16, RoundKind.Text, IssuedFixed), new(Cooperating, 24, RoundKind.Text, IssuedFixed), new(Targets, 40, RoundKind.Text, IssuedFixed),
        new(FirstDue, 13, RoundKind.Day, DueFixed), new(CurrentDue, 13, RoundKind.Day, DueFixed), new(Reported, 9, RoundKind.Percent, ReportedFixed),
        new(Light, 14, RoundKind.Text, RuleFixed) { IsOfTheDay = true }, new(State, 11, RoundKind.Text, RuleFixed) { IsOfTheDay = true },
        new(Extensions, 9, RoundKind.Number, WriteOffFixed), new(WriteOff, 14, RoundKind.Text, WriteOffFixed), new(Reason, 40, RoundKind.Text, RuleFixed) { IsOfTheDay = true },
        new(Note, 40),
    ]);

    /// <summary>A line with the words of the day; these stay out of a comparison.</summary>
    public static RoundRow Row(LedgerLine line, string light = "", string state = "", string reason = "") => new(line.Id, $"{line.Number} {line.Title}",
    [
        TableCell.Of(line.Number), TableCell.Of(line.Title), TableCell.Of(line.Measure), TableCell.Of(line.LeadUnit), TableCell.Of(string.Join("、", line.Cooperating)),
        TableCell.Of(string.Join('\n', line.Targets)), TableCell.Of(line.FirstDueOn), TableCell.Of(line.CurrentDueOn),
        line.Reported is { } reported ? TableCell.Of(reported.Value / 100m) : default, TableCell.Of(light), TableCell.Of(state), TableCell.Of(line.ExtensionCount),
        TableCell.Of(line.WriteOff), TableCell.Of(reason), TableCell.Of(line.Note),
    ]);
}
