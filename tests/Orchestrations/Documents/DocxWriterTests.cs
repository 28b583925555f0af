using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
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
            .Select(error => $"{error.Path?.XPath}: {error.Description}").Distinct().Take(10);

        Assert.Empty(errors);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(Report(), Report());

    [Fact]
    public void The_report_opens_in_LibreOffice_and_says_there_what_it_says_here()
    {
        var folder = Directory.CreateTempSubdirectory("sakip-docx-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "laporan.docx"), Report());
        using var office = Process.Start(new ProcessStartInfo(
            "soffice",
            [
                $"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder,
                Path.Combine(folder, "laporan.docx"),
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        office.WaitForExit();

        var text = File.ReadAllText(Path.Combine(folder, "laporan.txt"));
        string[] said = ["KATA PENGANTAR", "AKUNTABILITAS KINERJA", "Tabel 3.9", "3.639.196.510", "2.940.235.465", "80,79", "87,5%", "LAMPIRAN"];
        Assert.All(said, words => Assert.Contains(words, text));
        Directory.Delete(folder, recursive: true);
    }

    private byte[] Report()
    {
        var document = AnnualReportDocument.Build(SampleReport.Data);
        return new DocxWriter(_fonts).Write(document, new PdfWriter(_fonts).Write(document));
    }
}
