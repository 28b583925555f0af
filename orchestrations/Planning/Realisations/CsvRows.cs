using System.Text;
using Sakip.Kernel;
using Sakip.Workbooks;
using Sylvan.Data.Csv;

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
        using var csv = CsvDataReader.Create(new StringReader(text), Options(text));
        var rows = new List<SheetRow>();
        while (csv.Read())
        {
            if (csv.RowNumber > MostRows)
                throw new WorkbookException(WorkbookFault.TooMuchContent, "Berkas memuat terlalu banyak baris.");
            var cells = Enumerable
                .Range(0, Math.Min(csv.RowFieldCount, MostColumns))
                .Select(i => new SheetCell(i + 1, CellKind.Text, CleanText.Of(csv.GetString(i))))
                .Where(cell => !cell.IsEmpty)
                .ToList();
            if (cells.Count > 0)
                rows.Add(new SheetRow(csv.RowNumber, cells));
        }

        return rows;
    }

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

    // The title lines above the table hold few separators: the line with the most of one kind decides.
    private static char Separator(string text)
    {
        var first = text.Split('\n').Take(20).Where(line => line.Length > 0).ToList();
        return Marks.MaxBy(mark => first.Count == 0 ? 0 : first.Max(line => line.Count(c => c == mark)));
    }
}
