using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Agreements;

/// <summary>The tables of an agreement's annex, as agreements and reports show them.</summary>
internal static class AgreementTables
{
    // So many letters of a source of funds fit on one line of the narrow column.
    private const int ShortSource = 12;

    public static string NameOf(AgreementSnapshot snapshot) =>
        snapshot.Terms.Revision == 0
            ? $"Perjanjian Kinerja Tahun {snapshot.Year}"
            : $"Perjanjian Kinerja Perubahan ke-{snapshot.Terms.Revision} Tahun {snapshot.Year}";

    public static string ReasonText(RevisionReason? reason) =>
        reason switch
        {
            RevisionReason.OfficialChanged => "terjadi pergantian atau mutasi pejabat",
            RevisionReason.StrategyOrBudgetChanged =>
                "terjadi perubahan dalam strategi yang memengaruhi pencapaian tujuan dan sasaran, yaitu perubahan "
                    + "program, kegiatan, dan alokasi anggaran",
            RevisionReason.PrioritiesChanged => "terjadi perubahan prioritas atau asumsi yang berakibat signifikan",
            _ => "-",
        };

    /// <summary>Table A: objective, indicator, target, with the quarters' where the office shows them.</summary>
    public static Table Targets(OfficePlan plan, AgreementSnapshot snapshot)
    {
        var quarterly = plan.Agreement.ShowQuarterlyTargets;
        string[] heads = ["No.", ObjectiveOf(snapshot), "Indikator Kinerja", "Target"];
        var rows = snapshot
            .Indicators.GroupBy(indicator => indicator.Objective)
            .SelectMany(
                (objective, index) =>
                    objective.Select(
                        (indicator, i) =>
                            new Row([
                                .. i == 0
                                    ? new[]
                                    {
                                        Spanning(Cells.Number(index + 1), objective.Count()),
                                        Spanning(new Cell(objective.Key), objective.Count()),
                                    }
                                    : [],
                                new Cell(indicator.Name),
                                Target(plan, indicator),
                                .. quarterly
                                    ? Enumerable.Range(0, 4).Select(q => Cells.Natural(indicator.Target.Quarterly?[q]))
                                    : [],
                            ])
                    )
            );
        return new Table(
            [new(5), new(36), new(38), new(12), .. quarterly ? Enumerable.Repeat(new Column(8), 4) : []],
            [Cells.HeadRow([.. heads, .. quarterly ? Quarters.All.Select(quarter => "TW " + quarter.Roman()) : []])],
            [.. rows]
        )
        {
            ColumnNumbers = true,
        };
    }

    /// <summary>Table B: programme, activity or sub-activity by whose agreement it is, amount, source of funds, total.</summary>
    public static Table Programmes(AgreementSnapshot snapshot) =>
        new(
            // Several sources of funds to a row want their room, or each takes a line of its own.
            snapshot.Amounts().Any(one => one.FundSource.Length > ShortSource)
                ? [new(5), new(47), new(22), new(26)]
                : [new(5), new(55), new(25), new(15)],
            [Cells.HeadRow("No.", NodeOf(snapshot), "Anggaran (Rp)", "Keterangan")],
            [
                .. snapshot
                    .Amounts()
                    .Select(
                        (programme, index) =>
                            new Row([
                                Cells.Number(index + 1),
                                new Cell(programme.Name),
                                Cells.Rupiah(programme.Amount),
                                Cells.Centre(programme.FundSource),
                            ])
                            {
                                Key = programme.Code,
                            }
                    ),
                new Row(
                    [
                        new Cell("Jumlah Anggaran") { ColumnSpan = 2, Bold = true },
                        Cells.Rupiah(snapshot.Total(), new SumOfRows([.. snapshot.Amounts().Select(one => one.Code)])),
                        Cells.Centre(Funds(snapshot)),
                    ],
                    RowStyle.Total
                ),
            ]
        )
        {
            ColumnNumbers = true,
        };

    /// <summary>What the annex promises for: a post's rows may be of any level.</summary>
    public static string ObjectiveOf(AgreementSnapshot snapshot) =>
        snapshot.Post is null ? AgreementTemplates.Objective(snapshot.Template) : "Sasaran";

    /// <summary>What a row of the table of money is.</summary>
    public static string NodeOf(AgreementSnapshot snapshot) =>
        snapshot.Post is null ? AgreementTemplates.Node(snapshot.Template) : "Sub Kegiatan";

    public static Cell Target(OfficePlan plan, AgreedIndicator indicator)
    {
        var master = plan
            .StrategicPlan.Indicators()
            .Concat((plan.LevelIndicators ?? []).Select(level => level.Card))
            .FirstOrDefault(one => one.Code == indicator.Indicator);
        var target = indicator.Target;
        if (target.Value is not { } value)
            return Cells.Centre(target.Text ?? "-");
        var suffix = master?.Kind == ValueKind.Percent ? "%" : "";
        var text = IndonesianNumber.Natural(value, master?.Precision ?? 0) + suffix;
        if (target.Upper is { } upper)
            text += "–" + IndonesianNumber.Natural(upper, master?.Precision ?? 0) + suffix;
        return Cells.Value(value, text);
    }

    private static Cell Spanning(Cell cell, int rows) => cell with { RowSpan = rows };

    // A programme may name several sources, one after the other.
    private static string Funds(AgreementSnapshot snapshot) =>
        string.Join(
            ", ",
            snapshot
                .Amounts()
                .SelectMany(one => one.FundSource.Split(';', StringSplitOptions.TrimEntries))
                .Where(source => source.Length > 0)
                .Distinct()
        );
}
