using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Runtime;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>
/// What an activity may see and touch while it runs. It writes only through <see cref="Db"/>, inside the caller's transaction; mail, files and
/// calls go by rows there, since a step may be rolled back and run again.
/// </summary>
public sealed class Step
{
    private readonly Burst burst;

    internal Step(Burst burst, Frame frame, Node node)
    {
        this.burst = burst;
        Frame = frame;
        Node = node;
    }

    public Node Node { get; }

    public DbContext Db => burst.Db;

    /// <summary>The instant of this burst, UTC: all its rows bear the same.</summary>
    public DateTime Now => burst.Now;

    public Guid InstanceId => burst.Instance.Id;

    public string? CorrelationId => burst.CorrelationId;

    /// <summary>Turn of the innermost loop, 0 for the first.</summary>
    public int Iteration => Frame.Turn;

    internal Frame Frame { get; }

    /// <summary>What was read and written, for the history.</summary>
    internal SortedDictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of an input, or the type's default where the file gives none.</summary>
    public T? Input<T>(string name) => Input(name, typeof(T)) is { } value ? (T)value : default;

    internal object? Input(string name, Type type)
    {
        if (!Node.Inputs.TryGetValue(name, out var expression))
        {
            return null;
        }

        return Values[name] = Evaluate(expression, type);
    }

    /// <summary>Leaves a result in the variable the file names for it, if it names one.</summary>
    public void Output(string name, object? value)
    {
        Values[name] = value;
        if (Node.Outputs.TryGetValue(name, out var variable))
        {
            burst.SetVariable(Frame, variable, value);
        }
    }

    internal object? Evaluate(Expression expression, Type type) => DataTypes.Convert(
        expression switch
        {
            Constant constant => constant.Value,
            VariableValue reference => burst.GetVariable(Frame, reference.Variable),
            InputValue reference => burst.State.Inputs.GetValueOrDefault(reference.Input.Name),
            _ => throw new NotSupportedException(expression.GetType().Name),
        },
        type);

    internal void SetVariable(Variable variable, object? value)
    {
        Values[variable.Name] = value;
        burst.SetVariable(Frame, variable, value);
    }

    internal void SetOutput(string name, object? value) => burst.State.Outputs[name] = value;

    internal void Correlate(string? correlationId) => burst.Correlate(correlationId);

    internal void Raise(RaisedEvent raised, bool onlyHere) => burst.Raise(raised, onlyHere);

    internal Task<Guid> StartChild(string definitionId, string? correlationId, IReadOnlyDictionary<string, object?> inputs) =>
        burst.StartChild(definitionId, correlationId, inputs);
}
