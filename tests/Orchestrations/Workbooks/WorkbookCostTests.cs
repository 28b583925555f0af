using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Workbooks;

namespace Sakip.Tests.Orchestrations.Workbooks;

/// <summary>Reading costs in proportion to the file, counted in bytes taken from memory: no clock has a part in it.</summary>
[Collection("file readings")]
public sealed class WorkbookCostTests
{
    [Theory]
    [InlineData("<row><c t=\"inlineStr\"><is><t>{0}</t></is></c></row>")]
    [InlineData("<row><c t=\"str\"><v>{0}</v></c></row>")]
    public void A_cell_of_two_hundred_thousand_pieces_is_refused_at_its_limit(string row)
    {
        var pieces = string.Concat(Enumerable.Repeat("<![CDATA[x]]>", 200_000));
        var file = Books.OfSheet(row.Replace("{0}", pieces, StringComparison.Ordinal));

        var taken = Taken(() => Assert.Equal(WorkbookFault.TooMuchContent, Books.Refusal(file).Fault));

        Assert.InRange(taken, 0, 30_000_000);
    }

    [Fact]
    public void A_cell_of_many_pieces_costs_in_proportion_to_them()
    {
        byte[] Of(int pieces) =>
            Books.OfSheet(
                $"<row><c t=\"str\"><v>{string.Concat(Enumerable.Repeat("<![CDATA[x]]>", pieces))}</v></c></row>"
            );
        var (small, large) = (Of(3_000), Of(30_000));

        var few = Taken(() => Assert.Equal(3_000, Books.Rows(small)[0][1].Text.Length));
        var many = Taken(() => Assert.Equal(30_000, Books.Rows(large)[0][1].Text.Length));

        Assert.InRange(many, 0, Math.Max(few, 300_000) * 15);
    }

    [Fact]
    public void A_sheet_of_ninety_thousand_rows_is_refused_before_it_is_kept()
    {
        var row = "<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 10)) + "</row>";
        var file = Books.OfSheet(string.Concat(Enumerable.Repeat(row, 90_000)));

        var taken = Taken(() => Assert.Equal(WorkbookFault.TooMuchContent, Books.Refusal(file).Fault));

        Assert.InRange(taken, 0, 150_000_000);
    }

    [Fact]
    public void A_sheet_merged_all_over_is_refused() =>
        Assert.Equal(
            WorkbookFault.TooMuchContent,
            Books.Refusal(Books.OfSheet(string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:B2\"/>", 1_001)))).Fault
        );

    [Fact]
    public void A_json_of_a_million_empty_objects_is_refused_before_it_is_read()
    {
        var json = System.Text.Encoding.ASCII.GetBytes(
            "{\"officials\":[" + string.Join(',', Enumerable.Repeat("{}", 1_000_000)) + "]}"
        );

        var taken = Taken(() => Assert.Contains("jauh lebih banyak", PlanFile.Read(json).Errors.Single().Message));

        Assert.InRange(taken, 0, 20_000_000);
    }

    [Fact]
    public async Task Reading_ends_when_whoever_asked_has_left()
    {
        var file = Books.OfSheet(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 10_000)));
        using var left = new CancellationTokenSource();
        using var turn = FileReading.Begin(left.Token, TestContext.Current.CancellationToken);
        await left.CancelAsync();

        Assert.Throws<OperationCanceledException>(() => Books.Rows(file));
    }

    [Fact]
    public void Two_files_are_read_at_once_and_no_third()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using (FileReading.Begin(cancellation))
        using (FileReading.Begin(cancellation))
        {
            Assert.Throws<FileReadingBusyException>(() => FileReading.Begin(cancellation));
        }

        FileReading.Begin(cancellation).Dispose();
    }

    private static long Taken(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
