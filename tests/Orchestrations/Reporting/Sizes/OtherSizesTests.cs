using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Sakip.Benchmarks.Report;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Documents;

namespace Sakip.Tests.Orchestrations.Reporting.Sizes;

/// <summary>Reports of the smallest office, of a very large one and of names of every length, read back by other programs.</summary>
public sealed class OtherSizesTests(OtherSizes sizes) : IClassFixture<OtherSizes>
{
    public static TheoryData<string> All => [.. OtherSizes.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_line_of_the_contents_and_lists_names_the_page_on_which_the_thing_stands(string size)
    {
        var book = sizes.Of(size);
        Assert.Empty(book.MisplacedTitles());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_table_and_figure_is_there_once(string size)
    {
        var book = sizes.Of(size);
        Assert.NotEmpty(book.Captions);
        Assert.DoesNotContain(book.Captions, caption => book.TimesInBody(caption) != 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_cell_of_every_table_is_printed(string size)
    {
        var book = sizes.Of(size);
        Assert.Empty(book.CellsNotPrinted().Take(5));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_reference_and_every_link_leads_to_a_place_that_exists(string size)
    {
        var book = sizes.Of(size);
        Assert.Empty(book.LinksToNowhere());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_file_is_sound_has_no_empty_page_no_stray_letter_and_no_heading_at_a_pages_foot(string size)
    {
        var book = sizes.Of(size);
        Assert.Equal("", await book.Print.CheckAsync(TestContext.Current.CancellationToken) ?? "qpdf is missing");
        Assert.Empty(book.Print.Stray);
        Assert.All(book.Print.Pages, page => Assert.True(page.Length > 100, page));
        Assert.Empty(book.HeadingsAtAPagesFoot());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_Word_file_has_no_error(string size)
    {
        var book = sizes.Of(size);
        using var package = WordprocessingDocument.Open(new MemoryStream(book.Docx), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(package, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")
                .Distinct()
                .Take(5)
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task LibreOffice_reads_the_same_text_from_the_Word_file(string size)
    {
        var book = sizes.Of(size);
        var files = await LibreOffice.ConvertAsync("laporan.docx", book.Docx, "txt:Text (encoded):UTF8");
        Assert.Equal(
            string.Concat(new SpokenText(book.Document, book.Print.Result).Pieces()),
            SpokenText.Bare(files["laporan.txt"])
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_table_is_a_sheet_of_numbers_and_LibreOffice_computes_the_same_totals(string size)
    {
        var book = sizes.Of(size);
        var workbook = new XlsxWriter().Write(book.Document);
        Assert.Equal(book.NumbersOfTables(), ReadWorkbook.NumbersOfSheets(workbook));
        Assert.True(await ReadWorkbook.ComputedByLibreOfficeAsync(workbook) > 2);
    }
}

/// <summary>The books, each printed when it is first asked for.</summary>
public sealed class OtherSizes : IDisposable
{
    public const string Smallest = "1 indikator, nama 5 huruf";
    public const string Long = "nama 250 huruf";
    public const string Large = "60 indikator, 12 program, 300 sub kegiatan";

    private readonly FontLibrary _fonts = new();
    private readonly Dictionary<string, Lazy<SizedBook>> _books;

    public OtherSizes() =>
        _books = new Dictionary<string, OfficeOfSize>
        {
            [Smallest] = new(1, 1, 1, 5),
            [Long] = new(6, 3, 20, 250),
            [Large] = new(60, 12, 300, 60),
        }.ToDictionary(
            one => one.Key,
            one => new Lazy<SizedBook>(() =>
                new SizedBook(AnnualReportDocument.Build(one.Value.From(SampleReport.Data)), _fonts)
            )
        );

    public static IReadOnlyList<string> Names { get; } = [Smallest, Long, Large];

    public void Dispose() => _fonts.Dispose();

    internal SizedBook Of(string size) => _books[size].Value;
}
