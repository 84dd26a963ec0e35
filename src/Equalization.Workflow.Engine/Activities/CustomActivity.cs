using System.Reflection;
using System.Text.Json;
using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>
/// A step of the product's own. The parameters of <typeparamref name="TInput"/>'s constructor are its inputs (nullable or defaulted ones may be
/// left out of the file), the properties of <typeparamref name="TOutput"/> its outputs; both by camelCase name. It leaves by exactly one outcome.
/// </summary>
public abstract class CustomActivity<TInput, TOutput> : Activity
    where TInput : notnull
    where TOutput : notnull
{
    private static readonly ConstructorInfo Constructor = typeof(TInput).GetConstructors().MaxBy(c => c.GetParameters().Length)
        ?? throw new InvalidOperationException($"{typeof(TInput)} has no public constructor.");

    private static readonly ParameterInfo[] Parameters = Constructor.GetParameters();
    private static readonly PropertyInfo[] Results = [.. typeof(TOutput).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0)];

    private readonly Ports ports;

    protected CustomActivity(string type, params IReadOnlyList<string> outcomes)
    {
        Type = type;
        ports = new Ports(outcomes.Count == 0 ? [Ports.DoneName] : [.. outcomes]);
        var nullability = new NullabilityInfoContext();
        Inputs = [.. Parameters.Select(p => new InputSlot(Name(p.Name!), p.ParameterType, IsRequired: !MayBeAbsent(nullability, p)))];
        Outputs = [.. Results.Select(p => new OutputSlot(Name(p.Name), p.PropertyType))];
    }

    public sealed override string Type { get; }

    public sealed override IReadOnlyList<InputSlot> Inputs { get; }

    public sealed override IReadOnlyList<OutputSlot> Outputs { get; }

    public sealed override Ports PortsOf(Node node) => ports;

    public sealed override async ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        var arguments = Parameters.Select((p, i) => Argument(step, p, Inputs[i])).ToArray();
        var answer = await Run((TInput)Constructor.Invoke(arguments), step, ct);
        if (!ports.Names.Contains(answer.Outcome))
        {
            throw new InvalidOperationException($"{Type} answered “{answer.Outcome}”, which is none of its outcomes.");
        }

        for (var i = 0; i < Results.Length; i++)
        {
            step.Output(Outputs[i].Name, Results[i].GetValue(answer.Output));
        }

        return Outcome.By(answer.Outcome);
    }

    protected abstract Task<Answer<TOutput>> Run(TInput input, Step step, CancellationToken ct);

    private static object? Argument(Step step, ParameterInfo parameter, InputSlot slot)
    {
        var value = step.Input(slot.Name, slot.Type);
        return value ?? (slot.IsRequired
            ? throw new InvalidOperationException($"输入 {slot.Name} 没有值。")
            : parameter.HasDefaultValue ? parameter.DefaultValue : null);
    }

    private static bool MayBeAbsent(NullabilityInfoContext nullability, ParameterInfo parameter) =>
        parameter.HasDefaultValue || nullability.Create(parameter).WriteState == NullabilityState.Nullable;

    private static string Name(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
