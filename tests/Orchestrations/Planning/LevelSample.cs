using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>The sample office with indicators of three further levels and the tree in which they hang.</summary>
internal static class LevelSample
{
    public static OfficePlan Plan { get; } =
        Sample.Plan with
        {
            LevelIndicators =
            [
                Counted(IndicatorLevel.Goal, "t1", "indeks-rb", 80m, ValueKind.Index, "Nilai"),
                Counted(IndicatorLevel.Programme, "IV", "p-tata", 13m),
                Counted(IndicatorLevel.Activity, "IV.A", "k-lembaga", 13m) with
                {
                    Target = new AnnualTarget("k-lembaga", 13m, Quarterly: [3m, 6m, null, 13m]),
                },
                Counted(IndicatorLevel.SubActivity, "IV.A.1", "sk-prov", 4m),
                Counted(IndicatorLevel.SubActivity, "IV.A.2", "sk-kab", 9m),
            ],
            IndicatorLinks =
            [
                new("indeks-rb", "kepala-biro"),
                new(
                    "rb",
                    "kepala-biro",
                    "indeks-rb",
                    ParentWay.Words,
                    Contribution: "Perangkat daerah yang baik menaikkan indeks"
                ),
                new(
                    "snp",
                    "kabag-perpus",
                    "indeks-rb",
                    ParentWay.Words,
                    Contribution: "Layanan perpustakaan yang bermutu"
                ),
                new("p-tata", "kabag-lembaga", "rb", ParentWay.Words, Contribution: "Kelembagaan yang tepat ukuran"),
                new("k-lembaga", "kabag-lembaga", "p-tata", ParentWay.Sum),
                new("sk-prov", "analis-lembaga", "k-lembaga", ParentWay.Sum),
                new("sk-kab", "verifikator-lk", "k-lembaga", ParentWay.Sum),
            ],
        };

    public static LevelIndicator Counted(
        IndicatorLevel level,
        string of,
        string code,
        decimal target,
        ValueKind kind = ValueKind.Count,
        string measure = "Dokumen"
    ) =>
        new(
            level,
            of,
            new Indicator
            {
                Code = code,
                Name = $"Indikator {code}",
                Measure = measure,
                Kind = kind,
                Polarity = Polarity.Maximise,
                Consolidation = Consolidation.Sum,
                SubUnit = "kelembagaan",
                Targets = [new YearTarget(2024, target), new YearTarget(2025, target + 1m)],
                History = [new YearRecord(2023, target, null)],
            },
            new AnnualTarget(code, target)
        );

    /// <summary>The plan with one link in another form.</summary>
    public static OfficePlan With(string indicator, Func<IndicatorLink, IndicatorLink> change) =>
        Plan with
        {
            IndicatorLinks =
            [
                .. Plan.IndicatorLinks!.Select(link => link.Indicator == indicator ? change(link) : link),
            ],
        };

    /// <summary>The plan with one indicator in another form.</summary>
    public static OfficePlan With(string indicator, Func<LevelIndicator, LevelIndicator> change) =>
        Plan with
        {
            LevelIndicators = [.. Plan.LevelIndicators!.Select(one => one.Card.Code == indicator ? change(one) : one)],
        };
}
