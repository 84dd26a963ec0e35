using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Bodies;

/// <summary>Whether a name that ends like an office stands for one: 优化城乡布局 and 健全教育督导处 end so too.</summary>
internal static class Offices
{
    /// <summary>A text that begins with one of these says what to do, not who does it.</summary>
    private static readonly string[] Verbs =
    [
        "优化", "健全", "完善", "建立", "加强", "强化", "调整", "推进", "改善", "办好", "扩大", "落实", "保障", "提升", "提高", "深化", "规范", "统筹", "实施", "开展", "打造", "创建", "新建", "改造",
        "推动", "深入", "全面", "坚持", "鼓励", "支持", "组织", "督促", "指导", "加快", "构建", "形成", "切实", "充分", "根据", "按照", "结合", "发挥", "明确", "引导", "依托", "通过", "聚焦", "围绕",
    ];

    /// <summary>It has a level or a place, or stands for several.</summary>
    public static bool IsNamed(ListedUnit unit) =>
        Signs.IsChinese(unit.Name[0]) && unit.Name.AsSpan().IndexOfAny('由', '把') < 0
        && (UnitNames.LevelOf(unit.ResolvedName) is not null || UnitNames.IsCollective(unit.ResolvedName) || UnitNames.IsVertical(unit.Name) || UnitNames.NamesPlace(unit.Name))
        && !BeginsWithVerb(unit.Name);

    /// <summary>发改局 at the head of its own paragraph: short, and an office by its ending.</summary>
    public static bool IsHead(ListedUnit unit) => IsNamed(unit) || (unit.Name.Length <= 8 && unit.Name[^1] is '局' or '委' && !BeginsWithVerb(unit.Name));

    private static bool BeginsWithVerb(string name) => Verbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal));
}
