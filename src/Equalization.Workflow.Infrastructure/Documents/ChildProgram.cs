using System.ComponentModel;
using System.Diagnostics;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>How a program of the machine ended: what it said, and whether it was stopped because it took too long.</summary>
internal sealed record ChildRun(int ExitCode, string Complaint, bool IsTooSlow);

/// <summary>Runs a program of the machine to its end or to a limit of time, and ends it with all that it started.</summary>
internal static class ChildProgram
{
    /// <summary>Null where the program is not installed.</summary>
    public static async Task<ChildRun?> Run(string program, IReadOnlyList<string> arguments, TimeSpan longest, CancellationToken ct)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(longest);
        using var process = Start(program, arguments);
        if (process is null)
        {
            return null;
        }

        try
        {
            var said = process.StandardOutput.ReadToEndAsync(time.Token);
            var complaint = await process.StandardError.ReadToEndAsync(time.Token);
            await said;
            await process.WaitForExitAsync(time.Token);
            return new ChildRun(process.ExitCode, complaint, false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ChildRun(-1, "", true);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static Process? Start(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true });
        }
        catch (Win32Exception)
        {
            // Not on the path.
            return null;
        }
    }
}
