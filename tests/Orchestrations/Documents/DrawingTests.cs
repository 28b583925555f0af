using Sakip.Documents;
using Sakip.Documents.Pdf.Layout;

namespace Sakip.Tests.Orchestrations.Documents;

public class DrawingTests
{
    public static TheoryData<ChartKind, int, string> Charts =>
        new MatrixTheoryData<ChartKind, int, string>(
            [ChartKind.GroupedBar, ChartKind.HorizontalBar, ChartKind.Line],
            [0, 1, 20],
            ["none", "absent", "zero", "negative", "huge", "short"]
        );

    [Theory]
    [MemberData(nameof(Charts))]
    public void A_chart_of_any_data_is_drawn_with_its_caption(ChartKind kind, int categories, string values)
    {
        IReadOnlyList<ChartSeries> series =
            values == "none" ? [] : [new("Target", Of(categories, values)), new("Realisasi", Of(categories, values))];
        string[] names = [.. Enumerable.Range(1, categories).Select(n => $"Kategori yang panjang namanya {n}")];
        var chart = new Chart(kind, "Serapan", names, series);
        var printed = Printed.Of(new Figure(new Caption("g", "3.1", "Serapan"), chart));
        Assert.Contains("Gambar 3.1 Serapan", printed.Pages[^1], StringComparison.Ordinal);
        Assert.Empty(printed.Stray);
    }

    [Fact]
    public void An_axis_of_zeros_alone_has_steps_that_differ()
    {
        var marks = new ChartScale([0m, 0m]).Marks().Select(ChartScale.Text).ToList();
        Assert.Equal(["0", "0,2", "0,4", "0,6", "0,8", "1"], marks);
        Assert.Equal(5, new ChartScale([4m, 0m]).Marks().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void An_organisation_of_any_breadth_shows_every_post(int breadth)
    {
        var root = new OrgNode("Kepala", "Pejabat Contoh", [.. Enumerable.Range(1, breadth).Select(Division)]);
        var printed = Printed.Of(new Figure(new Caption("g", "3.1", "Bagan"), new OrgChart("Bagan", root)));
        var text = string.Join(' ', printed.Pages);
        Assert.All(Enumerable.Range(1, breadth), n => Assert.Contains($"Bagian{n}", text, StringComparison.Ordinal));
    }

    private static OrgNode Division(int n) =>
        new($"Bagian{n}", null, [new OrgNode("Subbagian A"), new OrgNode("Subbagian B")]);

    private static decimal?[] Of(int categories, string values) =>
        [
            .. Enumerable
                .Range(0, values == "short" ? categories / 2 : categories)
                .Select(n =>
                    values switch
                    {
                        "absent" => (decimal?)null,
                        "zero" => 0m,
                        "negative" => -n,
                        "huge" => 9_999_999_999_999m,
                        _ => n,
                    }
                ),
        ];
}
