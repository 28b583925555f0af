using Sakip.Kernel;
using Sakip.Workbooks;
using Sylvan.Data.Csv;

namespace Sakip.Planning;

/// <summary>Rows of a CSV file, with whichever separator it uses, in the form of a sheet's rows.</summary>
internal static class CsvRows
{
    private static readonly char[] Marks = [';', '\t', ',', '|'];

    public static IReadOnlyList<SheetRow> Read(string text)
    {
        var (limits, begun) = (WorkbookLimits.Default, 0);
        // Excel's own line that names the separator is no row of the table, but counts as one.
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n') is > 0 and var end)
            (text, begun) = (text[(end + 1)..], 1);
        using var csv = CsvDataReader.Create(new StringReader(text), Options(text));
        var rows = new List<SheetRow>();
        while (csv.Read())
        {
            FileReading.Check();
            if (csv.RowNumber > limits.Rows)
                throw new WorkbookException(WorkbookFault.TooMuchContent, "Berkas memuat terlalu banyak baris.");
            var cells = Enumerable
                .Range(0, Math.Min(csv.RowFieldCount, limits.Columns))
                .Select(i => new SheetCell(
                    i + 1,
                    CellKind.Text,
                    CleanText.Of(Cut(csv.GetString(i), limits.CellLength))
                ))
                .Where(cell => !cell.IsEmpty)
                .ToList();
            if (cells.Count > 0)
                rows.Add(new SheetRow(csv.RowNumber + begun, cells));
        }

        return rows;
    }

    // A quotation mark that is never closed makes the rest of the file one cell.
    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;

    private static CsvDataReaderOptions Options(string text) =>
        new()
        {
            HasHeaders = false,
            Delimiter = Separator(text),
            // A quotation mark in the middle of a cell, or one that is never closed, refuses no file.
            CsvStyle = CsvStyle.Lax,
            // Without this a line that begins with # would be skipped as a comment.
            Comment = '\0',
            // A quotation mark that is never closed makes the rest of the file one row.
            MaxBufferSize = Math.Max(64 * 1024, 2 * text.Length),
        };

    // The title lines above the table hold few separators: the line with the most of one kind decides. What stands
    // between quotation marks is text.
    private static char Separator(string text)
    {
        var (counts, most, quoted, lines) = (new int[Marks.Length], new int[Marks.Length], false, 0);
        foreach (var character in text)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == '\n' && !quoted)
            {
                Keep();
                if (++lines == 40)
                    break;
            }
            else if (!quoted && Array.IndexOf(Marks, character) is >= 0 and var at)
            {
                counts[at]++;
            }
        }

        Keep();
        return Marks[Array.IndexOf(most, most.Max())];

        void Keep()
        {
            for (var i = 0; i < Marks.Length; i++)
                (most[i], counts[i]) = (Math.Max(most[i], counts[i]), 0);
        }
    }
}
