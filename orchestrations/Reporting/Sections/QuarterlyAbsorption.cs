using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Figure = Sakip.Documents.Figure;

namespace Sakip.Reporting;

/// <summary>Spending by programme at the end of each quarter, and its course over the year.</summary>
internal sealed class QuarterlyAbsorption
{
    private readonly ReportContext _context;
    private readonly Rounding _rounding;
    private readonly BudgetNode _root;
    private readonly Dictionary<Quarter, ILookup<string, decimal?>> _spending;

    private QuarterlyAbsorption(ReportContext context)
    {
        _context = context;
        _rounding = new Rounding(context.Plan.Policy);
        _root = context.Evaluation.Budget;
        _spending = context.Data.Quarters.ToDictionary(
            quarter => quarter.Quarter,
            quarter => quarter.SubActivities.ToLookup(figure => figure.SubActivity, figure => figure.Spending)
        );
    }

    public static IEnumerable<Block> Build(ReportContext context)
    {
        var absorption = new QuarterlyAbsorption(context);
        return [Lead(), absorption.OfProgrammes(), absorption.Course()];
    }

    private static Paragraph Lead() =>
        new([
            "Perkembangan realisasi anggaran kumulatif setiap triwulan menurut program disajikan pada ",
            new Reference("tabel-3-10"),
            ".",
        ])
        {
            KeepWithNext = true,
        };

    private Table OfProgrammes() =>
        new(
            [new(6), new(26), new(16), .. Enumerable.Repeat(new Column(13), 4)],
            [
                new Row([
                    Cells.Head("No.", rows: 2),
                    Cells.Head("Program", rows: 2),
                    Cells.Head("Pagu (Rp)", rows: 2),
                    Cells.Head("Realisasi Kumulatif (Rp) dan Serapan", 4),
                ]),
                Cells.HeadRow([.. Quarters.All.Select(ReportContext.Roman)]),
            ],
            [.. _root.Parts.Append(_root).SelectMany(Rows)]
        )
        {
            Caption = new Caption("tabel-3-10", "3.10", $"Serapan Anggaran per Triwulan Tahun {_context.Year}"),
        };

    private Figure Course()
    {
        var number = IndicatorCharts.Count(_context) + 2;
        return new Figure(
            IndicatorCharts.Numbered(number, $"Perkembangan Serapan Anggaran Tahun {_context.Year}"),
            new Chart(
                ChartKind.Line,
                "Serapan anggaran kumulatif seluruh kantor pada akhir setiap triwulan, di samping laju merata.",
                [.. Quarters.All.Select(ReportContext.Roman)],
                [
                    new ChartSeries(
                        "Laju merata",
                        [.. Quarters.All.Select(quarter => (decimal?)(100m * (int)quarter / Quarters.All.Count))]
                    ),
                    new ChartSeries(
                        "Serapan kumulatif",
                        [.. Quarters.All.Select(quarter => Share(_root, quarter).Rounded)]
                    ),
                ]
            )
            {
                Unit = "%",
            }
        );
    }

    private IEnumerable<Row> Rows(BudgetNode node)
    {
        var isTotal = node.Level == BudgetLevel.Office;
        var style = isTotal ? RowStyle.Total : RowStyle.Normal;
        yield return new Row(
            [
                Cells.Centre(node.Number) with
                {
                    RowSpan = 2,
                },
                new Cell(isTotal ? "Jumlah" : node.Name) { RowSpan = 2 },
                Cells.Rupiah(
                    node.Ceiling,
                    isTotal ? new SumOfRows([.. node.Parts.Select(part => part.Code)]) : null
                ) with
                {
                    RowSpan = 2,
                },
                .. Quarters.All.Select(quarter =>
                    Cells.Rupiah(
                        Spending(node, quarter),
                        isTotal ? new SumOfRows([.. node.Parts.Select(part => part.Code)]) : null
                    )
                ),
            ],
            style
        )
        {
            Key = node.Code,
        };
        yield return new Row(
            [
                .. Quarters.All.Select(quarter =>
                    _context.PercentCell(Share(node, quarter), BudgetTree.Table) with
                    {
                        Alignment = Alignment.Right,
                    }
                ),
            ],
            style
        );
    }

    private decimal? Spending(BudgetNode node, Quarter quarter)
    {
        if (!_spending.TryGetValue(quarter, out var figures))
            return null;
        var leaves = node.All()
            .Where(one => one.Level == BudgetLevel.SubActivity)
            .Select(one => figures[one.Code].LastOrDefault());
        return leaves.Aggregate((decimal?)0m, (sum, spending) => sum + spending);
    }

    private Computed Share(BudgetNode node, Quarter quarter) =>
        Computed.Share(
            Spending(node, quarter),
            node.Ceiling,
            _rounding,
            BudgetTree.Table,
            "Realisasi belum dilaporkan seluruhnya."
        );
}
