using Sakip.Documents;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Documents;

namespace Sakip.Tests.Orchestrations.Reporting;

public class PrintedReportTests
{
    private static readonly Document Report = AnnualReportDocument.Build(SampleReport.Data);

    private static readonly Printed Book = Printed.Of(Report);

    [Fact]
    public void The_sample_offices_report_is_a_book_of_50_to_80_pages_with_one_place_to_sign()
    {
        var printed = Book.Result;
        Assert.InRange(printed.PageCount, 50, 80);
        Assert.Equal([AnnualReportDocument.HeadSlot], printed.Slots.Select(slot => slot.Slot));
        Assert.Equal("1", printed.PageLabels[printed.PageOfId["bab-1"] - 1]);
    }

    [Theory]
    [InlineData("3.3", "85% 87,5% 103% 87% 87% 100%", "53% 58% 109% 56% 56% 100%")]
    [InlineData("3.4", "79% 81% 83% 85% 87%", "84% 87,5% 87%", "- - 39% 53% 56%")]
    [InlineData("3.5", "87% 91% 96%", "56% 60% 93%")]
    [InlineData("3.6", "87% 87% 100%", "56% 56% 100%")]
    [InlineData("3.7", "3.011.723.150 2.354.041.055 78,16% 128%", "627.473.360 586.194.410 93,42% 107%")]
    [InlineData("3.8", "Menunjang")]
    [InlineData("3.9", "3.639.196.510 2.940.235.465 80,79%", "47,16%", "92,48%", "98,31%", "75,33%", "84,18%")]
    public void The_printed_table_shows_the_reference_reports_figures_rounded_half_up(
        string number,
        params string[] figures
    )
    {
        var first = Book.Result.PageOfId[SampleReport.TableOf(Report, number).Caption!.Id];
        var text = string.Join(
            ' ',
            string.Join(' ', Book.Pages.Skip(first - 1).Take(3))
                .Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.All(figures, figure => Assert.Contains(figure, text, StringComparison.Ordinal));
    }

    [Fact]
    public void No_letter_of_the_book_lies_beyond_its_page_and_no_page_is_empty()
    {
        Assert.Empty(Book.Stray);
        Assert.All(Book.Pages, page => Assert.True(page.Length > 100, page));
    }
}
