using System.Diagnostics;

namespace Equalization.Workflow.Tests.Support;

/// <summary>LibreOffice and poppler as readers that are not ours. A test that needs them skips, with the reason, where they are absent.</summary>
public static class Office
{
    public const string IsAbsent = "LibreOffice (soffice) or poppler (pdftotext) is not installed.";

    public const string CalcIsAbsent = "LibreOffice's spreadsheets (libreoffice-calc) are not installed.";

    /// <summary>The program is there without its spreadsheets where only the writer was installed.</summary>
    public static bool HasCalc => Find("soffice") is { } soffice
        && File.Exists(Path.Combine(Path.GetDirectoryName(new FileInfo(soffice).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? soffice)!, "libsclo.so"));

    public static bool IsThere => Find("soffice") is not null && Find("pdftotext") is not null;

    /// <summary>What a reader sees: the file made a PDF by LibreOffice, and its text page by page with the places kept.</summary>
    public static async Task<IReadOnlyList<string>> Pages(byte[] content, string extension)
    {
        var folder = Directory.CreateTempSubdirectory("office");
        try
        {
            var pdf = await Convert(folder.FullName, content, extension, "pdf");
            var text = Path.Combine(folder.FullName, "paper.out.txt");
            await Run("pdftotext", "-layout", "-enc", "UTF-8", pdf, text);
            var pages = (await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken)).Split('\f');
            return [.. pages.Take(pages.Length - 1)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A spreadsheet's first sheet as LibreOffice writes it to CSV.</summary>
    public static async Task<string> Csv(byte[] content)
    {
        var folder = Directory.CreateTempSubdirectory("office");
        try
        {
            var csv = await Convert(folder.FullName, content, "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1");
            return await File.ReadAllTextAsync(csv, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Convert(string folder, byte[] content, string extension, string to)
    {
        var file = Path.Combine(folder, $"paper.{extension}");
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        await Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", Path.Combine(folder, "out"), file);
        return Assert.Single(Directory.GetFiles(Path.Combine(folder, "out")));
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Find(program)!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var ct = TestContext.Current.CancellationToken;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct), process.WaitForExitAsync(ct));
        Assert.Equal(0, process.ExitCode);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
