using Sakip.Workbooks;

namespace Sakip.Tests.Orchestrations.Workbooks;

public sealed class WorkbookReaderTests
{
    private const string Styles =
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-421]d\\ mmmm\\ yyyy\"/>"
        + "<numFmt numFmtId=\"171\" formatCode=\"#,##0&quot; hari&quot;\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"10\"/></cellXfs>"
        + "</styleSheet>";

    [Fact]
    public void Shared_and_inline_and_rich_texts_are_read_without_their_phonetic_guides()
    {
        var rows = Books.Rows(
            Books.OfSheet(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                    + "<c r=\"C1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> di tempat </t></is></c>"
                    + "<c r=\"D1\" t=\"str\"><f>A1</f><v>hasil</v></c></row>",
                (
                    "xl/sharedStrings.xml",
                    $"<sst xmlns=\"{Books.Main}\"><si><t>satu</t></si><si><r><t>te</t></r><rPh><t>bunyi</t></rPh><r><t>bal</t></r></si></sst>"
                )
            )
        );

        Assert.Equal(["satu", "tebal", " di tempat ", "hasil"], rows[0].Cells.Select(cell => cell.Text));
        Assert.True(rows[0][4].IsFormula);
    }

    [Fact]
    public void Dates_percentages_booleans_and_errors_are_told_apart_by_type_and_style()
    {
        var row = Books.Rows(
            Books.OfSheet(
                "<row><c s=\"1\"><v>45292</v></c><c s=\"2\"><v>45657</v></c><c s=\"3\"><v>5</v></c><c s=\"4\"><v>0.875</v></c>"
                    + "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"d\"><v>2024-05-02</v></c></row>",
                ("xl/styles.xml", Styles)
            )
        )[0];

        Assert.Equal(new DateOnly(2024, 1, 1), row[1].Day);
        Assert.Equal((CellKind.Date, new DateOnly(2024, 12, 31)), (row[2].Kind, row[2].Day!.Value));
        Assert.Equal((CellKind.Number, false), (row[3].Kind, row[3].IsPercent));
        Assert.Equal((CellKind.Number, true, 0.875m), (row[4].Kind, row[4].IsPercent, row[4].Number!.Value));
        Assert.Equal((CellKind.Boolean, "TRUE"), (row[5].Kind, row[5].Text));
        Assert.Equal((CellKind.Error, "#REF!"), (row[6].Kind, row[6].Text));
        Assert.Equal(new DateOnly(2024, 5, 2), row[7].Day);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_gives_the_same_days()
    {
        var row = Books.Rows(
            Books.OfSheet(
                "<row><c s=\"1\"><v>43830</v></c></row>",
                ("xl/styles.xml", Styles),
                (
                    "xl/workbook.xml",
                    $"<workbook xmlns=\"{Books.Main}\" xmlns:r=\"rel\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"Data\" r:id=\"s1\"/></sheets></workbook>"
                )
            )
        )[0];

        Assert.Equal(new DateOnly(2024, 1, 1), row[1].Day);
    }

    [Theory]
    [InlineData("60")]
    [InlineData("45292.5")]
    [InlineData("-1")]
    [InlineData("9999999")]
    public void What_is_no_whole_day_is_no_day(string serial) =>
        Assert.Null(new SheetCell(1, CellKind.Date, serial).Day);

    [Theory]
    [InlineData("3639196510.25", "3639196510.25")]
    [InlineData("0.1", "0.1")]
    [InlineData("80.790000000000006", "80.79")]
    [InlineData("1.2E+3", "1200")]
    [InlineData("0.30000000000000004", "0.3")]
    public void Binary_noise_of_a_spreadsheet_does_not_reach_the_number(string stored, string expected) =>
        Assert.Equal(
            decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            new SheetCell(1, CellKind.Number, stored).Number
        );

    [Fact]
    public void Rows_and_cells_without_addresses_are_counted_and_empty_ones_left_out()
    {
        var rows = Books.Rows(
            Books.OfSheet(
                "<row/><row><c/><c><v>1</v></c></row><row r=\"9\"><c r=\"D9\"><v>2</v></c><c><v>3</v></c></row>"
                    + "<row><c t=\"inlineStr\"><is><t>  </t></is></c></row>"
            )
        );

        Assert.Equal([2, 9], rows.Select(row => row.Number));
        Assert.Equal((2, 4, 5), (rows[0].Cells[0].Column, rows[1].Cells[0].Column, rows[1].Cells[1].Column));
        Assert.Equal(CellKind.Empty, rows[0][1].Kind);
    }

    [Fact]
    public void Merged_areas_are_known_after_the_rows()
    {
        var file = Books.OfSheet(
            "<row><c><v>1</v></c></row>",
            (
                "xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"{Books.Main}\"><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells></worksheet>"
            )
        );
        using var reader = WorkbookReader.Open(new MemoryStream(file));

        Assert.Single(reader.Rows("data"));
        Assert.Equal(["A1:A3"], reader.Shape("DATA").MergedAreas);
    }
}
