using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>One entry into a container: where it stands, and the variables that live as long.</summary>
internal sealed class Frame(int id, Node node, Frame? parent)
{
    public int Id { get; } = id;

    public Node Node { get; } = node;

    public Frame? Parent { get; } = parent;

    public Chart Chart => Node.Chart!;

    /// <summary>Times a connection of its flowchart has led back.</summary>
    public int Turn { get; set; }

    /// <summary>The next child of a sequence.</summary>
    public int Position { get; set; }

    /// <summary>Arrivals at joins that are not decided yet, by connection.</summary>
    public SortedDictionary<int, int> Arrived { get; } = [];

    /// <summary>Activities whose Fault an administrator has yet to look at.</summary>
    public List<string> Faulted { get; } = [];

    public Dictionary<string, object?> Variables { get; } = [];

    /// <summary>What the container itself read and wrote on entry, for its history row.</summary>
    public SortedDictionary<string, object?>? Values { get; set; }
}
