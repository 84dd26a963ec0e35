namespace Equalization.Workflow.Engine;

/// <summary>A call the engine will not carry out. Code is stable and meant for programs.</summary>
public sealed class EngineRefused(string code, string message) : Exception(message)
{
    public const string DefinitionChanged = "definition-changed";
    public const string DefinitionUnknown = "definition-unknown";
    public const string InputUnknown = "input-unknown";
    public const string InputWrong = "input-wrong";
    public const string InstanceUnknown = "instance-unknown";
    public const string NotStopped = "not-stopped";
    public const string AlreadyOver = "already-over";

    public string Code { get; } = code;
}
