using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Sakip.Workbooks;
using CellStyle = Sakip.Workbooks.CellStyle;

namespace Sakip.Tests.Orchestrations.Workbooks;

public sealed class WorkbookWriterTests
{
    private static readonly WorkbookContent Rich = new(
        "Buku & contoh",
        [
            new SheetContent(
                "Lembar 'satu'",
                [
                    new RowContent(
                        [CellContent.Text("Kode", CellStyle.Heading), CellContent.Text("Nilai", CellStyle.Heading)],
                        30
                    ),
                    new RowContent([
                        CellContent.Text("=1+1", CellStyle.Input),
                        CellContent.Number(1234.5m, CellStyle.Input with { Format = SheetFormat.Rupiah }),
                        CellContent.Day(new DateOnly(2024, 12, 31)),
                        CellContent.Flag(true),
                        CellContent.Computed(
                            "SUM(B2:B2)",
                            1234.5m,
                            CellStyle.Body with
                            {
                                Format = SheetFormat.Decimals(2),
                            }
                        ),
                        CellContent.Computed("A2", "teks"),
                        null,
                        CellContent.Blank(CellStyle.Input),
                    ]),
                    RowContent.Empty,
                    new RowContent([CellContent.Text("judul")]),
                ]
            )
            {
                Columns =
                [
                    new ColumnContent(20, CellStyle.Plain with { Format = SheetFormat.Text }),
                    new ColumnContent(12, IsHidden: true),
                ],
                FrozenRows = 1,
                FrozenColumns = 1,
                IsLocked = true,
                IsLandscape = true,
                RepeatedRows = 1,
                Filter = "A1:B2",
                Tab = "1F6F54",
                Rules =
                [
                    CellRule.Choice("A2:A9", ["ya", "tidak"]) with
                    {
                        Prompt = "Pilih",
                        PromptTitle = "Jawaban",
                    },
                    CellRule.ChoiceFrom("B2:B9", "daftar"),
                    new CellRule("C2:C9", CellRuleKind.Day, "45292", "45657"),
                    new CellRule("D2:D9", CellRuleKind.Decimal, "0")
                    {
                        IsWarning = true,
                        Error = "Tidak boleh negatif.",
                    },
                    new CellRule("E2:E9", CellRuleKind.Length, "1", "16"),
                ],
                Merged = ["A4:B4"],
            },
            new SheetContent("Tersembunyi", []) { IsHidden = true },
        ],
        [("daftar", "'Lembar ''satu'''!$A$2:$A$9")]
    );

    [Fact]
    public void What_is_written_has_no_error_by_the_format_s_own_validator()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WorkbookWriter.Write(Rich)), isEditable: false);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2013)
            .Validate(document, TestContext.Current.CancellationToken)
            .ToList();

        Assert.True(
            errors.Count == 0,
            string.Join("\n", errors.Select(error => $"{error.Path?.XPath}: {error.Description}"))
        );
    }

    [Fact]
    public void Locks_freezes_choices_names_and_formulas_stand_in_the_file()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WorkbookWriter.Write(Rich)), isEditable: false);
        var part = document.WorkbookPart!;
        var sheet = ((WorksheetPart)part.GetPartById("rId1")).Worksheet!;
        var formats = part.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        CellFormat Format(string address) =>
            formats[(int)sheet.Descendants<Cell>().Single(cell => cell.CellReference == address).StyleIndex!.Value];

        Assert.True(sheet.Descendants<SheetProtection>().Single().Sheet!.Value);
        Assert.False(Format("B2").Protection!.Locked!.Value);
        Assert.Null(Format("E2").Protection);
        Assert.True(Format("A2").QuotePrefix!.Value);
        Assert.Equal("B2", sheet.Descendants<Pane>().Single().TopLeftCell!.Value);
        Assert.Equal("\"ya,tidak\"", sheet.Descendants<DataValidation>().First().Formula1!.Text);
        Assert.Equal("1234.5", sheet.Descendants<Cell>().Single(cell => cell.CellReference == "E2").CellValue!.Text);
        Assert.Contains(part.Workbook!.DefinedNames!.Elements<DefinedName>(), name => name.Name == "daftar");
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var rows = Books.Rows(WorkbookWriter.Write(Rich), "lembar 'SATU'");

        Assert.Equal([1, 2, 4], rows.Select(row => row.Number));
        Assert.Equal(("=1+1", CellKind.Text), (rows[1][1].Text, rows[1][1].Kind));
        Assert.Equal((1234.5m, new DateOnly(2024, 12, 31)), (rows[1][2].Number, rows[1][3].Day!.Value));
        Assert.Equal(("TRUE", true, "teks"), (rows[1][4].Text, rows[1][5].IsFormula, rows[1][6].Text));
    }

    [Fact]
    public void Equal_content_gives_equal_bytes() =>
        Assert.Equal(WorkbookWriter.Write(Rich), WorkbookWriter.Write(Rich));

    [Fact]
    public void Any_text_and_any_amount_survives_the_way_there_and_back()
    {
        var texts = Gen.Char.Array[0, 30].Select(characters => new string(characters));
        Gen.Select(texts, Gen.Decimal)
            .Sample(
                (text, number) =>
                {
                    var file = WorkbookWriter.Write(
                        new WorkbookContent(
                            "x",
                            [
                                new SheetContent(
                                    "Data",
                                    [new RowContent([CellContent.Text("a" + text), CellContent.Number(number)])]
                                ),
                            ]
                        )
                    );
                    var row = Books.Rows(file)[0];
                    var read =
                        row[2].Number ?? decimal.Parse(row[2].Text, System.Globalization.CultureInfo.InvariantCulture);
                    return row[1].Text == "a" + text && read == number;
                },
                iter: 200
            );
    }
}
