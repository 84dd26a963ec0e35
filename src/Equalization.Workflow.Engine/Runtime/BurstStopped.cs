namespace Equalization.Workflow.Engine.Runtime;

/// <summary>A burst the engine itself has ended; the code becomes the incident's.</summary>
internal sealed class BurstStopped(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
