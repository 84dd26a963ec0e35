using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Plans.Reading.Times;
using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Core.Plans.Files;

/// <summary>
/// A table file of tasks (任务分解表) as text: for each sheet what stands above the head, then the head and the rows with cells parted by "|" and the
/// true row number in front. Hidden rows and sheets stand in it set aside, unless they are asked for.
/// </summary>
public static class TaskSheets
{
    private const string HiddenSheet = "隐藏的工作表，没有读入。需要时请勾选“连同隐藏的行和工作表”后重新导入。";
    private const string NoHead = "这张工作表里没有任务表的表头（应有任务和责任单位），没有读入。";

    /// <summary>Refuses a file in which no sheet that shows has a head (plan-table-head).</summary>
    public static PlanSource Read(TableFile file, bool withHidden)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = new SourceWriter();
        var parts = new List<SheetPart>();
        var remarks = new List<string>();
        var hiddenRows = 0;
        foreach (var sheet in file.Sheets.Where(sheet => sheet.Rows.Count > 0))
        {
            var start = text.Length;
            var name = sheet.Name.Length > 0 ? sheet.Name : file.Name;
            var isHidden = sheet.IsHidden && !withHidden;
            var rows = new SheetRows(sheet with { Name = name }, withHidden);
            var hasHead = !isHidden && rows.HasHead;
            rows.Write(text, isHidden ? $"工作表“{name}”：{HiddenSheet}" : hasHead ? null : $"工作表“{name}”：{NoHead}");
            parts.Add(new SheetPart(name, new SourceSpan(start, text.Length - start), Dates.OnlyYear(name), hasHead ? rows.Places : []));
            remarks.AddRange(rows.Remarks);
            hiddenRows += rows.Hidden;
        }

        if (!parts.Exists(part => part.Rows.Count > 0))
        {
            throw NoTable(file, withHidden);
        }

        var sheets = withHidden ? [] : file.Sheets.Where(sheet => sheet.IsHidden && sheet.Rows.Count > 0).Select(sheet => $"“{sheet.Name}”").ToList();
        if (hiddenRows + sheets.Count > 0)
        {
            remarks.Insert(0, $"表格里有隐藏的内容没有读入：{hiddenRows} 行{(sheets.Count > 0 ? "，工作表" + string.Join("、", sheets) : "")}。需要时请勾选“连同隐藏的行和工作表”后重新导入。");
        }

        return new PlanSource(text.ToString(), text.SetAside, remarks) { Sheets = parts };
    }

    private static RuleBroken NoTable(TableFile file, bool withHidden) => new(
        "plan-table-head",
        !withHidden && file.Sheets.Any(sheet => sheet.IsHidden && sheet.Rows.Count > 0)
            ? "在“{0}”显示的工作表里没有找到任务分解表。如果任务写在隐藏的工作表里，请勾选“连同隐藏的行和工作表”后重新导入。"
            : "在“{0}”里没有找到任务分解表：应有一行表头，写明任务（或主要措施、工作内容）和责任单位（或牵头单位）。请补上表头后重新导入。",
        file.Name);
}
