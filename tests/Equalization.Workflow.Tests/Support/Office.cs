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

    /// <summary>The pages as pictures of a resolution in dots an inch.</summary>
    public static async Task<IReadOnlyList<PrintedPage>> Pictures(byte[] content, string extension, int dotsAnInch)
    {
        var folder = Directory.CreateTempSubdirectory("office");
        try
        {
            await Run("pdftoppm", "-r", $"{dotsAnInch}", await Convert(folder.FullName, content, extension, "pdf"), Path.Combine(folder.FullName, "page"));
            return [.. Directory.GetFiles(folder.FullName, "page*.ppm").Order(StringComparer.Ordinal).Select(f => PrintedPage.Read(File.ReadAllBytes(f)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The first page as a PNG.</summary>
    public static async Task<byte[]> Png(byte[] content, string extension, int dotsAnInch)
    {
        var folder = Directory.CreateTempSubdirectory("office");
        try
        {
            await Run("pdftoppm", "-png", "-singlefile", "-r", $"{dotsAnInch}", await Convert(folder.FullName, content, extension, "pdf"), Path.Combine(folder.FullName, "page"));
            return await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "page.png"), TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A file as LibreOffice saves it in another format.</summary>
    public static async Task<byte[]> Saved(byte[] content, string from, string to)
    {
        var folder = Directory.CreateTempSubdirectory("office");
        try
        {
            return await File.ReadAllBytesAsync(await Convert(folder.FullName, content, from, to), TestContext.Current.CancellationToken);
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

    internal static async Task Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FONTCONFIG_FILE"] = Repository.PathOf("tests", "Equalization.Workflow.Tests", "Papers", "fonts.conf");
        using var process = Process.Start(start)!;
        var ct = TestContext.Current.CancellationToken;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct), process.WaitForExitAsync(ct));
        Assert.Equal(0, process.ExitCode);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}

/// <summary>One dot of a picture, counted from its upper left corner.</summary>
public readonly record struct Dot(int X, int Y, byte Red, byte Green, byte Blue);

/// <summary>A picture as three bytes a dot.</summary>
public sealed record PrintedPage(int Width, int Height, byte[] Bytes)
{
    /// <summary>From a binary portable pixmap (P6), as poppler writes it.</summary>
    public static PrintedPage Read(byte[] file)
    {
        var head = System.Text.Encoding.ASCII.GetString(file, 0, 32).Split((char[]?)null, 5, StringSplitOptions.RemoveEmptyEntries);
        var (width, height) = (int.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(head[2], System.Globalization.CultureInfo.InvariantCulture));
        return head[0] == "P6" ? new PrintedPage(width, height, file[^(width * height * 3)..]) : throw new InvalidDataException(head[0]);
    }

    public IEnumerable<Dot> Dots(Func<Dot, bool> where)
    {
        for (var i = 0; i < Width * Height; i++)
        {
            var dot = new Dot(i % Width, i / Width, Bytes[3 * i], Bytes[(3 * i) + 1], Bytes[(3 * i) + 2]);
            if (where(dot))
            {
                yield return dot;
            }
        }
    }
}
