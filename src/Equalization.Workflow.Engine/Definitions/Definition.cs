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

    /// <summary>What the process is for, in the file's own words.</summary>
    public string? Description { get; init; }

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

    public Node? Find(string activityId) => byId.GetValueOrDefault(activityId);

    public Node NodeOf(string activityId) => byId[activityId];
}
