using Equalization.Workflow.Core;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// Old and foreign office files made .docx or .xlsx by LibreOffice where it is installed: one at a time, each with a profile of its own in a folder that is
/// deleted afterwards, so that nothing of one file meets another.
/// </summary>
internal static class OfficeConversion
{
    // A file may name pictures and sections that lie elsewhere; none of them is asked for, and no macro runs.
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        </oor:items>
        """;

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(90);
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Refuses with plan-file-kind where LibreOffice is not installed, plan-file-broken and plan-file-slow.</summary>
    /// <param name="from">What the file is, as an extension without the dot.</param>
    public static async Task<byte[]> Convert(byte[] content, string from, string to, CancellationToken ct)
    {
        await Turn.WaitAsync(ct);
        try
        {
            await using var folder = new RunFolder("office");
            return await Convert(folder, content, from, to, ct);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<byte[]> Convert(RunFolder folder, byte[] content, string from, string to, CancellationToken ct)
    {
        var (source, profile) = (folder.PathOf("plan." + from), folder.PathOf("profile"));
        await File.WriteAllBytesAsync(source, content, ct);
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        await File.WriteAllTextAsync(Path.Combine(profile, "user", "registrymodifications.xcu"), Settings, ct);
        var run = await ChildProgram.Run(
            "soffice",
            [$"-env:UserInstallation={new Uri(profile)}", "--headless", "--norestore", "--convert-to", to, "--outdir", folder.PathOf("out"), source],
            LongestRun,
            ct) ?? throw PlanFileRefusals.NeedsOffice(from);
        var made = new FileInfo(folder.PathOf("out", "plan." + to));
        return run.IsTooSlow ? throw PlanFileRefusals.Slow()
            : made.Exists ? await File.ReadAllBytesAsync(made.FullName, ct)
            : throw PlanFileRefusals.Broken();
    }
}
