using System.Globalization;
using System.Xml;

namespace Sakip.Workbooks;

/// <summary>
/// Reads XLSX row by row, without holding a sheet in memory, and refuses what is no plain workbook: macros, passwords,
/// other formats, archives that unpack to more than the limits. Refusals are <see cref="WorkbookException"/>s.
/// </summary>
internal sealed class WorkbookReader : IDisposable
{
    private readonly SafeArchive _archive;
    private readonly WorkbookParts _parts;
    private readonly IReadOnlyList<string> _texts;
    private readonly CellShapes _shapes;
    private readonly WorkbookLimits _limits;
    private readonly Dictionary<string, SheetShape> _sheetShapes = new(StringComparer.OrdinalIgnoreCase);
    private int _rows;
    private long _cells;
    private long _blanks;

    private WorkbookReader(SafeArchive archive, WorkbookLimits limits)
    {
        _archive = archive;
        _limits = limits;
        _parts = WorkbookParts.Read(archive, limits);
        _texts = SharedStrings.Read(archive, _parts.SharedStrings, limits);
        _shapes = CellShapes.Read(archive, _parts.Styles);
    }

    /// <param name="content">Can be sought; stays open.</param>
    public static WorkbookReader Open(Stream content, WorkbookLimits? limits = null)
    {
        limits ??= WorkbookLimits.Default;
        var archive = SafeArchive.Open(content, limits);
        try
        {
            return new WorkbookReader(archive, limits);
        }
        catch (Exception failure)
        {
            archive.Dispose();
            if (Refusal(failure) is { } refusal)
                throw refusal;
            throw;
        }
    }

    public IReadOnlyList<SheetInfo> Sheets => [.. _parts.Sheets.Select(sheet => sheet.Info)];

    /// <summary>Rows with content, first to last. The name is compared without regard to case.</summary>
    public IEnumerable<SheetRow> Rows(string sheet)
    {
        var part =
            _parts
                .Sheets.FirstOrDefault(one => string.Equals(one.Info.Name, sheet, StringComparison.OrdinalIgnoreCase))
                .Part
            ?? throw new WorkbookException(WorkbookFault.NoSuchSheet, $"Lembar \"{sheet}\" tidak ada dalam berkas.");
        using var rows = Rows(sheet, part).GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext())
                    yield break;
            }
            catch (Exception failure) when (Refusal(failure) is { } refusal)
            {
                throw refusal;
            }

            yield return rows.Current;
        }
    }

    /// <summary>What is merged and hidden on a sheet whose rows have been read.</summary>
    public SheetShape Shape(string sheet) => _sheetShapes.GetValueOrDefault(sheet) ?? new SheetShape(_limits);

    public void Dispose() => _archive.Dispose();

    private IEnumerable<SheetRow> Rows(string sheet, string part)
    {
        using var reader = _archive.Read(part);
        var shape = _sheetShapes[sheet] = new SheetShape(_limits);
        var number = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            shape.Take(reader);
            if (reader.LocalName != "row")
                continue;
            var isHidden = WorkbookParts.IsOn(reader.GetAttribute("hidden"));
            var isNumbered =
                int.TryParse(reader.GetAttribute("r"), CultureInfo.InvariantCulture, out var given) && given > number;
            number = isNumbered ? given : number + 1;
            if (++_rows > _limits.Rows)
                throw WorkbookException.TooMuch("baris", _limits.Rows);
            var before = _cells;
            var cells = Cells(reader);
            if (cells.Count > 0)
                yield return new SheetRow(number, cells) { IsHidden = isHidden };
            else if (isNumbered)
                Overlook(_cells - before);
        }
    }

    // Google Sheets writes each sheet down to row 1,000: numbered rows, and cells that have a style and nothing else.
    private void Overlook(long cells)
    {
        (_rows, _cells, _blanks) = (_rows - 1, _cells - cells, _blanks + 1 + cells);
        if (_blanks > _limits.Blanks)
            throw WorkbookException.TooMuch("baris kosong", _limits.Rows);
    }

    private List<SheetCell> Cells(XmlReader reader)
    {
        var cells = new List<SheetCell>();
        if (reader.IsEmptyElement)
            return cells;
        var depth = reader.Depth;
        var column = 0;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
                continue;
            var stated = CellAddress.ColumnOf(reader.GetAttribute("r") ?? "");
            column = stated > column ? stated : column + 1;
            if (++_cells > _limits.Cells)
                throw WorkbookException.TooMuch("sel", _limits.Cells);
            var cell = Cell(reader, column);
            if (cell.IsEmpty && !cell.IsFormula)
                continue;
            if (column > _limits.Columns)
                throw WorkbookException.TooMuch("kolom", _limits.Columns);
            cells.Add(cell);
        }

        return cells;
    }

    private SheetCell Cell(XmlReader reader, int column)
    {
        var type = reader.GetAttribute("t") ?? "n";
        var style = int.TryParse(reader.GetAttribute("s"), CultureInfo.InvariantCulture, out var given) ? given : -1;
        if (reader.IsEmptyElement)
            return new SheetCell(column, CellKind.Empty, "");
        var depth = reader.Depth;
        var (value, inline, formula) = ((string?)null, (string?)null, false);
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "f")
                formula = true;
            if (reader.LocalName == "v")
                value = SharedStrings.Content(reader, _limits);
            if (reader.LocalName == "is")
                inline = SharedStrings.Text(reader, _limits);
        }

        var cell = Cell(column, type, value, inline, style);
        return formula ? cell with { IsFormula = true } : cell;
    }

    private SheetCell Cell(int column, string type, string? value, string? inline, int style) =>
        type switch
        {
            "s" => new SheetCell(column, CellKind.Text, Shared(value)),
            "str" => new SheetCell(
                column,
                value is null ? CellKind.Empty : CellKind.Text,
                CellText.Decode(value ?? "")
            ),
            "inlineStr" => new SheetCell(column, CellKind.Text, inline ?? ""),
            "b" => new SheetCell(column, CellKind.Boolean, WorkbookParts.IsOn(value) ? "TRUE" : "FALSE"),
            "e" => new SheetCell(column, CellKind.Error, value ?? "#N/A"),
            "d" => Iso(column, value),
            _ when string.IsNullOrWhiteSpace(value) => new SheetCell(column, CellKind.Empty, ""),
            _ when _shapes.IsDate(style) => new SheetCell(column, CellKind.Date, Serial(value.Trim())),
            _ => new SheetCell(column, CellKind.Number, value.Trim(), _shapes.IsPercent(style)),
        };

    private string Shared(string? index) =>
        int.TryParse(index, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < _texts.Count
            ? _texts[at]
            : throw WorkbookException.Damaged();

    private static SheetCell Iso(int column, string? value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? new SheetCell(column, CellKind.Date, moment.ToOADate().ToString(CultureInfo.InvariantCulture))
            : new SheetCell(column, CellKind.Text, value ?? "");

    // A workbook from an old Macintosh counts days from 1904.
    private string Serial(string value) =>
        _parts.From1904 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
            ? (days + 1462).ToString(CultureInfo.InvariantCulture)
            : value;

    private static WorkbookException? Refusal(Exception failure) =>
        failure switch
        {
            WorkbookException refusal => refusal,
            XmlException { Message: var message } xml when message.Contains("DTD", StringComparison.Ordinal) =>
                new WorkbookException(
                    WorkbookFault.Suspicious,
                    WorkbookException.Suspicious("isinya memuat deklarasi DTD").Message,
                    xml
                ),
            XmlException or InvalidDataException or EndOfStreamException => WorkbookException.Damaged(failure),
            _ => null,
        };
}
