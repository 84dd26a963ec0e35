using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>One activity of a definition, with its inputs bound.</summary>
public sealed class Node
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What a drawing writes on it, when the file says so (<c>metadata.displayText</c>).</summary>
    public string? DisplayText { get; init; }

    public string? Description { get; init; }

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
