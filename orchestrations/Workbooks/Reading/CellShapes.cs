using System.Globalization;
using System.Xml;

namespace Sakip.Workbooks;

/// <summary>Which styles show a number as a date, and which as a percentage.</summary>
internal sealed class CellShapes
{
    private readonly List<(bool Date, bool Percent)> _styles = [];

    public bool IsDate(int style) => style >= 0 && style < _styles.Count && _styles[style].Date;

    public bool IsPercent(int style) => style >= 0 && style < _styles.Count && _styles[style].Percent;

    public static CellShapes Read(SafeArchive archive, string? part)
    {
        var shapes = new CellShapes();
        if (part is null)
            return shapes;
        var codes = new Dictionary<int, string>();
        var inCells = false;
        using var reader = archive.Read(part);
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "numFmt")
                codes[Id(reader)] = reader.GetAttribute("formatCode") ?? "";
            if (inCells && reader.LocalName == "xf")
                shapes._styles.Add(Shape(Id(reader), codes));
        }

        return shapes;
    }

    private static int Id(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id) ? id : 0;

    // Numbers below 164 are built in; the dates among them are the same in every language.
    private static (bool Date, bool Percent) Shape(int id, Dictionary<int, string> codes)
    {
        if (codes.TryGetValue(id, out var code))
            return Shape(code);
        return (id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58, id is 9 or 10);
    }

    private static (bool Date, bool Percent) Shape(string code)
    {
        var (date, percent, quoted, bracketed) = (false, false, false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var character = code[i];
            if (character == '"' && !bracketed)
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (character == '[')
                bracketed = true;
            else if (character == ']')
                bracketed = false;
            else if (bracketed)
                continue;
            else if (character is '\\' or '_' or '*')
                i++;
            else if (character == ';')
                break;
            else if (character is 'd' or 'D' or 'm' or 'M' or 'y' or 'Y')
                date = true;
            else if (character == '%')
                percent = true;
        }

        return (date, percent && !date);
    }
}
