namespace Equalization.Workflow.Benchmarks;

/// <summary>Prints measures beside their bounds and remembers whether one was broken.</summary>
public sealed class Bounds
{
    public int ExitCode { get; private set; }

    public void AtMost(string what, double measured, double bound, string unit)
    {
        var kept = measured <= bound;
        ExitCode = kept ? ExitCode : 1;
        Console.WriteLine($"{what}: {measured:0.###}{unit}, at most {bound:0.###}{unit}: {(kept ? "kept" : "BROKEN")}");
    }

    public void AtLeast(string what, int counted, int least)
    {
        ExitCode = counted >= least ? ExitCode : 1;
        Console.WriteLine($"{what}: {counted}, at least {least}: {(counted >= least ? "kept" : "BROKEN")}");
    }

    public void Exactly(string what, int counted, int expected)
    {
        ExitCode = counted == expected ? ExitCode : 1;
        Console.WriteLine($"{what}: {counted}, expected {expected}: {(counted == expected ? "kept" : "BROKEN")}");
    }

    /// <summary>A goal is told, not enforced: it depends on the machine.</summary>
    public static void Goal(string what, double measured, double goal, string unit) =>
        Console.WriteLine($"{what}: {measured:0.###}{unit}, goal {goal:0.###}{unit}");
}
