namespace Equalization.Workflow.Benchmarks;

/// <summary>Prints measures beside their bounds and remembers whether one was broken.</summary>
public sealed class Bounds
{
    private readonly List<string> broken = [];

    public int ExitCode => broken.Count == 0 ? 0 : 1;

    public IReadOnlyList<string> Broken => broken;

    public void AtMost(string what, double measured, double bound, string unit) =>
        Tell(what, $"{measured:0.###}{unit}, at most {bound:0.###}{unit}", measured <= bound);

    public void AtLeast(string what, int counted, int least) => Tell(what, $"{counted}, at least {least}", counted >= least);

    public void Exactly(string what, int counted, int expected) => Tell(what, $"{counted}, expected {expected}", counted == expected);

    /// <summary>A goal is told, not enforced: it depends on the machine.</summary>
    public static void Goal(string what, double measured, double goal, string unit) =>
        Console.WriteLine($"{what}: {measured:0.###}{unit}, goal {goal:0.###}{unit}");

    private void Tell(string what, string figures, bool kept)
    {
        Console.WriteLine($"{what}: {figures}: {(kept ? "kept" : "BROKEN")}");
        if (!kept)
        {
            broken.Add(what);
        }
    }
}
