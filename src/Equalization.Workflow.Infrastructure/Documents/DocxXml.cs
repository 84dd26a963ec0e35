using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>How parts of a Word document are read: no outside references, names alike in the two forms of the standard.</summary>
internal static class DocxXml
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string WordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static XmlReaderSettings Settings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    public static XElement Load(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, Settings);
        return XElement.Load(xml);
    }

    public static IEnumerable<XElement> Named(XElement parent, string name) => parent.Elements().Where(child => child.Name.LocalName == name);

    public static XElement? First(XElement? parent, string name) => parent is null ? null : Named(parent, name).FirstOrDefault();

    public static string? Of(XElement? parent, string child) => First(parent, child) is { } element ? Attribute(element, "val") : null;

    public static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    public static int Whole(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>A switch such as w:vanish is on unless it says otherwise.</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");
}
