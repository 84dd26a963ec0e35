using System.Text;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>Flat sources of office files, for LibreOffice to make real ones of: what is read never comes from a writer of ours.</summary>
internal static class OfficePlans
{
    private const string Names =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
        + "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"";

    private const string TextStyles = """
        <office:automatic-styles>
        <style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
        <style:style style:name="Frame" style:family="graphic"><style:graphic-properties style:wrap="parallel" style:vertical-pos="from-top" style:vertical-rel="paragraph"/></style:style>
        <text:list-style style:name="L">
        <text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
        <text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>
        <text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="."/>
        </text:list-style>
        <style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/><style:header-style/><style:footer-style/></style:page-layout>
        </office:automatic-styles>
        <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
        <style:header><text:p>内部资料注意保存</text:p></style:header><style:footer><text:p>— <text:page-number>1</text:page-number> —</text:p></style:footer>
        </style:master-page></office:master-styles>
        """;

    /// <summary>A text document (.fodt) of this body; its header and page numbers are there to be left out.</summary>
    public static byte[] Document(string body) => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {Names} office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:styles><style:style style:name=\"Standard\" style:family=\"paragraph\"/></office:styles>{TextStyles}<office:body><office:text>{body}</office:text></office:body></office:document>");

    /// <summary>A spreadsheet (.fods) of these sheets.</summary>
    public static byte[] Workbook(params string[] sheets) => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {Names} office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:automatic-styles><style:style style:name=\"hidden\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{string.Concat(sheets)}</office:spreadsheet></office:body></office:document>");

    public static string Sheet(string name, bool isHidden, params string[] rows) =>
        $"<table:table table:name=\"{name}\"{(isHidden ? " table:style-name=\"hidden\"" : "")}><table:table-column table:number-columns-repeated=\"9\"/>{string.Concat(rows)}</table:table>";

    public static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells.Select(cell => cell.StartsWith('<') ? cell : Cell(cell)))}</table:table-row>";

    public static string HiddenRow(params string[] cells) => Row(cells).Replace("<table:table-row>", "<table:table-row table:visibility=\"collapse\">", StringComparison.Ordinal);

    /// <summary>A cell of several lines, over several columns or rows; an empty one where there are no words.</summary>
    public static string Cell(string words, int columns = 1, int rows = 1) =>
        words.Length == 0 ? "<table:table-cell/>"
        : $"<table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"{columns}\" table:number-rows-spanned=\"{rows}\">{string.Concat(words.Split('\n').Select(Paragraph))}</table:table-cell>{Covered(columns - 1)}";

    /// <summary>Cells that lie under a merged one.</summary>
    public static string Covered(int columns = 1) => columns == 0 ? "" : $"<table:covered-table-cell table:number-columns-repeated=\"{columns}\"/>";

    public static string Day(string iso) => $"<table:table-cell office:value-type=\"date\" office:date-value=\"{iso}\"><text:p>{iso}</text:p></table:table-cell>";

    public static string Percent(string ofOne) => $"<table:table-cell office:value-type=\"percentage\" office:value=\"{ofOne}\"/>";

    public static string Formula(string formula) => $"<table:table-cell table:formula=\"of:={formula}\"/>";

    public static string Table(params string[] rows) => $"<table:table table:name=\"T\"><table:table-column table:number-columns-repeated=\"5\"/>{string.Concat(rows)}</table:table>";

    public static string Paragraph(string words) => $"<text:p>{words}</text:p>";

    public static string Paragraphs(string text) => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Paragraph));

    /// <summary>An item of the numbered list, with the items under it.</summary>
    public static string Item(string words, params string[] below) =>
        $"<text:list-item><text:p>{words}</text:p>{(below.Length == 0 ? "" : $"<text:list>{string.Concat(below)}</text:list>")}</text:list-item>";

    public static string List(bool goesOn, params string[] items) => $"<text:list text:style-name=\"L\"{(goesOn ? " text:continue-numbering=\"true\"" : "")}>{string.Concat(items)}</text:list>";
}
