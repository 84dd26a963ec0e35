using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>
/// The parts of a paper's file under fixed names and ids. The library's own packaging would give each relation a random id and each part
/// the hour it was written.
/// </summary>
internal static class PaperPackage
{
    public const string OddFooter = "rId4";
    public const string EvenFooter = "rId5";

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public static byte[] Write(Document document, string title)
    {
        var zip = new StoredZip();
        zip.Add("[Content_Types].xml", Bytes(ContentTypes()));
        zip.Add("_rels/.rels", Bytes(Relations(
            ("rId1", Office + "officeDocument", "word/document.xml"),
            ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"))));
        zip.Add("docProps/core.xml", Bytes(
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>{SecurityElement.Escape(string.Concat(PaperText.Runs(title).Select(r => r.InnerText)))}</dc:title></cp:coreProperties>"));
        zip.Add("word/document.xml", Bytes(document.OuterXml));
        zip.Add("word/_rels/document.xml.rels", Bytes(Relations(
            ("rId1", Office + "styles", "styles.xml"), ("rId2", Office + "settings", "settings.xml"), ("rId3", Office + "fontTable", "fontTable.xml"),
            (OddFooter, Office + "footer", "footer1.xml"), (EvenFooter, Office + "footer", "footer2.xml"))));
        zip.Add("word/styles.xml", Bytes(PaperStyles.Make().OuterXml));
        zip.Add("word/settings.xml", Bytes(Settings().OuterXml));
        zip.Add("word/fontTable.xml", Bytes(PaperStyles.FontTable().OuterXml));
        zip.Add("word/footer1.xml", Bytes(PaperFoot.PageNumber(odd: true).OuterXml));
        zip.Add("word/footer2.xml", Bytes(PaperFoot.PageNumber(odd: false).OuterXml));
        return zip.Finish();
    }

    private static Settings Settings() => new(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(
            new UseFarEastLayout(),
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });

    private static string ContentTypes() =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + Part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        + Part("/word/document.xml", Word + "document.main+xml") + Part("/word/styles.xml", Word + "styles+xml") + Part("/word/settings.xml", Word + "settings+xml")
        + Part("/word/fontTable.xml", Word + "fontTable+xml") + Part("/word/footer1.xml", Word + "footer+xml") + Part("/word/footer2.xml", Word + "footer+xml") + "</Types>";

    private static string Part(string name, string type) => $"<Override PartName=\"{name}\" ContentType=\"{type}\"/>";

    private static string Relations(params (string Id, string Type, string Target)[] all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>";

    private static byte[] Bytes(string xml) => Encoding.UTF8.GetBytes(Head + xml);
}
