namespace Equalization.Workflow.Engine.Definitions;

/// <summary>One thing wrong with a definition file: where it stands in the JSON, which activity it concerns, and what to change.</summary>
public sealed record Flaw(string File, string Place, string? ActivityId, string Message)
{
    public override string ToString() =>
        ActivityId is null ? $"{File}，位置 {Place}：{Message}" : $"{File}，位置 {Place}，活动 {ActivityId}：{Message}";
}

/// <summary>A definition that must not run. Carries every flaw found, so that one reading shows all there is to mend.</summary>
public sealed class DefinitionRefused(IReadOnlyList<Flaw> flaws) : Exception(string.Join(Environment.NewLine, flaws))
{
    public IReadOnlyList<Flaw> Flaws { get; } = flaws;
}

/// <summary>Collects flaws while a file is read.</summary>
internal sealed class FlawList(string file)
{
    private readonly List<Flaw> flaws = [];

    public bool Any => flaws.Count > 0;

    public void Add(string place, string? activityId, string message) => flaws.Add(new Flaw(file, place, activityId, message));

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new DefinitionRefused(flaws);
        }
    }
}
