using DocumentFormat.OpenXml.Spreadsheet;

namespace Sakip.Workbooks;

/// <summary>Collects the styles that cells use and writes them once each.</summary>
internal sealed class StyleBook
{
    private const uint FirstOwnFormat = 164;

    private readonly Dictionary<(CellStyle Style, bool Quoted), uint> _styles = [];
    private readonly List<string> _formats = [];
    private readonly List<Font> _fonts = [];
    private readonly List<Fill> _fills =
    [
        new(new PatternFill { PatternType = PatternValues.None }),
        new(new PatternFill { PatternType = PatternValues.Gray125 }),
    ];

    private readonly Dictionary<(bool, bool, string?, double), uint> _fontIds = [];
    private readonly Dictionary<string, uint> _fillIds = [];
    private readonly List<CellFormat> _cells = [];

    public StyleBook() => Of(CellStyle.Plain);

    /// <param name="quoted">The text would be taken for a formula when edited, and is marked as text.</param>
    public uint Of(CellStyle style, bool quoted = false)
    {
        if (_styles.TryGetValue((style, quoted), out var known))
            return known;
        var cell = new CellFormat
        {
            NumberFormatId = Format(style.Format),
            FontId = Font(style),
            FillId = Fill(style.Fill),
            BorderId = style.Border ? 1u : 0u,
            FormatId = 0,
            ApplyNumberFormat = style.Format != SheetFormat.General,
            ApplyFont = true,
            ApplyFill = style.Fill is not null,
            ApplyBorder = style.Border,
            ApplyAlignment = true,
            ApplyProtection = style.Unlocked,
            Alignment = new Alignment
            {
                Horizontal = Align(style.Align),
                Vertical = style.Middle ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
                WrapText = style.Wrap,
            },
        };
        if (quoted)
            cell.QuotePrefix = true;
        if (style.Unlocked)
            cell.Protection = new Protection { Locked = false };
        _cells.Add(cell);
        return _styles[(style, quoted)] = (uint)_cells.Count - 1;
    }

    public Stylesheet ToStylesheet()
    {
        var sheet = new Stylesheet();
        if (_formats.Count > 0)
        {
            sheet.Append(
                new NumberingFormats(
                    _formats.Select(
                        (code, i) =>
                            new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = code }
                    )
                )
                {
                    Count = (uint)_formats.Count,
                }
            );
        }

        sheet.Append(
            new Fonts(_fonts) { Count = (uint)_fonts.Count },
            new Fills(_fills) { Count = (uint)_fills.Count },
            new Borders(new Border(), Thin()) { Count = 2 },
            new CellStyleFormats(
                new CellFormat
                {
                    NumberFormatId = 0,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                }
            )
            {
                Count = 1,
            },
            new CellFormats(_cells) { Count = (uint)_cells.Count },
            new CellStyles(
                new DocumentFormat.OpenXml.Spreadsheet.CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
            {
                Count = 1,
            }
        );
        return sheet;
    }

    private uint Format(string code)
    {
        if (code == SheetFormat.General)
            return 0;
        if (code == SheetFormat.Text)
            return 49;
        var at = _formats.IndexOf(code);
        if (at < 0)
        {
            at = _formats.Count;
            _formats.Add(code);
        }

        return FirstOwnFormat + (uint)at;
    }

    private uint Font(CellStyle style)
    {
        var key = (style.Bold, style.Italic, style.Ink, style.Size);
        if (_fontIds.TryGetValue(key, out var known))
            return known;
        var font = new Font();
        if (style.Bold)
            font.Append(new Bold());
        if (style.Italic)
            font.Append(new Italic());
        font.Append(new FontSize { Val = style.Size });
        if (style.Ink is { } ink)
            font.Append(new Color { Rgb = "FF" + ink });
        font.Append(new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        _fonts.Add(font);
        return _fontIds[key] = (uint)_fonts.Count - 1;
    }

    private uint Fill(string? colour)
    {
        if (colour is null)
            return 0;
        if (_fillIds.TryGetValue(colour, out var known))
            return known;
        _fills.Add(
            new Fill(
                new PatternFill
                {
                    PatternType = PatternValues.Solid,
                    ForegroundColor = new ForegroundColor { Rgb = "FF" + colour },
                    BackgroundColor = new BackgroundColor { Indexed = 64 },
                }
            )
        );
        return _fillIds[colour] = (uint)_fills.Count - 1;
    }

    private static Border Thin()
    {
        static Color Grey() => new() { Rgb = "FFB0B0B0" };
        return new Border(
            new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
            new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
            new DiagonalBorder()
        );
    }

    private static HorizontalAlignmentValues Align(CellAlign align) =>
        align switch
        {
            CellAlign.Left => HorizontalAlignmentValues.Left,
            CellAlign.Centre => HorizontalAlignmentValues.Center,
            CellAlign.Right => HorizontalAlignmentValues.Right,
            _ => HorizontalAlignmentValues.General,
        };
}
