using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Reporting;

namespace Sakip.Tests.Orchestrations.Documents;

public sealed class DocxWriterTests : IDisposable
{
    private readonly FontLibrary _fonts = new();

    public void Dispose() => _fonts.Dispose();

    [Fact]
    public void The_report_is_valid_for_Word()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Report()), isEditable: false);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(package, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}")
            .Distinct()
            .Take(10);

        Assert.Empty(errors);
    }

    [Fact]
    public void A_copy_for_editing_says_so_and_vouches_for_nothing()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Report()), isEditable: false);
        var main = package.MainDocumentPart!;

        Assert.All(main.FooterParts, part => Assert.StartsWith(DocumentNotes.Copy, part.Footer!.InnerText));
        Assert.DoesNotContain("keasliannya", main.Document!.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain("Pindai untuk memeriksa", main.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(Report(), Report());

    [Fact]
    public async Task LibreOffice_reads_the_reports_whole_text_word_for_word_and_no_word_more()
    {
        var document = HeadingIds.Complete(AnnualReportDocument.Build(SampleReport.Data));
        var paginated = new PdfWriter(_fonts).Write(document);
        var files = await LibreOffice.ConvertAsync(
            "laporan.docx",
            new DocxWriter(_fonts).Write(document, paginated),
            "txt:Text (encoded):UTF8"
        );

        Assert.Equal(
            string.Concat(new SpokenText(document, paginated).Pieces()),
            SpokenText.Bare(files["laporan.txt"]),
            ignoreLineEndingDifferences: true
        );
    }

    private byte[] Report()
    {
        var document = AnnualReportDocument.Build(SampleReport.Data);
        return new DocxWriter(_fonts).Write(document, new PdfWriter(_fonts).Write(document));
    }
}
