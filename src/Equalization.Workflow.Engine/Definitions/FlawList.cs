namespace Equalization.Workflow.Engine.Definitions;

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
