using System.Text.Json;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>Lets an activity read members that are neither input nor output, such as the cases of a switch.</summary>
public sealed class SettingsReader
{
    private readonly JsonElement json;
    private readonly Node node;
    private readonly ExpressionReader expressions;
    private readonly Scope scope;
    private readonly FlawList flaws;

    internal SettingsReader(JsonElement json, Node node, ExpressionReader expressions, Scope scope, FlawList flaws) =>
        (this.json, this.node, this.expressions, this.scope, this.flaws) = (json, node, expressions, scope, flaws);

    public Variable? Variable(string member) => json.Has(member, out var reference) ? expressions.Variable(reference, Place(member)) : Missing<Variable>(member);

    public IReadOnlyList<JsonElement> List(string member) =>
        json.Has(member, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : Missing<IReadOnlyList<JsonElement>>(member) ?? [];

    public Expression? Expression(JsonElement expression, InputSlot slot, string place) => expressions.Expression(expression, slot, Place(place));

    public bool HasOutput(string name) => scope.HasOutput(name);

    public void Refuse(string member, string message) => flaws.Add(Place(member), node.Id, message);

    private T? Missing<T>(string member)
        where T : class
    {
        Refuse(member, $"缺少 {member}。");
        return null;
    }

    private string Place(string member) => $"{node.Place}.{member}";
}
