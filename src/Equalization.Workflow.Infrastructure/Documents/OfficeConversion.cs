using Equalization.Workflow.Core;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// Old and foreign office files made .docx or .xlsx by LibreOffice where it is installed: one at a time, each with a profile of its own in a folder that is
/// deleted afterwards, so that nothing of one file meets another.
/// </summary>
internal static class OfficeConversion
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(90);
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Refuses with plan-file-kind where LibreOffice is not installed, plan-file-broken and plan-file-slow.</summary>
    /// <param name="from">What the file is, as an extension without the dot.</param>
    public static async Task<byte[]> Convert(byte[] content, string from, string to, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("office");
        await Turn.WaitAsync(ct);
        try
        {
            var source = Path.Combine(folder.FullName, "plan." + from);
            await File.WriteAllBytesAsync(source, content, ct);
            var run = await ChildProgram.Run(
                "soffice",
                [$"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--norestore", "--convert-to", to, "--outdir", Path.Combine(folder.FullName, "out"), source],
                LongestRun,
                ct) ?? throw PlanFileRefusals.NeedsOffice(from);
            var made = new FileInfo(Path.Combine(folder.FullName, "out", "plan." + to));
            return run.IsTooSlow ? throw PlanFileRefusals.Slow()
                : made.Exists ? await File.ReadAllBytesAsync(made.FullName, ct)
                : throw PlanFileRefusals.Broken();
        }
        finally
        {
            Turn.Release();
            folder.Delete(recursive: true);
        }
    }
}
