using System.Text.Json;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>
/// A checked definition, ready to run: every type, port, expression and variable is known and every input bound to its type.
/// It never changes after reading and may be shared by threads.
/// </summary>
public sealed class Definition
{
    private readonly Dictionary<string, Node> byId;

    internal Definition(string id, int version, IReadOnlyList<Node> nodes)
    {
        Id = id;
        Version = version;
        Nodes = nodes;
        byId = nodes.ToDictionary(n => n.Id);
    }

    /// <summary>The id over all versions (<c>definitionId</c> in the file).</summary>
    public string Id { get; }

    public int Version { get; }

    public required string Name { get; init; }

    /// <summary>Only a published version is started.</summary>
    public required bool IsPublished { get; init; }

    public required string Hash { get; init; }

    /// <summary>The file as it was read.</summary>
    public required string Json { get; init; }

    public required IReadOnlyList<Variable> Variables { get; init; }

    public required IReadOnlyList<Parameter> Inputs { get; init; }

    public required IReadOnlyList<Parameter> Outputs { get; init; }

    /// <summary>All activities, outermost first.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    public Node Root => Nodes[0];

    public Node NodeOf(string activityId) => byId[activityId];
}

/// <summary>A variable of the definition or of a container; known by its id, which is unique in the file.</summary>
public sealed record Variable(string Id, string Name, Type Type, object? Initial);

/// <summary>An input or output of the definition as a whole.</summary>
public sealed record Parameter(string Name, Type Type);

/// <summary>One activity of a definition, with its inputs bound.</summary>
public sealed class Node
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Activity Activity { get; init; }

    /// <summary>The container it stands in; null for the root.</summary>
    public required Node? Parent { get; init; }

    /// <summary>Where it stands in the file, as a JSON path.</summary>
    public required string Place { get; init; }

    /// <summary>Ids from the root down to this activity, as Elsa writes them in <c>nodeId</c>.</summary>
    public string Path => Parent is null ? Id : $"{Parent.Path}:{Id}";

    public IReadOnlyDictionary<string, Expression> Inputs { get; internal set; } = new Dictionary<string, Expression>();

    public IReadOnlyDictionary<string, Variable> Outputs { get; internal set; } = new Dictionary<string, Variable>();

    public IReadOnlyList<Variable> Variables { get; internal set; } = [];

    public IReadOnlyList<Node> Children { get; internal set; } = [];

    /// <summary>What the activity read from members of its own, such as the cases of a switch.</summary>
    public object? Settings { get; internal set; }

    /// <summary>The connections, when this is a flowchart.</summary>
    public Chart? Chart { get; internal set; }

    public T SettingsAs<T>() => (T)Settings!;
}

/// <summary>A connection between two activities of one flowchart, by their places in it.</summary>
public sealed record Connection(int Index, int Source, string Port, int Target, string Place);

/// <summary>Where a value comes from. There are these three and no script.</summary>
public abstract record Expression;

/// <summary>A constant, already of the type that the input wants (expression types <c>Literal</c> and <c>Object</c>).</summary>
public sealed record Constant(object? Value) : Expression;

/// <summary>The present value of a variable.</summary>
public sealed record VariableValue(Variable Variable) : Expression;

/// <summary>The value an input of the definition had at the start.</summary>
public sealed record InputValue(Parameter Input) : Expression;
