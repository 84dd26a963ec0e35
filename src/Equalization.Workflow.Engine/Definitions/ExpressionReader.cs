using System.Text.Json;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>Reads inputs and outputs of one activity. Constants are converted to the input's own type here, so that a wrong one never starts.</summary>
internal sealed class ExpressionReader(string activityId, Scope scope, FlawList flaws)
{
    private static readonly string[] Scripts = ["JavaScript", "Liquid", "CSharp", "Python"];

    /// <summary>An input in its wrapper, <c>{"typeName", "expression": {"type", "value"}}</c>, or a bare value.</summary>
    public Expression? Input(JsonElement member, InputSlot slot, string place)
    {
        if (member.ValueKind != JsonValueKind.Object)
        {
            return Constant(member, slot, place);
        }

        if (member.TextOf("typeName") is null || !member.Has("expression", out var expression))
        {
            flaws.Add(place, activityId, $"输入 {slot.Name} 缺少 typeName 或 expression，Elsa 会把它读作空值。");
            return null;
        }

        return Expression(expression, slot, $"{place}.expression");
    }

    /// <summary>A bare expression, <c>{"type", "value"}</c>.</summary>
    public Expression? Expression(JsonElement expression, InputSlot slot, string place)
    {
        expression.Has("value", out var value);
        switch (expression.TextOf("type"))
        {
            case "Literal":
                return Constant(value, slot, $"{place}.value");
            case "Object" or "Json":
                return ObjectConstant(value, slot, $"{place}.value");
            case "Variable":
                return scope.Find(IdOf(value) ?? "") is { } variable
                    ? Moving(new VariableValue(variable), slot, place)
                    : Unknown(place, $"没有 id 为“{IdOf(value)}”的变量，或它不在这个活动的范围内。");
            case "Input":
                return scope.Input(NameOf(value) ?? "") is { } input
                    ? Moving(new InputValue(input), slot, place)
                    : Unknown(place, $"流程没有名为“{NameOf(value)}”的输入。");
            case { } type when Scripts.Contains(type):
                return Unknown(place, $"不运行脚本：{type} 表达式请改用变量，或改成带结果端口的业务活动。");
            case var type:
                return Unknown(place, $"没有“{type}”这种表达式，可用 Literal、Variable、Object、Input。");
        }
    }

    public Variable? Output(JsonElement member, string name, string place)
    {
        if (!member.Has("memoryReference", out var reference))
        {
            flaws.Add(place, activityId, $"输出 {name} 缺少 memoryReference。");
            return null;
        }

        return Variable(reference, $"{place}.memoryReference");
    }

    /// <summary>A reference <c>{"id"}</c> without a wrapper.</summary>
    public Variable? Variable(JsonElement reference, string place)
    {
        var variable = scope.Find(reference.TextOf("id") ?? "");
        if (variable is null)
        {
            flaws.Add(place, activityId, $"没有 id 为“{reference.TextOf("id")}”的变量，或它不在这个活动的范围内。");
        }

        return variable;
    }

    private static string? IdOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : value.TextOf("id");

    private static string? NameOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : value.TextOf("name");

    private Expression? Constant(JsonElement value, InputSlot slot, string place) =>
        DataTypes.TryConvert(value, slot.Type, out var constant)
            ? new Constant(constant)
            : Unknown(place, $"输入 {slot.Name} 的值不能作为 {DataTypes.NameOf(slot.Type)} 使用{Hint(slot.Type)}。");

    private Expression? ObjectConstant(JsonElement value, InputSlot slot, string place)
    {
        try
        {
            return Constant(value.ValueKind == JsonValueKind.String ? JsonElement.Parse(value.GetString()!) : value, slot, place);
        }
        catch (JsonException)
        {
            return Unknown(place, $"输入 {slot.Name} 的值不是 JSON。");
        }
    }

    private Expression? Moving(Expression expression, InputSlot slot, string place) => slot.MustBeConstant
        ? Unknown(place, $"输入 {slot.Name} 决定流程图的形状，应为常量。")
        : expression;

    private Expression? Unknown(string place, string message)
    {
        flaws.Add(place, activityId, message);
        return null;
    }

    private static string Hint(Type type) =>
        type == typeof(DateTimeOffset) || type == typeof(DateTime) ? "（时刻须带时区，如 2026-03-01T00:00:00+08:00）"
        : type == typeof(TimeSpan) ? "（时长写作 d.hh:mm:ss）"
        : type.IsEnum ? $"（可用 {string.Join("、", Enum.GetNames(type))}）"
        : "";
}
