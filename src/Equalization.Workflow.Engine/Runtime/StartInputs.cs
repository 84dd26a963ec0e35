using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>Binds the inputs of a start to those the definition declares.</summary>
internal static class StartInputs
{
    private const string ParentInstanceId = "ParentInstanceId";

    /// <summary>A correlation as it is, if its column holds it.</summary>
    public static string? Correlation(string? given) => given is not { Length: > Instance.LongestCorrelation }
        ? given
        : throw new EngineRefused(EngineRefused.InputWrong, $"关联标识超过 {Instance.LongestCorrelation} 个字符。");

    public static Dictionary<string, object?> Bind(Definition definition, IReadOnlyDictionary<string, object?> given, Guid? parentId)
    {
        var bound = new Dictionary<string, object?>();
        foreach (var (name, value) in given)
        {
            var declared = definition.Inputs.FirstOrDefault(i => i.Name == name);
            if (declared is null && parentId is null)
            {
                throw new EngineRefused(EngineRefused.InputUnknown, $"流程“{definition.Id}”没有名为“{name}”的输入。");
            }

            var type = declared?.Type ?? typeof(object);
            bound[name] = DataTypes.TryConvert(value, type, out var converted)
                ? converted
                : throw new EngineRefused(EngineRefused.InputWrong, $"流程“{definition.Id}”的输入“{name}”不能作为 {DataTypes.NameOf(type)} 使用。");
        }

        if (parentId is { } parent)
        {
            bound[ParentInstanceId] = parent.ToString();
        }

        return bound;
    }
}
