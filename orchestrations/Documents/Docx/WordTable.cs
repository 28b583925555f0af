using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>A table with repeated header rows, rows that are never cut, and merged cells.</summary>
internal sealed class WordTable(Func<IReadOnlyList<Inline>, bool, IEnumerable<OpenXmlElement>> inlines)
{
    public W.Table Of(Table table, int width)
    {
        var total = table.Columns.Sum(column => column.Width);
        var widths = table.Columns.Select(column => (int)(column.Width / total * width)).ToList();
        var native = Framed(widths);
        var numbers = new Row([.. Enumerable.Range(1, widths.Count).Select(n => new Cell($"{n}"))]);
        Append(
            native,
            table,
            widths,
            [.. table.HeaderRows, .. table.ColumnNumbers ? [numbers] : Array.Empty<Row>()],
            true);
        Append(native, table, widths, table.Rows, false);
        return native;
    }

    public static W.Table Framed(IReadOnlyList<int> widths, bool visible = true)
    {
        var line = visible ? BorderValues.Single : BorderValues.None;
        return new(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = line, Size = 4 }, new LeftBorder { Val = line, Size = 4 },
                    new BottomBorder { Val = line, Size = 4 }, new RightBorder { Val = line, Size = 4 },
                    new InsideHorizontalBorder { Val = line, Size = 4 },
                    new InsideVerticalBorder { Val = line, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new W.TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
    }

    private void Append(OpenXmlElement native, Table table, List<int> widths, IReadOnlyList<Row> rows, bool header)
    {
        var grid = new TableGrid(rows, widths.Count);
        for (var r = 0; r < grid.RowCount; r++)
        {
            var row = new TableRow(new TableRowProperties(new CantSplit()));
            if (header)
            {
                row.TableRowProperties!.Append(new TableHeader());
            }

            var column = 0;
            foreach (var cell in grid.Touching(r).OrderBy(cell => cell.Column))
            {
                AppendGap(row, widths, column, cell.Column);
                row.Append(Cell(cell, r, widths, table, header));
                column = cell.Column + cell.Cell.ColumnSpan;
            }

            AppendGap(row, widths, column, widths.Count);
            native.Append(row);
        }
    }

    private static void AppendGap(TableRow row, List<int> widths, int from, int to)
    {
        for (; from < to; from++)
        {
            row.Append(
                new TableCell(
                    new TableCellProperties(
                        new TableCellWidth { Width = $"{widths[from]}", Type = TableWidthUnitValues.Dxa }),
                    WordText.Styled("Table")));
        }
    }

    private TableCell Cell(GridCell placed, int row, List<int> widths, Table table, bool header)
    {
        var cell = placed.Cell;
        var width = widths.Skip(placed.Column).Take(cell.ColumnSpan).Sum();
        var shade = cell.Shade?.Hex ?? (header ? "DCE4EE" : placed.Style switch
        {
            RowStyle.Group => "EEF2F7",
            RowStyle.Total => "E3E6EA",
            _ => null,
        });
        var properties = new TableCellProperties
        {
            TableCellWidth = new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            GridSpan = cell.ColumnSpan > 1 ? new GridSpan { Val = cell.ColumnSpan } : null,
            VerticalMerge = placed.RowSpan == 1 ? null : new VerticalMerge
            {
                Val = row == placed.Row ? MergedCellValues.Restart : MergedCellValues.Continue,
            },
            Shading = shade is null ? null : new Shading { Val = ShadingPatternValues.Clear, Fill = shade },
        };
        var alignment = cell.Alignment ?? (header ? Alignment.Centre : table.Columns[placed.Column].Alignment);
        var bold = header || cell.Bold || placed.Style != RowStyle.Normal;
        var text = WordText.Styled("Table", row == placed.Row ? [.. inlines(cell.Inlines, bold)] : []);
        text.ParagraphProperties!.Indentation =
            cell.Indent == 0 ? null : new Indentation { Left = $"{cell.Indent * 180}" };
        text.ParagraphProperties.Justification = new Justification
        {
            Val = alignment switch
            {
                Alignment.Centre => JustificationValues.Center,
                Alignment.Right => JustificationValues.Right,
                _ => JustificationValues.Left,
            },
        };
        return new TableCell(properties, text);
    }
}
