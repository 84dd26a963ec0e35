using System.Text.Json;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>Reads the members at the top of a definition file.</summary>
internal sealed class HeadReader(JsonElement top, FlawList flaws)
{
    private const int LongestId = 100;

    public string Id()
    {
        var id = top.TextOf("definitionId");
        if (string.IsNullOrWhiteSpace(id) || id.Length > LongestId)
        {
            flaws.Add("$.definitionId", null, $"缺少 definitionId，或超过 {LongestId} 个字符。");
        }

        return id ?? "";
    }

    public int Version()
    {
        if (top.Has("version", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var version) && version >= 1)
        {
            return version;
        }

        flaws.Add("$.version", null, "version 应为从 1 起的整数。");
        return 0;
    }

    /// <summary>Options that would change what the flow does must be at their defaults: they would be lost in silence otherwise.</summary>
    public void Options()
    {
        if (!top.Has("options", out var options))
        {
            return;
        }

        foreach (var name in new[] { "activationStrategyType", "commitStrategyName" })
        {
            if (!string.IsNullOrEmpty(options.TextOf(name)))
            {
                flaws.Add($"$.options.{name}", null, $"本引擎没有 {name} 选项，请留空。");
            }
        }

        if (options.TextOf("incidentStrategyType") is { Length: > 0 } strategy && !strategy.Contains("FaultStrategy", StringComparison.Ordinal))
        {
            flaws.Add("$.options.incidentStrategyType", null, "出错的流程一律停下等管理员处理，请将 incidentStrategyType 留空。");
        }
    }

    public IReadOnlyList<Parameter> Parameters(string member)
    {
        var parameters = new List<Parameter>();
        if (!top.Has(member, out var list))
        {
            return parameters;
        }

        var index = 0;
        if (list.ValueKind != JsonValueKind.Array)
        {
            flaws.Add($"$.{member}", null, $"{member} 应为列表。");
            return parameters;
        }

        foreach (var item in list.EnumerateArray())
        {
            var place = $"$.{member}[{index++}]";
            var name = item.TextOf("name");
            var alias = item.TextOf("type") ?? "Object";
            var type = DataTypes.Find(alias, item.Has("isArray", out var array) && array.ValueKind == JsonValueKind.True);
            if (string.IsNullOrWhiteSpace(name) || parameters.Exists(p => p.Name == name))
            {
                flaws.Add($"{place}.name", null, "名称为空或重复。");
            }
            else if (type is null)
            {
                flaws.Add($"{place}.type", null, $"没有名为“{alias}”的数据类型。");
            }
            else
            {
                parameters.Add(new Parameter(name, type));
            }
        }

        return parameters;
    }
}
