namespace Equalization.Workflow.Web.Processes;

/// <summary>What an instance has left at one step: how often it passed, by which ports, whether it waits or was stopped there.</summary>
/// <param name="Href">Where the step leads when it is another process.</param>
public sealed record StepMark(int Passes = 0, bool Waits = false, bool Stopped = false, string? Href = null)
{
    public static readonly StepMark None = new();

    public IReadOnlySet<string> Ports { get; init; } = new HashSet<string>();
}

/// <summary>The marks of an instance on its chart, by activity; for a definition alone only the links.</summary>
public sealed record Trace(IReadOnlyDictionary<string, StepMark> Marks)
{
    public static readonly Trace Blank = new(new Dictionary<string, StepMark>());

    public StepMark At(string id) => Marks.GetValueOrDefault(id, StepMark.None);
}
