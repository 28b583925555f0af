using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>Rules on a quarter's figures, one function each.</summary>
internal static class QuarterRules
{
    /// <summary>Points by which a percentage may differ from numerator / denominator (K-IN-01).</summary>
    public const decimal Tolerance = 0.5m;

    public static IEnumerable<Contradiction> Check(QuarterCase quarter) =>
        [
            .. ValuesAgree(quarter),
            .. PartsArePresent(quarter),
            .. SpendingWithinCeiling(quarter),
            .. SpendingGrows(quarter),
            .. LowAbsorptionExplained(quarter),
            .. EvidenceInPeriod(quarter),
            .. EvidenceOnce(quarter),
        ];

    private static string Place(QuarterCase quarter, string subUnit) =>
        $"Laporan TW {quarter.Figures.Quarter.Roman()} {subUnit}";

    private static Indicator? IndicatorOf(QuarterCase quarter, IndicatorFigure figure) =>
        quarter.Plan.StrategicPlan.Indicators().FirstOrDefault(indicator => indicator.Code == figure.Indicator);

    private static IEnumerable<Contradiction> ValuesAgree(QuarterCase quarter) =>
        from figure in quarter.Figures.Indicators
        let indicator = IndicatorOf(quarter, figure)
        where indicator?.Kind == ValueKind.Percent
        let value = figure.Value
        let computed = Consolidations.ValueOf(indicator, figure with { Value = null })
        where value is not null && computed is not null && Math.Abs(computed.Value - value.Value) > Tolerance
        select new Contradiction(
            "K-IN-01",
            $"Nilai \"{indicator.Name}\" tidak sama dengan pembilang dibagi penyebut.",
            [Place(quarter, figure.SubUnit)],
            "Kembalikan laporan untuk diperbaiki.",
            IndicatorEvaluator.Show(indicator, value),
            IndonesianNumber.Percent(computed.Value, 2),
            IndonesianNumber.Number(value.Value - computed.Value, 2) + " poin"
        );

    private static IEnumerable<Contradiction> PartsArePresent(QuarterCase quarter) =>
        from figure in quarter.Figures.Indicators
        let indicator = IndicatorOf(quarter, figure)
        where
            indicator is { Kind: ValueKind.Percent, NumeratorLabel: not null, DenominatorLabel: not null }
            && figure.Value is not null
            && (figure.Numerator is null || figure.Denominator is null)
        select new Contradiction(
            "K-IN-02",
            $"Nilai \"{indicator.Name}\" dilaporkan tanpa pembilang atau penyebut.",
            [Place(quarter, figure.SubUnit)],
            "Lengkapi pembilang dan penyebut.",
            AtMost: FindingLevel.Warning
        );

    private static IEnumerable<Contradiction> SpendingWithinCeiling(QuarterCase quarter) =>
        from sub in quarter.Budget.SubActivities()
        let figure = FigureOf(quarter.Figures, sub)
        let spending = figure?.Spending
        where spending is not null && spending > sub.Ceiling
        select new Contradiction(
            "K-AG-02",
            $"Realisasi \"{sub.Name}\" melebihi pagunya.",
            [Place(quarter, figure.SubUnit), "Anggaran"],
            "Periksa realisasi atau versi anggaran.",
            IndonesianNumber.Rupiah(spending.Value),
            IndonesianNumber.Rupiah(sub.Ceiling),
            IndonesianNumber.Rupiah(spending.Value - sub.Ceiling),
            // A budget that is being shifted stands above its ceiling for a while; whoever says so is not held up.
            AtMost: figure.Note is null ? null : FindingLevel.Warning
        );

    private static IEnumerable<Contradiction> SpendingGrows(QuarterCase quarter) =>
        from sub in quarter.Budget.SubActivities()
        let figure = FigureOf(quarter.Figures, sub)
        let before = quarter
            .Before.Where(q => q.Quarter < quarter.Figures.Quarter)
            .OrderBy(q => q.Quarter)
            .Select(q => FigureOf(q, sub)?.Spending)
            .LastOrDefault(spending => spending is not null)
        let spending = figure?.Spending
        where spending is not null && before is not null && spending < before && figure.Note is null
        select new Contradiction(
            "K-AG-02",
            $"Realisasi kumulatif \"{sub.Name}\" lebih kecil daripada triwulan sebelumnya.",
            [Place(quarter, figure.SubUnit)],
            "Laporkan kumulatif sejak awal tahun, atau jelaskan pengembaliannya.",
            IndonesianNumber.Rupiah(spending.Value),
            IndonesianNumber.Rupiah(before.Value),
            IndonesianNumber.Rupiah(spending.Value - before.Value),
            AtMost: FindingLevel.Warning
        );

    // Early in the year a low absorption says nothing yet; the rule speaks at the year's end.
    private static IEnumerable<Contradiction> LowAbsorptionExplained(QuarterCase quarter) =>
        from sub in quarter.Budget.SubActivities()
        where quarter.Figures.Quarter == Quarter.Q4
        let figure = FigureOf(quarter.Figures, sub)
        let spending = figure?.Spending
        where spending is not null && string.IsNullOrWhiteSpace(figure.Note) && sub.Ceiling > 0m
        let absorption = spending.Value / sub.Ceiling * 100m
        where LowAbsorption.NeedsExplanation(absorption, figure.PhysicalPercent, quarter.Plan.Policy.LowAbsorption)
        select LowAbsorption.Contradiction(
            sub.Name,
            absorption,
            figure.PhysicalPercent,
            quarter.Plan.Policy.LowAbsorption,
            [Place(quarter, figure.SubUnit)]
        );

    private static IEnumerable<Contradiction> EvidenceInPeriod(QuarterCase quarter) =>
        from evidence in quarter.Evidence
        where evidence.Quarter == quarter.Figures.Quarter && evidence.DocumentDate is not null
        let first = evidence.Quarter.FirstDay(quarter.Plan.Year)
        let last = evidence.Quarter.LastDay(quarter.Plan.Year)
        where evidence.DocumentDate < first || evidence.DocumentDate > last
        select new Contradiction(
            "K-BK-01",
            $"Bukti dukung \"{evidence.FileName}\" bertanggal di luar TW {evidence.Quarter.Roman()}.",
            ["Bukti dukung " + evidence.Owner],
            "Ganti bukti atau jelaskan.",
            $"{evidence.DocumentDate:dd-MM-yyyy}",
            $"{first:dd-MM-yyyy} s.d. {last:dd-MM-yyyy}"
        );

    private static IEnumerable<Contradiction> EvidenceOnce(QuarterCase quarter) =>
        from evidence in quarter.Evidence
        where evidence.Quarter == quarter.Figures.Quarter
        let earlier = quarter.Evidence.FirstOrDefault(e => e.Sha256 == evidence.Sha256 && e.Quarter < evidence.Quarter)
        where earlier is not null
        select new Contradiction(
            "K-BK-01",
            $"Bukti dukung \"{evidence.FileName}\" sudah dipakai pada TW {earlier.Quarter.Roman()}.",
            ["Bukti dukung " + evidence.Owner],
            "Unggah bukti milik triwulan ini.",
            evidence.Sha256[..Math.Min(12, evidence.Sha256.Length)]
        );

    private static SubActivityFigure? FigureOf(QuarterlyFigures figures, Budget.SubActivity sub) =>
        figures.SubActivities.LastOrDefault(figure => figure.SubActivity == sub.Code);
}
