using System.Globalization;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Benchmarks.Report;

/// <summary>An invented office of any size, for reports far smaller and larger than the sample's.</summary>
/// <param name="Names">Length of every name in letters.</param>
internal sealed record OfficeOfSize(int Indicators, int Programmes, int SubActivities, int Names)
{
    private static readonly string[] Syllables =
    [
        "penyelenggaraan",
        "pembinaan",
        "koordinasi",
        "pelaksanaan",
        "kebijakan",
        "pelayanan",
        "administrasi",
        "perencanaan",
        "evaluasi",
    ];

    /// <param name="pattern">The year whose people, calendar and policy the office takes over.</param>
    public AnnualReportData From(AnnualReportData pattern)
    {
        var plan = Plan(pattern.Plan);
        return SampleYear.Of(plan, revision: null, [.. Quarters.All.Select(quarter => Reported(plan, quarter))]);
    }

    private OfficePlan Plan(OfficePlan pattern)
    {
        var subUnits = pattern.SubUnits.Select((subUnit, i) => subUnit with { Name = Name("Bagian", i) }).ToList();
        var indicators = Enumerable.Range(0, Indicators).Select(i => Indicator(pattern, subUnits, i)).ToList();
        var strategic = pattern.StrategicPlan with
        {
            Goals =
            [
                new Goal(
                    "t1",
                    Name("Meningkatnya", 0),
                    [
                        .. indicators
                            .Chunk(5)
                            .Select((chunk, i) => new Objective($"s{i + 1}", Name("Terwujudnya", i), chunk)),
                    ]
                ),
            ],
        };
        return pattern with
        {
            SubUnits = subUnits,
            StrategicPlan = strategic,
            AnnualPlan = new AnnualPlan(
                pattern.Year,
                [.. indicators.Select(one => new AnnualTarget(one.Code, 80, Quarterly: [20, 40, 60, 80]))]
            ),
            Budget = Tree(pattern, subUnits, indicators),
            Report = pattern.Report with { Narratives = [], SupportingTables = [] },
            Agreement = pattern.Agreement with { StaffTargets = [] },
        };
    }

    private Indicator Indicator(OfficePlan pattern, List<SubUnit> subUnits, int i)
    {
        var like = pattern.StrategicPlan.Indicators().First();
        return like with
        {
            Code = $"i{i + 1}",
            Name = Name("Persentase", i),
            SubUnit = subUnits[i % subUnits.Count].Code,
            History =
            [
                .. Enumerable
                    .Range(pattern.Year - 4, 4)
                    .Select(year => new YearRecord(year, 60 + (year % 7), 58 + (year % 9))),
            ],
            Targets =
            [
                .. Enumerable
                    .Range(pattern.Year, 3)
                    .Select(year => new YearTarget(year, 80 + (2 * (year - pattern.Year)))),
            ],
            FormerNames = [],
        };
    }

    private Budget Tree(OfficePlan pattern, List<SubUnit> subUnits, List<Indicator> indicators)
    {
        var perProgramme = (SubActivities + Programmes - 1) / Programmes;
        var left = SubActivities;
        return pattern.Budget with
        {
            Programmes =
            [
                .. Enumerable
                    .Range(0, Programmes)
                    .Select(p =>
                    {
                        var count = Math.Min(perProgramme, left);
                        left -= count;
                        return new Budget.Programme(
                            Number(p),
                            Name("Program", p),
                            Name("Persentase", p),
                            [.. indicators.Where((_, i) => i % Programmes == p).Select(one => one.Code)],
                            "APBD",
                            [
                                .. Enumerable
                                    .Range(0, count)
                                    .Chunk(6)
                                    .Select(
                                        (chunk, a) =>
                                            new Budget.Activity(
                                                $"{Number(p)}.{a + 1}",
                                                Name("Kegiatan", a),
                                                Name("Jumlah", a),
                                                [
                                                    .. chunk.Select(s => new Budget.SubActivity(
                                                        $"{Number(p)}.{a + 1}.{s + 1}",
                                                        Name("Sub kegiatan", s),
                                                        Name("Jumlah dokumen", s),
                                                        subUnits[s % subUnits.Count].Code,
                                                        10_000_000 + (1_234_567 * s),
                                                        12,
                                                        "Dokumen"
                                                    )),
                                                ]
                                            )
                                    ),
                            ]
                        );
                    }),
            ],
        };
    }

    private static QuarterlyFigures Reported(OfficePlan plan, Quarter quarter)
    {
        var share = (int)quarter / 4m;
        return new QuarterlyFigures(
            quarter,
            [
                .. plan
                    .StrategicPlan.Indicators()
                    .Select(
                        (one, i) =>
                            new IndicatorFigure(
                                one.Code,
                                one.SubUnit,
                                Math.Round((70 + (i % 20)) * share, 1),
                                Supporting: "Dukungan pimpinan.",
                                Hindering: i % 3 == 0 ? "Keterbatasan personel." : null,
                                Solution: "Penjadwalan ulang.",
                                FollowUp: "Pemantauan bulanan."
                            )
                    ),
            ],
            [
                .. plan
                    .Budget.SubActivities()
                    .Select(
                        (sub, i) =>
                            new SubActivityFigure(
                                sub.Code,
                                sub.SubUnit,
                                Math.Round(sub.Ceiling * share * (0.6m + (i % 40 / 100m))),
                                100 * share,
                                (int)(12 * share),
                                Note: i % 11 == 0 ? "Sisa pengadaan." : null
                            )
                    ),
            ]
        );
    }

    private string Name(string begins, int number)
    {
        var name = begins + " " + (number + 1).ToString(CultureInfo.InvariantCulture);
        for (var i = number; name.Length < Names; i++)
            name += " " + Syllables[i % Syllables.Length];
        return name.Length <= Names ? name : name[..Names].TrimEnd();
    }

    private static string Number(int index) => "P" + (index + 1).ToString(CultureInfo.InvariantCulture);
}
