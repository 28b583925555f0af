using Sakip.Documents;
using Sakip.Documents.Pdf;
using UglyToad.PdfPig;

namespace Sakip.Tests.Orchestrations.Documents;

public class FontSubsetTests
{
    [Fact]
    public void A_file_embeds_only_the_letters_of_its_script_and_stays_small()
    {
        var pdf = Printed("Capaian kinerja 87,5% – sangat tinggi.");

        Assert.InRange(pdf.Length, 20_000, 150_000);
        using var read = PdfDocument.Open(pdf);
        Assert.Contains("Capaian kinerja 87,5% – sangat tinggi.", read.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_another_script_are_shown_from_the_whole_font()
    {
        var pdf = Printed("Koefisien β dan имя.");

        using var read = PdfDocument.Open(pdf);
        Assert.Contains("Koefisien β dan имя.", read.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Accented_letters_keep_the_components_they_are_made_of()
    {
        var pdf = Printed("Désirée Ångström-Šimić");

        using var read = PdfDocument.Open(pdf);
        Assert.All(read.GetPage(1).Letters, letter => Assert.True(letter.Value == " " || letter.BoundingBox.Width > 0));
    }

    private static byte[] Printed(string text)
    {
        using var fonts = new FontLibrary();
        var info = new DocumentInfo("Uji", "Uji", "Uji", new DateTimeOffset(2025, 1, 2, 0, 0, 0, TimeSpan.Zero));
        return new PdfWriter(fonts)
            .Write(new Document(info, [new Section([new Paragraph(text, ParagraphStyle.Left)])]))
            .Bytes;
    }
}
