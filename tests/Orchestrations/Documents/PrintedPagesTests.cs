using Sakip.Documents;

namespace Sakip.Tests.Orchestrations.Documents;

public class PrintedPagesTests
{
    private static readonly Printed Whole = Printed.Of(SampleDocument.Whole(60));

    [Fact]
    public async Task Qpdf_finds_nothing_wrong_with_the_file()
    {
        var complaints = await Whole.CheckAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(complaints is null, "qpdf is not installed.");
        Assert.Equal("", complaints);
    }

    [Theory]
    [InlineData("Latar Belakang", "latar")]
    [InlineData("Capaian Anggaran Program", "tabel-39")]
    [InlineData("Target dan Realisasi", "gambar-1")]
    [InlineData("LAMPIRAN", "lampiran")]
    public void The_contents_name_the_page_on_which_a_thing_stands(string title, string id)
    {
        var page = Whole.Result.PageOfId[id];
        Assert.Contains(title, Whole.Pages[page - 1], StringComparison.Ordinal);
        var contents = Whole.Pages[1] + Whole.Pages[2] + Whole.Pages[3];
        Assert.Matches($@"{title}[ .\r\n]+{Whole.Result.PageLabels[page - 1]}\b", contents);
    }

    [Fact]
    public void A_reference_prints_the_number_and_the_page_it_names()
    {
        var label = Whole.Result.PageLabels[Whole.Result.PageOfId["tabel-39"] - 1];
        var chapter = Whole.Pages[Whole.Result.PageOfId["bab-1"] - 1];
        Assert.Matches($@"Tabel 3\.9 halaman\s+{label}\b", chapter);
    }

    [Fact]
    public void A_long_table_wears_its_header_on_every_page_and_shows_every_row_once()
    {
        var printed = Printed.Of(SampleDocument.BudgetTable("3.9", "tabel-39", 300));
        Assert.True(printed.Pages.Count > 5);
        Assert.All(printed.Pages, page => Assert.Contains("Program/Kegiatan", page, StringComparison.Ordinal));
        var text = string.Join(' ', printed.Pages) + " ";
        Assert.All(
            Enumerable.Range(1, 300),
            n =>
                Assert.Equal(
                    2,
                    text.Split($"ke-{n} ").Length + text.Split($"ke-{n}\r").Length + text.Split($"ke-{n}\n").Length - 2
                )
        );
    }

    [Fact]
    public void Rows_that_share_a_cell_stand_on_one_page()
    {
        var rows = Enumerable
            .Range(1, 60)
            .SelectMany(n =>
                new[]
                {
                    new Row([new Cell($"Program {n} menaungi layanan") { RowSpan = 2 }, new Cell($"pagu-{n}.")]),
                    new Row([new Cell($"serapan-{n}.")]),
                }
            );
        var table = new Table([new(20), new(80)], [new Row([new Cell("Program"), new Cell("Nilai")])], [.. rows]);

        var printed = Printed.Of(new Paragraph(["Pembuka."]), table);

        Assert.True(printed.Pages.Count > 2);
        Assert.All(
            Enumerable.Range(1, 60),
            n =>
                Assert.Equal(
                    printed.Pages.Single(page => page.Contains($"pagu-{n}.", StringComparison.Ordinal)),
                    printed.Pages.Single(page => page.Contains($"serapan-{n}.", StringComparison.Ordinal))
                )
        );
    }

    [Fact]
    public void No_row_of_a_table_stands_alone_on_its_last_page() =>
        Assert.All(
            Enumerable.Range(24, 30),
            rows =>
            {
                var lines = Enumerable.Range(1, rows).Select(n => Row.Of($"baris{n}")).ToList();
                var last = Printed.Of(new Table([new Column(1)], [Row.Of("Uraian")], lines)).Pages[^1];
                Assert.True(last.Split("baris").Length > 2, last);
            }
        );

    [Fact]
    public void A_row_higher_than_a_page_goes_on_over_the_next_ones_and_loses_no_word()
    {
        var words = Enumerable.Range(1, 3000).Select(n => $"kata{n}").ToList();
        var table = new Table(
            [new Column(1), new Column(3)],
            [Row.Of("No", "Uraian")],
            [Row.Of("1", string.Join(' ', words)), Row.Of("2", "akhir")]
        );
        var printed = Printed.Of(table);
        Assert.InRange(printed.Pages.Count, 3, 30);
        var read = string.Join(' ', printed.Pages).Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(words, read.Where(word => word.StartsWith("kata", StringComparison.Ordinal)));
        Assert.Equal("akhir", read.Last(word => word.All(char.IsLetter)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(250)]
    public void A_name_of_any_length_stays_on_its_page(int length)
    {
        var name = new string('W', length);
        var printed = Printed.Of(
            new Heading(1, name, "BAB I"),
            new Heading(2, name, "1.1"),
            new Paragraph(name),
            new KeyValueTable([new KeyValueRow(name, name)]),
            new BlockList(ListStyle.Number, [name]),
            new Table([new Column(1), new Column(9)], [Row.Of(name, name)], [Row.Of(name, name)])
            {
                Caption = new Caption("t", "1", name),
            },
            new Figure(new Caption("g", "1", name), new OrgChart(name, new OrgNode(name, name, [new OrgNode(name)]))),
            new TableOfContents(),
            new ListOfTables(),
            new Box([new Paragraph(name)], name) { QrPayload = "x" },
            new SignatureBlock([new SignatureParty("a", [name], name), new SignatureParty("b", [name], name)])
        );
        Assert.Empty(printed.Stray);
    }
}
