using System.Globalization;
using System.Xml;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Files;

namespace Equalization.Workflow.Infrastructure.Documents.Pdf;

/// <summary>
/// The text of a PDF, by poppler's programs where they are installed. A PDF knows no paragraphs and no tables, only where words stand; what is read
/// from that is right for one column of text and for tables with a numbered first column.
/// </summary>
internal static class PdfPlanReader
{
    private const int MostPages = 1000;

    // A page of dense text is a quarter of this.
    private const long MostBytes = 200L * 1024 * 1024;

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);

    public static async Task<PlanSource> Read(byte[] content, CancellationToken ct)
    {
        await using var folder = new RunFolder("pdf");
        try
        {
            var (pdf, html) = (folder.PathOf("in.pdf"), folder.PathOf("words.html"));
            await File.WriteAllBytesAsync(pdf, content, ct);
            await Run(["-bbox", "-enc", "UTF-8", "-l", (MostPages + 1).ToString(CultureInfo.InvariantCulture), pdf, html], ct);
            if (new FileInfo(html).Length > MostBytes)
            {
                throw PlanFileRefusals.Slow();
            }

            await using var words = File.OpenRead(html);
            var pages = PdfWords.Read(words).ToList();
            return pages.Count > MostPages ? throw PlanFileRefusals.TooManyPages(pages.Count, MostPages)
                : !pages.Exists(page => page.Lines.Count > 0) ? throw PlanFileRefusals.Scan(pages.Count)
                : Source(pages);
        }
        catch (XmlException)
        {
            throw PlanFileRefusals.Broken();
        }
    }

    private static PlanSource Source(List<PdfPage> pages)
    {
        var written = PdfLayout.Write(pages);
        var bare = pages.Index().Where(page => page.Item.Lines.Count == 0).Select(page => page.Index + 1).ToList();
        return new PlanSource(written.ToString(), written.SetAside, bare.Count == 0 ? [] : [$"第 {string.Join('、', bare.Take(20))} 页没有文字，可能是图片，没有读入，请核对。"]);
    }

    private static async Task Run(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var run = await ChildProgram.Run("pdftotext", arguments, LongestRun, ct) ?? throw PlanFileRefusals.NeedsPoppler();
        if (run.IsTooSlow)
        {
            throw PlanFileRefusals.Slow();
        }

        if (run.ExitCode != 0)
        {
            throw run.Complaint.Contains("Incorrect password", StringComparison.Ordinal) ? PlanFileRefusals.Password() : PlanFileRefusals.Broken();
        }
    }
}
