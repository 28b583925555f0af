using System.Text;
using System.Xml;

namespace Sakip.Workbooks;

/// <summary>Reads texts: those that cells share, and rich text, of which only the characters count.</summary>
internal static class SharedStrings
{
    public static IReadOnlyList<string> Read(SafeArchive archive, string? part, WorkbookLimits limits)
    {
        if (part is null)
            return [];
        var texts = new List<string>();
        using var reader = archive.Read(part);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si")
                continue;
            if (texts.Count == limits.SharedStrings)
                throw WorkbookException.TooMuch("teks", limits.SharedStrings);
            texts.Add(Text(reader, limits));
        }

        return texts;
    }

    /// <summary>The text of the element that the reader stands on (<c>si</c>, <c>is</c>), without its phonetic guide.</summary>
    public static string Text(XmlReader reader, WorkbookLimits limits)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        string? only = null;
        StringBuilder? several = null;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "rPh")
                Skip(reader);
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "t")
                continue;
            var run = Content(reader, limits);
            if (only is null)
                only = run;
            else
                (several ??= new StringBuilder(only)).Append(run);
            if ((several?.Length ?? only.Length) > limits.CellLength)
                throw WorkbookException.TooMuch("huruf dalam satu sel", limits.CellLength);
        }

        return CellText.Decode(several?.ToString() ?? only ?? "");
    }

    /// <summary>The characters of an element without children; the reader stands on its end afterwards.</summary>
    public static string Content(XmlReader reader, WorkbookLimits limits)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        string? only = null;
        StringBuilder? several = null;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (
                reader.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.CDATA
            )
            {
                // A cell may come in as many pieces as it has letters: they are joined once.
                if (only is null)
                    only = reader.Value;
                else
                    (several ??= new StringBuilder(only)).Append(reader.Value);
                if ((several?.Length ?? only.Length) > limits.CellLength)
                    throw WorkbookException.TooMuch("huruf dalam satu sel", limits.CellLength);
            }
        }

        return several?.ToString() ?? only ?? "";
    }

    private static void Skip(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            // The part in between is not read.
        }
    }
}
