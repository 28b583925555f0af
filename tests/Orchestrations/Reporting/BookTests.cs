using System.Text.RegularExpressions;
using Sakip.Documents;
using Sakip.Documents.Pdf.Objects;
using Sakip.Reporting;
using Sakip.Signing;
using Sakip.Tests.Orchestrations.Documents;
using Sakip.Tests.Orchestrations.Signing;

namespace Sakip.Tests.Orchestrations.Reporting;

/// <summary>The sample office's printed report, read back as a reader would.</summary>
public partial class BookTests
{
    private static readonly Document Report = HeadingIds.Complete(AnnualReportDocument.Build(SampleReport.Data));

    private static readonly Printed Book = Printed.Of(Report);

    private static readonly PdfFile Read = PdfFile.Open(Book.Result.Bytes);

    private static readonly IReadOnlyList<string> Bare = [.. Book.Pages.Select(Letters)];

    private static IEnumerable<Block> Blocks => Report.Sections.SelectMany(section => section.Blocks);

    [Fact]
    public void Every_line_of_the_contents_and_lists_names_the_page_on_which_the_thing_stands()
    {
        var lists = string.Concat(Contents().Select(page => Bare[page]));
        foreach (var (id, title) in Named())
        {
            var page = Book.Result.PageOfId[id];
            Assert.Contains(Letters(title), Bare[page - 1], StringComparison.Ordinal);
            Assert.Matches(Regex.Escape(Letters(title)) + @"\.*" + Book.Result.PageLabels[page - 1], lists);
        }
    }

    [Fact]
    public void Every_table_and_figure_is_there_once()
    {
        var body = string.Concat(Bare.Where((_, page) => !Contents().Contains(page)));
        var captions = Blocks
            .OfType<Table>()
            .Select(table => table.Caption)
            .OfType<Caption>()
            .Select(caption => $"Tabel {caption.Number} {caption.Title}")
            .Concat(Blocks.OfType<Figure>().Select(figure => $"Gambar {figure.Caption.Number} {figure.Caption.Title}"))
            .ToList();

        Assert.InRange(captions.Count, 30, 60);
        Assert.All(captions, caption => Assert.Equal(2, body.Split(Letters(caption)).Length));
    }

    [Fact]
    public void Every_link_within_the_book_leads_to_a_place_that_exists()
    {
        var places = Read.Dictionary(Read.Catalog["Dests"])!;
        var links = Read.PagesOf()
            .SelectMany(page => Read.Array(Read.Dictionary(page.Reference)!["Annots"]))
            .Select(one => Read.Dictionary(one)!["Dest"])
            .OfType<PdfName>()
            .Select(name => name.Value)
            .ToList();

        Assert.True(links.Count > 100, $"{links.Count}");
        Assert.All(links.Distinct(), link => Assert.NotNull(places[link]));
    }

    [Fact]
    public void References_are_printed_as_the_numbers_of_what_they_name()
    {
        var labels = new Labels(Report);
        var named = Blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Inlines).OfType<Reference>().ToList();
        var whole = string.Concat(Bare);
        Assert.True(named.Count > 5);
        Assert.All(
            named,
            reference => Assert.Contains(Letters(labels.Number(reference.Id)), whole, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_file_is_sound_marked_as_PDF_A_2b_and_in_Indonesian()
    {
        Assert.Equal("", await Book.CheckAsync(TestContext.Current.CancellationToken) ?? "");
        Assert.Equal("id-ID", PdfText.ToText(Read.Catalog["Lang"]));
        Assert.NotEmpty(Read.Array(Read.Catalog["OutputIntents"]));
        var metadata = System.Text.Encoding.UTF8.GetString(
            Read.Decode((PdfStream)Read.Resolve(Read.Catalog["Metadata"])!)
        );
        Assert.Matches(@"pdfaid:part>2<|pdfaid:part=""2""", metadata);
        Assert.Matches(@"pdfaid:conformance>B<|pdfaid:conformance=""B""", metadata);
    }

    [Fact]
    public async Task The_head_of_office_signs_the_whole_book_last()
    {
        var slot = Assert.Single(Book.Result.Slots);
        var signer = new Signer("p01", "Contoh Satu Wijaya, S.H., M.H.", "Kepala Biro Organisasi Setda Provinsi Bali");
        var request = new SigningRequest(
            Book.Result.Bytes,
            signer,
            slot.Slot,
            "Laporan Kinerja 2024",
            "Denpasar",
            SampleReport.At
        )
        {
            Appearance = new SignatureAppearance
            {
                Page = slot.Page,
                X = slot.X,
                Y = slot.Y,
                Width = slot.Width,
                Height = slot.Height,
                Lines = ["Ditandatangani secara elektronik oleh:", signer.Name],
                QrPayload = "https://sakip.contoh.example/periksa/0123",
            },
        };
        var signed = (await SigningWorld.WithCertificate.SignAsync(request, TestContext.Current.CancellationToken)).Pdf;

        var (_, said) = await SigningWorld.RunAsync("pdfsig", signed);
        Assert.Single(Valid().Matches(said));
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Equal(Book.Result.Bytes, signed[..Book.Result.Bytes.Length]);
    }

    [Fact]
    public void No_heading_and_no_caption_of_a_table_is_the_last_on_its_page()
    {
        var lasts = Blocks
            .OfType<Heading>()
            .Select(heading => heading.Text)
            .Concat(Blocks.OfType<Table>().Select(table => table.Caption?.Title).OfType<string>())
            .Select(Letters)
            .ToHashSet();
        for (var page = 0; page < Bare.Count; page++)
        {
            if (Contents().Contains(page))
                continue;
            var text = Footer().Replace(Bare[page], "");
            Assert.DoesNotContain(lasts, last => last.Length > 8 && text.EndsWith(last, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(string Id, string Title)> Named() =>
        Blocks
            .OfType<Heading>()
            .Where(heading => heading is { InContents: true, Level: <= 3 })
            .Select(heading => (heading.Id!, heading.Text))
            .Concat(
                Blocks
                    .OfType<Table>()
                    .Select(table => table.Caption)
                    .OfType<Caption>()
                    .Select(one => (one.Id, $"Tabel {one.Number} {one.Title}"))
            )
            .Concat(
                Blocks
                    .OfType<Figure>()
                    .Select(figure => (figure.Caption.Id, $"Gambar {figure.Caption.Number} {figure.Caption.Title}"))
            );

    private static IReadOnlyList<int> Contents()
    {
        var first = Book.Result.PageOfId["daftar-isi"] - 1;
        return [.. Enumerable.Range(first, Book.Result.PageOfId["bab-1"] - 1 - first)];
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"Dokumeninditandatangani.*$|Dokumeninitelahditandatangani.*$|Dokumeniniditandatangani.*$")]
    private static partial Regex Footer();

    [GeneratedRegex("Signature is Valid")]
    private static partial Regex Valid();
}
