using Sakip.Workbooks;

namespace Sakip.Tests.Orchestrations.Workbooks;

public class RowHeightsTests
{
    private static readonly CellStyle Wrapping = CellStyle.Plain with { Wrap = true };

    [Fact]
    public void A_text_over_merged_columns_needs_only_the_lines_of_their_whole_width()
    {
        var heights = Heights("A1:C1");

        Assert.Equal(30, heights.Next(Row(Words(14))));
        Assert.Equal(210, heights.Next(Row(Words(14))));
    }

    [Fact]
    public void A_text_over_merged_rows_gives_its_last_row_what_the_others_lack()
    {
        var heights = Heights("A1:A3");

        Assert.Null(heights.Next(Row(Words(4))));
        Assert.Null(heights.Next(Row()));
        Assert.Equal(30, heights.Next(Row()));
        Assert.Null(heights.Next(Row("pendek")));
    }

    [Fact]
    public void Lines_that_somebody_broke_count_even_when_they_are_short() =>
        Assert.Equal(45, Heights().Next(Row("a\nb\nc")));

    [Fact]
    public void A_word_wider_than_its_cell_goes_on_in_the_next_line() =>
        Assert.Equal(45, Heights().Next(Row(new string('x', 18))));

    private static RowHeights Heights(params string[] merged) =>
        new(new SheetContent("Lembar", []) { Columns = [new(8), new(40), new(40)], Merged = merged });

    private static RowContent Row(params string[] texts) =>
        new([.. texts.Select(text => CellContent.Text(text, Wrapping))]);

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("kinerja", count));
}
