namespace Equalization.Workflow.Core.Units;

/// <summary>What must hold of a unit's names and place, judged from values alone: a form and an import ask the same. Field: the input of <see cref="UnitInput"/>.</summary>
public static class UnitRules
{
    public const int LongestName = 100;
    public const int LongestShortName = 60;

    public static RuleBroken NameTaken(string name) =>
        new("unit-name-taken", "“{0}”已是另一单位或集体单位的名称或别名，请改用全称或先修改对方。", name) { Field = nameof(UnitInput.Name) };

    public static RuleBroken AliasTaken(string alias) =>
        new("alias-taken", "“{0}”已是另一单位的名称或别名，一个别名只能指一个单位。请删去它。", alias) { Field = nameof(UnitInput.Aliases) };

    /// <summary>Refuses a place below oneself (parent-circle). Parents: every unit with the one above it.</summary>
    public static void RequireTree(IReadOnlyDictionary<Guid, Guid?> parents, Guid? unitId, Guid parentId)
    {
        var steps = 0;
        for (Guid? above = parentId; above is not null; above = parents.GetValueOrDefault(above.Value))
        {
            // A circle among others, which an import may bring, must not be walked for ever.
            if (above == unitId || ++steps > parents.Count)
            {
                throw new RuleBroken("parent-circle", "上级单位不能是该单位自己或其下级，请重新选择。") { Field = nameof(UnitInput.ParentId) };
            }
        }
    }
}
