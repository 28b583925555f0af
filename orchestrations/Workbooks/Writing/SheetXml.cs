using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Sakip.Workbooks;

/// <summary>
/// Writes the parts of a workbook with the format's namespace as the default one. A prefix means the same, yet ExcelJS and
/// others look for <c>workbook</c> and not for <c>x:workbook</c>.
/// </summary>
internal sealed class SheetXml(Stream part) : XmlTextWriter(part, new UTF8Encoding(false))
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public override void WriteStartElement(string? prefix, string localName, string? ns) =>
        base.WriteStartElement(ns == Main ? "" : prefix, localName, ns);

    /// <summary>The element with its attributes; what is in it follows.</summary>
    public void Start(OpenXmlElement element)
    {
        WriteStartElement(element.Prefix, element.LocalName, element.NamespaceUri);
        foreach (var attribute in element.GetAttributes())
            WriteAttributeString(attribute.Prefix, attribute.LocalName, attribute.NamespaceUri, attribute.Value);
    }

    public void Write(OpenXmlElement element) => element.WriteTo(this);
}
