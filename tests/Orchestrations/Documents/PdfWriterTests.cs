using System.Text;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Tests.Orchestrations.Documents;

public sealed class PdfWriterTests : IDisposable
{
    private readonly FontLibrary _fonts = new();

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(Write(SampleDocument.Whole(40)).Bytes, Write(SampleDocument.Whole(40)).Bytes);

    [Fact]
    public void It_says_its_language_and_has_an_outline_and_page_labels()
    {
        var catalog = PdfFile.Open(Write(SampleDocument.Whole(5)).Bytes).Catalog;
        Assert.Equal("id-ID", PdfText.ToText(catalog["Lang"]));
        Assert.NotNull(catalog["Outlines"]);
        Assert.NotNull(catalog["PageLabels"]);
    }

    [Fact]
    public void Front_matter_counts_in_roman_and_chapters_in_arabic_from_one()
    {
        var result = Write(SampleDocument.Whole(5));
        Assert.Equal(result.PageCount, result.PageLabels.Count);
        Assert.Equal("", result.PageLabels[0]);
        Assert.Equal("i", result.PageLabels[1]);
        Assert.Equal("1", result.PageLabels[result.PageOfId["bab-1"] - 1]);
    }

    [Fact]
    public void Every_party_gets_a_place_within_its_page()
    {
        var slots = Write(SampleDocument.Whole(5)).Slots;
        Assert.Equal(["pertama", "kedua"], slots.Select(slot => slot.Slot));
        Assert.All(slots, slot => Assert.InRange(slot.X, 0, 595 - slot.Width));
        Assert.All(slots, slot => Assert.InRange(slot.Y, 0, 841 - slot.Height));
    }

    [Fact]
    public void A_reference_to_nothing_is_refused()
    {
        var document = SampleDocument.Of(new Paragraph([new Reference("tiada")]));
        Assert.Equal("tiada", Assert.Throws<UnknownReferenceException>(() => Write(document)).Id);
    }

    [Fact]
    public void Every_link_is_printed_as_archival_files_require()
    {
        var file = PdfFile.Open(Write(SampleDocument.Whole(5)).Bytes);
        var annotations = file.PagesOf()
            .SelectMany(page => file.Array(page.Dictionary["Annots"]))
            .Select(file.Dictionary)
            .ToList();
        Assert.NotEmpty(annotations);
        Assert.All(annotations, annotation => Assert.Equal(4, Assert.IsType<PdfNumber>(annotation?["F"]).Value));
    }

    [Fact]
    public void It_claims_to_be_an_archival_file()
    {
        var text = Encoding.Latin1.GetString(Write(SampleDocument.Whole(5)).Bytes);
        Assert.Contains("pdfaid:part", text, StringComparison.Ordinal);
    }

    public void Dispose() => _fonts.Dispose();

    private PdfResult Write(Document document) => new PdfWriter(_fonts).Write(document);
}
