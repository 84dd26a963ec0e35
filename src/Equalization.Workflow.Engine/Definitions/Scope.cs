using System.Text.Json;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>The variables that an activity can see: its container's, and those of the containers around it.</summary>
internal sealed class Scope(Scope? outer, IReadOnlyList<Parameter> inputs, IReadOnlyList<Parameter> outputs, HashSet<string> usedIds)
{
    private readonly List<Variable> own = [];

    public IReadOnlyList<Variable> Own => own;

    public Variable? Find(string id) => own.Find(v => v.Id == id) ?? outer?.Find(id);

    public Parameter? Input(string name) => inputs.FirstOrDefault(i => i.Name == name);

    public bool HasOutput(string name) => outputs.Any(o => o.Name == name);

    public Scope Inner() => new(this, inputs, outputs, usedIds);

    public void Declare(JsonElement holder, string place, string? activityId, FlawList flaws)
    {
        if (!holder.Has("variables", out var list))
        {
            return;
        }

        var index = 0;
        if (list.ValueKind != JsonValueKind.Array)
        {
            flaws.Add($"{place}.variables", activityId, "variables 应为列表。");
            return;
        }

        foreach (var item in list.EnumerateArray())
        {
            DeclareOne(item, $"{place}.variables[{index++}]", activityId, flaws);
        }
    }

    private void DeclareOne(JsonElement item, string place, string? activityId, FlawList flaws)
    {
        var id = item.TextOf("id");
        var alias = item.TextOf("typeName") ?? "Object";
        var type = DataTypes.Find(alias, item.Has("isArray", out var array) && array.ValueKind == JsonValueKind.True);
        item.Has("value", out var written);
        if (string.IsNullOrWhiteSpace(id) || !usedIds.Add(id))
        {
            flaws.Add($"{place}.id", activityId, "变量的 id 为空，或在本文件中已经用过。");
        }
        else if (type is null)
        {
            flaws.Add($"{place}.typeName", activityId, $"变量 {id}：没有名为“{alias}”的数据类型。");
        }
        else if (!DataTypes.TryConvert(written, type, out var initial))
        {
            flaws.Add($"{place}.value", activityId, $"变量 {id}：初值不能作为 {DataTypes.NameOf(type)} 使用。");
        }
        else
        {
            own.Add(new Variable(id, item.TextOf("name") ?? id, type, initial));
        }
    }
}
