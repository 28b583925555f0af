using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Sakip.Workbooks;

/// <summary>Writes one sheet, row by row, in the order that the format demands of its parts.</summary>
internal sealed class SheetWriter(SheetXml xml, StyleBook styles)
{
    public void Write(SheetContent sheet, bool isFirst)
    {
        xml.WriteStartDocument(standalone: true);
        xml.Start(new Worksheet());
        var properties = new SheetProperties();
        if (sheet.Tab is { } tab)
            properties.Append(new TabColor { Rgb = "FF" + tab });
        properties.Append(new PageSetupProperties { FitToPage = true });
        xml.Write(properties);
        xml.Write(new SheetViews(View(sheet, isFirst)));
        xml.Write(new SheetFormatProperties { DefaultRowHeight = 15 });
        if (sheet.Columns.Count > 0)
            xml.Write(Columns(sheet.Columns));
        Rows(sheet);
        if (sheet.IsLocked)
            xml.Write(Protection());
        if (sheet.Filter is { } filter)
            xml.Write(new AutoFilter { Reference = filter });
        if (sheet.Merged.Count > 0)
        {
            xml.Write(
                new MergeCells(sheet.Merged.Select(area => new MergeCell { Reference = area }))
                {
                    Count = (uint)sheet.Merged.Count,
                }
            );
        }

        if (sheet.Rules.Count > 0)
        {
            xml.Write(new DataValidations(sheet.Rules.Select(Rule)) { Count = (uint)sheet.Rules.Count });
        }

        xml.Write(
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        xml.Write(
            new PageSetup
            {
                PaperSize = 9,
                Orientation = sheet.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
                FitToWidth = 1,
                FitToHeight = 0,
            }
        );
        xml.Write(new HeaderFooter(new OddFooter("&L&A&RHalaman &P dari &N")));
        xml.WriteEndElement();
    }

    private static SheetView View(SheetContent sheet, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (isFirst)
            view.TabSelected = true;
        var (rows, columns) = (sheet.FrozenRows, sheet.FrozenColumns);
        if (rows == 0 && columns == 0)
            return view;
        var pane = (rows, columns) switch
        {
            (0, _) => PaneValues.TopRight,
            (_, 0) => PaneValues.BottomLeft,
            _ => PaneValues.BottomRight,
        };
        var frozen = new Pane
        {
            TopLeftCell = CellAddress.Of(columns + 1, rows + 1),
            ActivePane = pane,
            State = PaneStateValues.Frozen,
        };
        if (rows > 0)
            frozen.VerticalSplit = rows;
        if (columns > 0)
            frozen.HorizontalSplit = columns;
        view.Append(
            frozen,
            new Selection
            {
                Pane = pane,
                ActiveCell = "A1",
                SequenceOfReferences = Areas("A1"),
            }
        );
        return view;
    }

    private Columns Columns(IReadOnlyList<ColumnContent> columns) =>
        new(
            columns.Select(
                (column, i) =>
                {
                    var written = new Column
                    {
                        Min = (uint)i + 1,
                        Max = (uint)i + 1,
                        Width = column.Width,
                        CustomWidth = true,
                    };
                    if (column.Style is { } style)
                        written.Style = styles.Of(style);
                    if (column.IsHidden)
                        written.Hidden = true;
                    return written;
                }
            )
        );

    private void Rows(SheetContent sheet)
    {
        xml.Start(new SheetData());
        var heights = new RowHeights(sheet);
        var number = 0;
        foreach (var row in sheet.Rows)
        {
            number++;
            var fitting = heights.Next(row);
            if (row.Cells.Count == 0 && row.Height is null)
                continue;
            var head = new Row { RowIndex = (uint)number };
            if (row.Height is { } height)
                (head.Height, head.CustomHeight) = (height, true);
            else if (fitting is { } natural)
                head.Height = natural;
            xml.Start(head);
            var cells = Whole(row.Cells);
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i] is { } cell)
                    xml.Write(Cell(cell, CellAddress.Of(i + 1, number)));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // What of a text no cell can hold stands behind the row's last cell.
    private static IReadOnlyList<CellContent?> Whole(IReadOnlyList<CellContent?> cells)
    {
        if (cells.All(cell => (cell?.Value as string)?.Length is not > CellText.Longest))
            return cells;
        var (first, rest) = (new List<CellContent?>(), new List<CellContent?>());
        foreach (var cell in cells)
        {
            if (cell?.Value is not string text)
            {
                first.Add(cell);
                continue;
            }

            var pieces = CellText.Pieces(text);
            first.Add(cell.Formula is null ? CellContent.Text(pieces[0], cell.Style) : cell);
            rest.AddRange(pieces.Skip(1).Select(piece => CellContent.Text(piece, cell.Style)));
        }

        return [.. first, .. rest];
    }

    private Cell Cell(CellContent content, string address)
    {
        var text = content.Value as string;
        var quoted = text is not null && content.Formula is null && CellText.LooksLikeFormula(text);
        var cell = new Cell { CellReference = address, StyleIndex = styles.Of(content.Style, quoted) };
        if (content.Formula is { } formula)
            cell.CellFormula = new CellFormula(CellText.Encode(formula));
        switch (content.Value)
        {
            case string when content.Formula is not null:
                cell.DataType = CellValues.String;
                cell.CellValue = new CellValue(CellText.Encode(text!));
                break;
            case string:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(
                    new Text(CellText.Encode(text!)) { Space = SpaceProcessingModeValues.Preserve }
                );
                break;
            case decimal number:
                cell.CellValue = new CellValue(SheetNumber.Text(number));
                break;
            case DateOnly day:
                cell.CellValue = new CellValue(SheetNumber.Serial(day));
                break;
            case bool flag:
                cell.DataType = CellValues.Boolean;
                cell.CellValue = new CellValue(flag ? "1" : "0");
                break;
        }

        return cell;
    }

    // Without a password: it keeps from slips, not from intent; what comes back is checked anyway.
    private static SheetProtection Protection() =>
        new()
        {
            Sheet = true,
            Objects = true,
            Scenarios = true,
            FormatColumns = false,
            FormatRows = false,
        };

    private static DataValidation Rule(CellRule rule)
    {
        var written = new DataValidation
        {
            Type = rule.Kind switch
            {
                CellRuleKind.List => DataValidationValues.List,
                CellRuleKind.Whole => DataValidationValues.Whole,
                CellRuleKind.Decimal => DataValidationValues.Decimal,
                CellRuleKind.Day => DataValidationValues.Date,
                _ => DataValidationValues.TextLength,
            },
            AllowBlank = true,
            ShowErrorMessage = true,
            ShowInputMessage = rule.Prompt is not null,
            SequenceOfReferences = Areas(rule.Areas),
            Formula1 = new Formula1(rule.From),
        };
        if (rule.Kind != CellRuleKind.List)
        {
            written.Operator = rule.To is null
                ? DataValidationOperatorValues.GreaterThanOrEqual
                : DataValidationOperatorValues.Between;
        }

        if (rule.To is { } to)
            written.Formula2 = new Formula2(to);
        if (rule.IsWarning)
            written.ErrorStyle = DataValidationErrorStyleValues.Warning;
        if (rule.Error is { } error)
            (written.ErrorTitle, written.Error) = ("Isian tidak sesuai", Cut(error, 225));
        if (rule.Prompt is { } prompt)
            (written.PromptTitle, written.Prompt) = (Cut(rule.PromptTitle ?? "Petunjuk", 32), Cut(prompt, 255));
        return written;
    }

    private static ListValue<StringValue> Areas(string areas) =>
        new(areas.Split(' ').Select(area => new StringValue(area)));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
