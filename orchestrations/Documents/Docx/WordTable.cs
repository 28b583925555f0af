using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Sakip.Documents.Pdf.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>
/// A table with repeated header rows, rows that are never cut, and merged cells. Its columns and its size of print are the
/// PDF's, so that no word is broken here that is whole there.
/// </summary>
internal sealed class WordTable(
    Func<IReadOnlyList<Inline>, bool, IEnumerable<OpenXmlElement>> inlines,
    TableSetter setter
)
{
    private const string LineColour = "8A93A0";
    private const string White = "FFFFFF";
    private const int MarginBeside = 70;
    private const int MarginAbove = 40;

    private string _style = "Table";

    public W.Table Of(Table table, float width)
    {
        var (columns, size) = setter.Fit(table, width);
        _style = WordStyles.Table(size);
        var widths = columns.Select(WordText.Twips).ToList();
        var native = Framed(widths);
        var numbers = new Row([.. Enumerable.Range(1, widths.Count).Select(n => new Cell($"{n}"))]);
        Append(
            native,
            table,
            widths,
            [.. table.HeaderRows, .. table.ColumnNumbers ? [numbers] : Array.Empty<Row>()],
            true
        );
        Append(native, table, widths, table.Rows, false);
        return native;
    }

    public static W.Table Framed(IReadOnlyList<int> widths, bool visible = true)
    {
        return new(
            new TableProperties
            {
                TableWidth = new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                TableJustification = new TableJustification { Val = TableRowAlignmentValues.Center },
                TableBorders = new TableBorders(
                    Border<TopBorder>(visible),
                    Border<LeftBorder>(visible),
                    Border<BottomBorder>(visible),
                    Border<RightBorder>(visible),
                    Border<InsideHorizontalBorder>(visible),
                    Border<InsideVerticalBorder>(visible)
                ),
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = visible ? Margins() : null,
            },
            new W.TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" }))
        );
    }

    private static T Border<T>(bool visible)
        where T : BorderType, new() =>
        new()
        {
            Val = visible ? BorderValues.Single : BorderValues.None,
            Size = 4,
            Color = LineColour,
        };

    private static TableCellMarginDefault Margins() =>
        new(
            new TopMargin { Width = $"{MarginAbove}", Type = TableWidthUnitValues.Dxa },
            new TableCellLeftMargin { Width = MarginBeside, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = $"{MarginAbove}", Type = TableWidthUnitValues.Dxa },
            new TableCellRightMargin { Width = MarginBeside, Type = TableWidthValues.Dxa }
        );

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

    private void AppendGap(TableRow row, List<int> widths, int from, int to)
    {
        for (; from < to; from++)
        {
            row.Append(
                new TableCell(
                    new TableCellProperties(
                        new TableCellWidth { Width = $"{widths[from]}", Type = TableWidthUnitValues.Dxa }
                    ),
                    WordText.Styled(_style)
                )
            );
        }
    }

    private TableCell Cell(GridCell placed, int row, List<int> widths, Table table, bool header)
    {
        var cell = placed.Cell;
        var width = widths.Skip(placed.Column).Take(cell.ColumnSpan).Sum();
        var shade =
            cell.Shade?.Hex
            ?? (
                header
                    ? "DCE4EE"
                    : placed.Style switch
                    {
                        RowStyle.Group => "EEF2F7",
                        RowStyle.Total => "E3E6EA",
                        _ => null,
                    }
            );
        var properties = new TableCellProperties
        {
            TableCellWidth = new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            GridSpan = cell.ColumnSpan > 1 ? new GridSpan { Val = cell.ColumnSpan } : null,
            VerticalMerge =
                placed.RowSpan == 1
                    ? null
                    : new VerticalMerge
                    {
                        Val = row == placed.Row ? MergedCellValues.Restart : MergedCellValues.Continue,
                    },
            TableCellVerticalAlignment = header
                ? new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
                : null,
            Shading = shade is null ? null : new Shading { Val = ShadingPatternValues.Clear, Fill = shade },
        };
        var alignment = cell.Alignment ?? (header ? Alignment.Centre : table.Columns[placed.Column].Alignment);
        var bold = header || cell.Bold || placed.Style != RowStyle.Normal;
        var text = WordText.Styled(_style, row == placed.Row ? [.. inlines(cell.Inlines, bold)] : []);
        // A header and a group's name are nothing without the row below them.
        if (header || placed.Style == RowStyle.Group)
            text.ParagraphProperties!.KeepNext = new KeepNext();
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
        if (shade is not null && Theme.InkOn(Theme.Opaque(shade)) != Theme.Ink)
            Whiten(text);
        return new TableCell(properties, text);
    }

    private static void Whiten(W.Paragraph text)
    {
        foreach (var run in text.Descendants<Run>())
            (run.RunProperties ??= new RunProperties()).Color = new Color { Val = White };
    }
}
