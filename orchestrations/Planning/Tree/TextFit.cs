namespace Sakip.Planning;

/// <summary>Breaks text for boxes where no font can be asked: widths are those of a common sans-serif, rather too wide.</summary>
internal static class TextFit
{
    private const string Ellipsis = "…";

    /// <summary>Width of a text in the unit of the size.</summary>
    public static double Width(string text, double size, bool isBold = false) =>
        text.Sum(Em) * size * (isBold ? 1.07 : 1.0);

    /// <summary>At most so many lines; what does not fit ends with an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double room, double size, int most, bool isBold = false)
    {
        var lines = new List<string>();
        var words = new Queue<string>(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        while (words.Count > 0)
        {
            if (lines.Count == most)
            {
                lines[^1] = Cut(lines[^1] + " " + words.Peek(), room, size, isBold);
                break;
            }

            var line = words.Dequeue();
            while (words.Count > 0 && Width(line + " " + words.Peek(), size, isBold) <= room)
                line += " " + words.Dequeue();
            lines.Add(Width(line, size, isBold) <= room ? line : Cut(line, room, size, isBold));
        }

        return lines;
    }

    /// <summary>The text with an ellipsis at its end, within the room.</summary>
    private static string Cut(string text, double room, double size, bool isBold)
    {
        while (text.Length > 1 && Width(text + Ellipsis, size, isBold) > room)
            text = text[..^1];
        return text.TrimEnd() + Ellipsis;
    }

    private static double Em(char letter) =>
        letter switch
        {
            'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.28,
            ' ' or 'f' or 't' or 'r' or 'I' or '(' or ')' or '-' or '/' => 0.36,
            'm' or 'w' or 'M' or 'W' or '%' or '…' or '→' or '@' => 0.95,
            _ when char.IsUpper(letter) => 0.74,
            _ => 0.58,
        };
}
