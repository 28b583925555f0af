using System.Text;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Rows of a CSV file, with whichever separator it uses, in the form of a sheet's rows.</summary>
internal static class CsvRows
{
    private const int MostRows = 20_000;
    private const int MostColumns = 256;
    private static readonly char[] Marks = [';', '\t', ','];

    public static IReadOnlyList<SheetRow> Read(byte[] content)
    {
        var text = Decode(content);
        var separator = Separator(text);
        var rows = new List<SheetRow>();
        var at = 0;
        for (var number = 1; at < text.Length; number++)
        {
            if (number > MostRows)
                throw new WorkbookException(WorkbookFault.TooMuchContent, "Berkas memuat terlalu banyak baris.");
            var cells = Line(text, separator, ref at)
                .Select((cell, i) => new SheetCell(i + 1, CellKind.Text, Evaluation.CleanText.Of(cell)))
                .Where(cell => !cell.IsEmpty)
                .ToList();
            if (cells.Count > 0)
                rows.Add(new SheetRow(number, cells));
        }

        return rows;
    }

    // Exports of older systems are not UTF-8; Latin-1 takes every byte.
    private static string Decode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }

    private static char Separator(string text)
    {
        var first = text.Split('\n').Take(20).Where(line => line.Length > 0).ToList();
        return Marks.MaxBy(mark => first.Count == 0 ? 0 : first.Max(line => line.Count(c => c == mark)));
    }

    private static List<string> Line(string text, char separator, ref int at)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (; at < text.Length; at++)
        {
            var character = text[at];
            if (quoted)
            {
                if (character != '"')
                    cell.Append(character);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    cell.Append(text[at++]);
                else
                    quoted = false;
            }
            else if (character == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (character == separator && cells.Count < MostColumns)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (character == '\n')
            {
                at++;
                break;
            }
            else if (character != '\r')
            {
                cell.Append(character);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
