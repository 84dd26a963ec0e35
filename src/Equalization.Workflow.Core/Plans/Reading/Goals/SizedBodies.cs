using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>2000人以上学校, 100人以下农村小规模学校: a size says which bodies are meant, not what is wanted of them. 30所以上学校 counts them.</summary>
internal static class SizedBodies
{
    private static readonly string[] Sizes = ["人", "平方米", "亩", "公里"];

    private static readonly string[] Attributes =
        ["义务教育", "农村", "城镇", "城区", "乡村", "乡镇", "县城", "公办", "民办", "超大规模", "大规模", "小规模", "寄宿制", "完全", "普通"];

    private static readonly string[] Bodies = ["学校", "小学", "初中", "中学", "高中", "中小学", "教学点", "幼儿园", "班级", "校区", "村小"];

    public static bool Name(SourceView view, Quantity quantity)
    {
        if (quantity.Suffix.Length == 0 || !Sizes.Contains(quantity.Unit))
        {
            return false;
        }

        var noun = quantity.End;
        while (Attributes.FirstOrDefault(word => view.StartsWith(noun, word)) is { } attribute)
        {
            noun += attribute.Length;
        }

        return Array.Exists(Bodies, body => view.StartsWith(noun, body));
    }
}
