using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core;

namespace Equalization.Workflow.Infrastructure.Previews;

/// <summary>
/// Pages of a PDF as pictures, by poppler's programs where they are installed. A browser refuses its own PDF viewer inside a sandbox, and outside of one a
/// file's scripts and links would be alive; a picture has none.
/// </summary>
internal static partial class PdfPages
{
    public const int PagesAtOnce = 5;

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(20);

    /// <summary>The longer side of a page, in dots: bounds the memory a page may take whatever size it claims.</summary>
    private const string LongerSide = "1500";

    /// <summary>Five pages from the first one on. Refuses with preview-no-pages, preview-password, preview-broken and preview-slow.</summary>
    public static async Task<FilePreview> Read(Stream content, int firstPage, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("preview");
        try
        {
            var pdf = Path.Combine(folder.FullName, "in.pdf");
            await using (var file = File.Create(pdf))
            {
                await content.CopyToAsync(file, ct);
            }

            var info = PageLine().Match(await Run("pdfinfo", [pdf], ct));
            if (!info.Success || !int.TryParse(info.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
            {
                throw PreviewRefusals.Broken();
            }

            var first = Math.Clamp(firstPage, 1, count);
            var last = Math.Min(count, first + PagesAtOnce - 1);
            await Run("pdftoppm", ["-jpeg", "-scale-to", LongerSide, "-f", Text(first), "-l", Text(last), pdf, Path.Combine(folder.FullName, "page")], ct);
            var pages = new List<byte[]>();
            foreach (var page in folder.GetFiles("page*.jpg").OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                pages.Add(await File.ReadAllBytesAsync(page.FullName, ct));
            }

            return pages.Count == 0 ? throw PreviewRefusals.Broken() : new FilePreview(PreviewKind.Pages) { Pages = pages, FirstPage = first, PageCount = count };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<string> Run(string program, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(LongestRun);
        using var process = Start(program, arguments);
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(time.Token);
            var complaint = await process.StandardError.ReadToEndAsync(time.Token);
            await process.WaitForExitAsync(time.Token);
            return process.ExitCode == 0
                ? await said
                : throw (complaint.Contains("Incorrect password", StringComparison.Ordinal) ? PreviewRefusals.Password() : PreviewRefusals.Broken());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw PreviewRefusals.Slow();
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

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true })
                ?? throw PreviewRefusals.NoPages();
        }
        catch (Win32Exception)
        {
            // Not on the path: poppler is not installed.
            throw PreviewRefusals.NoPages();
        }
    }

    [GeneratedRegex(@"^Pages:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex PageLine();
}
