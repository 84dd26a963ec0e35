namespace Equalization.Workflow.Engine;

/// <summary>How many timers a run fired, and how many instances it had to stop.</summary>
public sealed record TimerRunResult(int Fired, int Stopped);
