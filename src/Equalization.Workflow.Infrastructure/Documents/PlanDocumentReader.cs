using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Files;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents.Pdf;
using Equalization.Workflow.Infrastructure.Spreadsheets;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// Reads a plan file into text: .txt, .docx, a table of tasks (.xlsx, .xls, .csv), and with the machine's LibreOffice and poppler .doc, .rtf, .odt,
/// .ods and .pdf. What the file is, its bytes say, not its name. Refuses with a code that begins with plan-file- or table-file-; the words are for the person
/// who chose the file.
/// </summary>
public static class PlanDocumentReader
{
    /// <summary>Reads no more of the stream than the limit allows. WithHidden: hidden rows and sheets of a table are read too.</summary>
    public static async Task<PlanSource> Read(string fileName, Stream content, bool withHidden, CancellationToken ct)
    {
        if (content.CanSeek)
        {
            PlanText.CheckSize(content.Length - content.Position);
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (await content.ReadAsync(buffer, ct) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            PlanText.CheckSize(bytes.Length);
        }

        return await Read(fileName, bytes.ToArray(), withHidden, ct);
    }

    public static async Task<PlanSource> Read(string fileName, byte[] content, bool withHidden, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        PlanText.CheckSize(content.Length);
        var (kind, name) = FileKinds.Of(content);
        return kind switch
        {
            FileKind.OldWord => DocxPlanReader.Read(await OfficeConversion.Convert(content, "doc", "docx", ct)),
            FileKind.Rtf => DocxPlanReader.Read(await OfficeConversion.Convert(content, "rtf", "docx", ct)),
            FileKind.OpenText => DocxPlanReader.Read(await OfficeConversion.Convert(Checked(content), "odt", "docx", ct)),
            FileKind.OpenTable => Table(Path.ChangeExtension(fileName, "xlsx"), await OfficeConversion.Convert(Checked(content), "ods", "xlsx", ct), withHidden, ct),
            FileKind.Workbook => Table(fileName, content, withHidden, ct),
            FileKind.Docx => DocxPlanReader.Read(content),
            FileKind.BrokenZip => throw DocxPlanReader.Broken(),
            FileKind.Locked => throw PlanFileRefusals.Password(),
            FileKind.Foreign => throw PlanFileRefusals.Kind(name),
            FileKind.Pdf => await PdfPlanReader.Read(content, ct),
            FileKind.Text when Path.GetExtension(fileName).Equals(".csv", StringComparison.OrdinalIgnoreCase) => Table(fileName, content, withHidden, ct),
            FileKind.Text => Text(fileName, content),
        };
    }

    /// <summary>What another program unpacks is measured before it is given to it.</summary>
    private static byte[] Checked(byte[] content)
    {
        try
        {
            return UnpackedSize.IsWithin(content, DocxPlanReader.LargestUnpacked) ? content : throw DocxPlanReader.TooLarge();
        }
        catch (InvalidDataException)
        {
            throw PlanFileRefusals.Broken();
        }
    }

    private static PlanSource Table(string fileName, byte[] content, bool withHidden, CancellationToken ct) =>
        TaskSheets.Read(TableFileReader.Read(fileName, content, ct), withHidden);

    private static PlanSource Text(string fileName, byte[] content) =>
        Path.GetExtension(fileName).Equals(".docx", StringComparison.OrdinalIgnoreCase) && !LooksLikeText(content)
            ? throw DocxPlanReader.Broken()
            : PlanSource.Of(PlanText.Decode(content));

    private static bool LooksLikeText(byte[] content) => !content.AsSpan(0, Math.Min(content.Length, 4096)).Contains((byte)0);
}
