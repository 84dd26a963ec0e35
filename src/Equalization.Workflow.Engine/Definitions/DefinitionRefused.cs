namespace Equalization.Workflow.Engine.Definitions;

/// <summary>A definition that must not run. Carries every flaw found, so that one reading shows all there is to mend.</summary>
public sealed class DefinitionRefused(IReadOnlyList<Flaw> flaws) : Exception(string.Join(Environment.NewLine, flaws))
{
    public IReadOnlyList<Flaw> Flaws { get; } = flaws;
}
