using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Reporting;

namespace Sakip.Tests.Orchestrations.Reporting;

public class PrintedReportTests
{
    [Fact]
    public void The_sample_offices_report_is_a_book_of_50_to_80_pages_with_one_place_to_sign()
    {
        using var fonts = new FontLibrary();
        var printed = new PdfWriter(fonts).Write(AnnualReportDocument.Build(SampleReport.Data));
        Assert.InRange(printed.PageCount, 50, 80);
        Assert.Equal([AnnualReportDocument.HeadSlot], printed.Slots.Select(slot => slot.Slot));
        Assert.Equal("1", printed.PageLabels[printed.PageOfId["bab-1"] - 1]);
    }
}
