using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Infrastructure.Documents;
using Equalization.Workflow.Infrastructure.Spreadsheets;

namespace Equalization.Workflow.Infrastructure.Previews;

/// <summary>
/// Reads the beginning of a stored file for a page: 200 lines of a text or a Word file, 50 rows by 20 columns of each sheet, five pages of a PDF. What cannot be
/// shown comes back with the reason and never as an error. Two files at a time: a file of the largest size takes memory many times its own.
/// </summary>
public sealed class FilePreviewReader : IDisposable
{
    public const int MostLines = 200;
    public const int MostRows = 50;
    public const int MostColumns = 20;

    private const int Megabyte = 1024 * 1024;
    private const int LongestLine = 2000;
    private const int MostSheets = 10;
    private const int MostText = Megabyte;
    private const int LargestTable = 10 * Megabyte;
    private const int LargestWord = 20 * Megabyte;
    private const int LargestPdf = 50 * Megabyte;
    private const int LargestPicture = 30 * Megabyte;
    private const long MostDots = 100_000_000;

    private readonly SemaphoreSlim turn = new(2);

    /// <summary>The preview of a stored content of a type that was decided from its bytes. FirstPage: of a PDF, from 1.</summary>
    public async Task<FilePreview> Read(string fileName, string contentType, Stream content, int firstPage, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        await turn.WaitAsync(ct);
        try
        {
            return contentType switch
            {
                "image/png" or "image/jpeg" or "image/gif" or "image/webp" => await Picture(contentType, content, ct),
                "application/pdf" => await PdfPages.Read(Bounded(content, LargestPdf), firstPage, ct),
                "text/plain" => Lines(Text(await Head(content, MostText + 1, ct))),
                "text/csv" or "application/vnd.ms-excel" or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" =>
                    Tables(await TableFileReader.Read(fileName, Bounded(content, LargestTable), ct)),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document" =>
                    Lines((DocxPlanReader.Read(await Head(Bounded(content, LargestWord), LargestWord, ct)).Text, false)),
                _ => new FilePreview(PreviewKind.None),
            };
        }
        catch (RuleBroken refused)
        {
            return FilePreview.Refused(PreviewRefusals.Of(refused));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>The first bytes of a picture, as far as they are needed to tell what it is.</summary>
    public static async Task<PictureHead?> HeadOf(Stream content, CancellationToken ct) => PictureHead.Of(await Head(content, PictureHead.Needed, ct));

    private static async Task<FilePreview> Picture(string contentType, Stream content, CancellationToken ct) =>
        await HeadOf(Bounded(content, LargestPicture), ct) is not { } head || head.ContentType != contentType ? throw PreviewRefusals.Broken()
        : head.Width * head.Height > MostDots ? throw PreviewRefusals.TooLarge()
        : new FilePreview(PreviewKind.Picture);

    private static Stream Bounded(Stream content, int largest) => content.Length > largest ? throw PreviewRefusals.TooLarge() : content;

    private static async Task<byte[]> Head(Stream content, int most, CancellationToken ct)
    {
        var bytes = new byte[Math.Min(most, content.Length)];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return bytes[..read];
    }

    /// <summary>A long text is cut after a whole line, since half a character would make the rest unreadable.</summary>
    private static (string Text, bool IsCut) Text(byte[] head)
    {
        var isCut = head.Length > MostText;
        var shown = !isCut ? head.AsSpan()
            : head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? head.AsSpan(0, MostText)
            : head.AsSpan(0, MostText)[..(head.AsSpan(0, MostText).LastIndexOf((byte)'\n') + 1)];
        return (TextBytes.Decode(shown) ?? throw PreviewRefusals.Broken(), isCut);
    }

    private static FilePreview Lines((string Text, bool IsCut) said)
    {
        var lines = said.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return string.IsNullOrWhiteSpace(said.Text)
            ? throw PreviewRefusals.Empty()
            : new FilePreview(PreviewKind.Text)
            {
                Lines = [.. lines.Take(MostLines).Select(l => l.Length <= LongestLine ? l : l[..LongestLine] + "…")],
                HasMore = said.IsCut || lines.Length > MostLines,
            };
    }

    private static FilePreview Tables(TableFile file)
    {
        var filled = file.Sheets.Where(s => s.Rows.Count > 0).ToList();
        return filled.Count == 0
            ? throw PreviewRefusals.Empty()
            : new FilePreview(PreviewKind.Tables) { Sheets = [.. filled.Take(MostSheets).Select(Sheet)], HasMore = filled.Count > MostSheets };
    }

    private static PreviewSheet Sheet(TableSheet sheet)
    {
        var columns = sheet.Rows.Max(r => r.Cells.Count);
        return new PreviewSheet(
            sheet.Name, sheet.IsHidden, [.. sheet.Rows.Take(MostRows)], Math.Min(columns, MostColumns), Math.Max(0, sheet.Rows.Count - MostRows), Math.Max(0, columns - MostColumns));
    }
}
