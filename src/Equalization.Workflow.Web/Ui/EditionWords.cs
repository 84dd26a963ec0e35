using Equalization.Workflow.Core.Plans.Editions;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Web.Ui;

/// <summary>What the comparison of two versions is called on screens.</summary>
public static class EditionWords
{
    public static IEnumerable<string> All(EditionChanges changes) =>
        Enum.GetValues<EditionChanges>().Where(c => c != EditionChanges.None && changes.HasFlag(c)).Select(Of);

    public static string Of(EditionChanges change) => change switch
    {
        EditionChanges.Added => Texts.Mark("新增"),
        EditionChanges.Removed => Texts.Mark("删去的措施"),
        EditionChanges.Lead => Texts.Mark("牵头单位"),
        EditionChanges.Cooperating => Texts.Mark("配合单位"),
        EditionChanges.Responsible => Texts.Mark("负责单位"),
        EditionChanges.Title => Texts.Mark("措施名称"),
        EditionChanges.Body => Texts.Mark("正文"),
        EditionChanges.Deadlines => Texts.Mark("期限"),
        EditionChanges.Targets => Texts.Mark("目标"),
        EditionChanges.Number => Texts.Mark("编号"),
        EditionChanges.Section => Texts.Mark("章节"),
        EditionChanges.Moved => Texts.Mark("顺序"),
        _ => "",
    };

    public static string UnitsOf(DraftUnitRole role) => role switch
    {
        DraftUnitRole.Lead => Of(EditionChanges.Lead),
        DraftUnitRole.Cooperating => Of(EditionChanges.Cooperating),
        DraftUnitRole.Responsible => Of(EditionChanges.Responsible),
    };
}
