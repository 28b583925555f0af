using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Evaluation;

/// <summary>The reference report's office, plan, budget and figures, reduced to what an evaluation reads.</summary>
internal static class SeedYear
{
    private static readonly (string Code, string Name, string Supports)[] Programmes =
    [
        ("1", "Program Pembinaan Perpustakaan", "snp"),
        ("2", "Program Pelestarian Koleksi Nasional Dan Naskah Kuno", "snp"),
        ("3", "Program Penunjang Urusan Pemerintahan Daerah Provinsi", "rb"),
        ("4", "Program Penataan Organisasi", "rb"),
    ];

    /// <summary>Table 3.9's sub-activities: ceiling, spending and the percentage as printed.</summary>
    public static readonly (string Code, string SubUnit, decimal Ceiling, decimal Spent, decimal Printed)[] Lines =
    [
        ("1.a.1", "perpus", 67_682_140m, 65_261_340m, 96.42m),
        ("1.a.2", "perpus", 137_682_140m, 136_213_510m, 98.93m),
        ("1.a.3", "perpus", 64_682_040m, 53_905_560m, 83.34m),
        ("1.a.4", "perpus", 67_682_140m, 58_734_540m, 86.78m),
        ("1.b.1", "perpus", 62_682_140m, 51_729_920m, 82.53m),
        ("1.b.2", "perpus", 125_364_280m, 120_370_560m, 96.02m),
        ("2.a.1", "perpus", 50_330_940m, 49_095_540m, 97.55m),
        ("2.b.1", "perpus", 51_367_540m, 50_883_440m, 99.06m),
        ("3.a.1", "tu", 4_355_700m, 2_859_100m, 65.64m),
        ("3.b.1", "tu", 17_059_760m, 15_541_200m, 91.10m),
        ("3.b.2", "tu", 873_690_650m, 685_189_157m, 78.42m),
        ("3.b.3", "tu", 294_158_000m, 138_731_339m, 47.16m),
        ("3.c.1", "tu", 769_583_340m, 666_021_240m, 86.54m),
        ("3.c.2", "tu", 90_060_000m, 35_160_000m, 39.04m),
        ("4.a.1", "kel", 80_000_000m, 72_633_487m, 90.79m),
        ("4.a.2", "kel", 120_000_000m, 109_898_744m, 91.58m),
        ("4.a.3", "kel", 187_682_140m, 176_844_660m, 94.23m),
        ("4.b.1", "rbak", 120_630_840m, 99_915_601m, 82.83m),
        ("4.b.2", "rbak", 167_514_440m, 144_535_556m, 86.28m),
        ("4.b.3", "rbak", 19_885_100m, 12_609_531m, 63.41m),
        ("4.b.4", "tata", 109_859_640m, 87_397_120m, 79.55m),
        ("4.b.5", "tata", 157_243_540m, 106_704_320m, 67.86m),
    ];

    public static RatingScale Scale { get; } =
        new(
            "permendagri",
            1,
            "Permendagri 86/2017",
            [
                new(90m, "Sangat Tinggi", "91 ≤ 100", "Hijau Tua", "#1a7f37"),
                new(75m, "Tinggi", "76 ≤ 90", "Hijau Muda", "#7bc96f"),
                new(65m, "Sedang", "66 ≤ 75", "Kuning Tua", "#d4a017"),
                new(50m, "Rendah", "51 ≤ 65", "Kuning Muda", "#ffe066"),
                new(null, "Sangat Rendah", "≤ 50", "Merah", "#c0392b"),
            ]
        );

    public static CalculationPolicy Policy { get; } =
        new()
        {
            Version = 1,
            Decimals = new Dictionary<string, int>
            {
                ["3.3"] = 0,
                ["3.5"] = 0,
                ["3.7"] = 0,
                ["3.8"] = 0,
                ["3.9"] = 2,
            },
        };

    public static Indicator Reform { get; } =
        new()
        {
            Code = "rb",
            Name = "Persentase Perangkat Daerah Yang Reformasi Birokrasinya Baik",
            Measure = "Persen",
            Kind = ValueKind.Percent,
            Polarity = Polarity.Maximise,
            Consolidation = Consolidation.LastKnown,
            SubUnit = "rbak",
            History = [new(2020, 79m, 79m), new(2021, 81m, 81m), new(2022, 83m, 84m), new(2023, 85m, 87.5m)],
            Targets = [new(2024, 87m), new(2025, 89m), new(2026, 91m)],
            NoBenchmarkReason = "Belum ada pembanding nasional.",
        };

    public static Indicator Library { get; } =
        new()
        {
            Code = "snp",
            Name = "Persentase Perpustakaan Sesuai dengan Standar Nasional Perpustakaan (SNP)",
            Measure = "Persen",
            Kind = ValueKind.Percent,
            Polarity = Polarity.Maximise,
            Consolidation = Consolidation.LastKnown,
            SubUnit = "perpus",
            History = [new(2020, null, null), new(2021, null, null), new(2022, 39m, 39m), new(2023, 53m, 58m)],
            Targets = [new(2024, 56m), new(2025, 58m), new(2026, 60m)],
            Benchmark = new Benchmark(50m, "Nasional", "Contoh", 2024),
        };

    public static EvaluationInput Input { get; } =
        new(
            Plan(),
            new AgreementTerms(1, new DateOnly(2024, 10, 14), 1, [new("rb", 87m), new("snp", 56m)]),
            Budget(),
            [Year(rb: 87m, library: 56m)]
        );

    public static EvaluationInput With(params Indicator[] indicators) =>
        Input with
        {
            Plan = Input.Plan with { StrategicPlan = Strategy(indicators) },
        };

    public static EvaluationInput With(this EvaluationInput input, Func<CalculationPolicy, CalculationPolicy> change) =>
        input with
        {
            Plan = input.Plan with { Policy = change(input.Plan.Policy) },
        };

    public static QuarterlyFigures Year(decimal? rb, decimal? library) =>
        new(
            Quarter.Q4,
            [new("rb", "rbak", rb), new("snp", "perpus", library)],
            Lines.Select(line => new SubActivityFigure(line.Code, line.SubUnit, line.Spent, 100m)).ToList()
        );

    private static OfficePlan Plan() =>
        new()
        {
            Year = 2024,
            Unit = new(
                "biro-org",
                "Biro Organisasi Setda Provinsi Bali",
                "Biro Organisasi",
                "Setda",
                "Denpasar",
                "-",
                null,
                null
            ),
            SubUnits = [new("rbak", "RB", "p1"), new("perpus", "Perpustakaan", "p2")],
            Posts = [],
            Officials = [],
            Appointments = [],
            Roles = [],
            StrategicPlan = Strategy(Reform, Library),
            AnnualPlan = new(2024, [new("rb", 87m), new("snp", 56m)]),
            Budget = Budget(),
            Agreement = new("kepala", "asisten", "Denpasar"),
            Windows = [],
            Holidays = [],
            Policy = Policy,
            RatingScale = Scale,
            Report = new()
            {
                Due = new(2025, 2, 28),
                LegalBases = [],
                Narratives = [],
            },
        };

    private static StrategicPlan Strategy(params Indicator[] indicators) =>
        new(
            "Renstra Setda",
            "Renstra",
            2024,
            2026,
            null,
            [
                new(
                    "t1",
                    "Meningkatnya Kualitas Tata Kelola Pemerintahan",
                    [new("s1", "Terwujudnya birokrasi yang bersih", indicators)]
                ),
            ]
        );

    public static Budget Budget() =>
        new(
            1,
            "DPPA-1",
            new(2024, 9, 30),
            null,
            Programmes
                .Select(programme => new Budget.Programme(
                    programme.Code,
                    programme.Name,
                    "Indikator program",
                    [programme.Supports],
                    "APBD",
                    Lines
                        .Where(line => line.Code.StartsWith(programme.Code + ".", StringComparison.Ordinal))
                        .GroupBy(line => line.Code[..^2])
                        .Select(group => new Budget.Activity(
                            group.Key,
                            "Kegiatan " + group.Key,
                            "Indikator kegiatan",
                            group
                                .Select(line => new Budget.SubActivity(
                                    line.Code,
                                    "Sub kegiatan " + line.Code,
                                    "Indikator",
                                    line.SubUnit,
                                    line.Ceiling
                                ))
                                .ToList()
                        ))
                        .ToList()
                ))
                .ToList()
        );
}
