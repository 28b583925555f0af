using System.Xml;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>What signing software notes of itself and of the time: title, author and every other statement must stay.</summary>
internal static class DescribingData
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const int LongestMetadata = 1024 * 1024;

    public static bool IsSameInformation(PdfObject? was, PdfObject? became, ReadingBudget budget) =>
        became is PdfDictionary after
        && PdfComparison.Same(
            (was as PdfDictionary ?? PdfDictionary.Empty).Without("ModDate", "Producer"),
            after.Without("ModDate", "Producer"),
            budget
        )
        && after["ModDate"] is null or PdfString
        && after["Producer"] is null or PdfString;

    public static bool IsSameMetadata(PdfFile file, PdfObject? was, PdfObject? became) =>
        was is PdfStream before
        && became is PdfStream after
        && after.Dictionary.IsNamed("Subtype", "XML")
        && after.Dictionary.Entries.All(e => e.Key is "Type" or "Subtype" or "Length" or "Filter" or "DecodeParms")
        && Statements(file.Decode(before)) is { } old
        && Statements(file.Decode(after)) is { } now
        && old.SequenceEqual(now);

    private static List<string>? Statements(byte[] metadata)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LongestMetadata,
        };
        var found = new List<string>();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(metadata), settings);
            var inside = new Stack<string>();
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    var name = reader.NamespaceURI == DublinCore ? reader.LocalName : inside.FirstOrDefault("");
                    if (!reader.IsEmptyElement)
                    {
                        inside.Push(name);
                    }

                    while (reader.MoveToNextAttribute())
                    {
                        if (reader.NamespaceURI == DublinCore)
                        {
                            found.Add($"{reader.LocalName}={reader.Value}");
                        }
                    }
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    inside.Pop();
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && inside.Peek().Length > 0)
                {
                    found.Add($"{inside.Peek()}={reader.Value}");
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }
}
