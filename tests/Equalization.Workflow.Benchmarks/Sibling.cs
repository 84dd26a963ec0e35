using System.Diagnostics;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// Another process of this very program with a command of its own. It ends with its input, so that none outlives whoever started it, even when
/// that one is killed.
/// </summary>
public sealed class Sibling : IAsyncDisposable
{
    private readonly Process process;

    private Sibling(Process process) => this.process = process;

    public bool HasEnded => process.HasExited;

    public TextReader Output => process.StandardOutput;

    public static Sibling Start(params string[] command)
    {
        var start = new ProcessStartInfo(Runtime()) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // It lives for moments: what the just-in-time compiler learns for later is time lost.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.ArgumentList.Add(typeof(Sibling).Assembly.Location);
        foreach (var argument in command)
        {
            start.ArgumentList.Add(argument);
        }

        return new Sibling(Process.Start(start)!);
    }

    /// <summary>For the sibling: ends the process when its input ends.</summary>
    public static void EndWithInput()
    {
        var watch = new Thread(() =>
        {
            while (Console.In.ReadLine() is not null)
            {
            }

            Environment.Exit(3);
        }) { IsBackground = true };
        watch.Start();
    }

    /// <summary>Ends it at once, wherever it is (SIGKILL).</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What is left of its output, and its exit code.</summary>
    public async Task<(string Output, int Code)> Finish()
    {
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output, process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    // Under "dotnet X.dll" that is the host itself; under an executable of its own it stands on the path.
    private static string Runtime() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
