using System.Globalization;
using System.Runtime.CompilerServices;
using Sakip.Planning;

namespace Sakip.Benchmarks.Import;

/// <summary>The sample office with so many people, posts, indicators and sub-activities that its workbook has 5,000 rows.</summary>
internal static class LargePlan
{
    private const int People = 900;
    private const int Indicators = 100;

    public static byte[] Workbook(int wrong, [CallerFilePath] string here = "")
    {
        var sample = Path.GetFullPath(
            Path.Combine(
                Path.GetDirectoryName(here)!,
                "..",
                "..",
                "..",
                "infra",
                "sample",
                "biro-organisasi-2024",
                "plan.json"
            )
        );
        var plan = Grown(PlanReader.Read(File.ReadAllText(sample)).Value!);
        var missing =
            5_000 - PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(plan, []))).Counts.Sum(count => count.Rows);
        plan = plan with { Budget = With(plan.Budget, missing) };
        // A letter in a NIP: one error each.
        return PlanWorkbook.Write(
            plan with
            {
                Officials =
                [
                    .. plan.Officials.Select(
                        (official, i) => i < wrong ? official with { Nip = "x" + official.Nip![1..] } : official
                    ),
                ],
            },
            []
        );
    }

    private static OfficePlan Grown(OfficePlan plan)
    {
        var objective = plan.StrategicPlan.Goals[0].Objectives[0];
        var model = objective.Indicators[0];
        var more = Enumerable
            .Range(0, Indicators)
            .Select(i => model with { Code = Name("ik", i), Name = $"{model.Name} {i}" });
        return plan with
        {
            Posts =
            [
                .. plan.Posts,
                .. Enumerable.Range(0, People).Select(i => plan.Posts[^1] with { Code = Name("jab", i) }),
            ],
            Officials =
            [
                .. plan.Officials,
                .. Enumerable
                    .Range(0, People)
                    .Select(i =>
                        plan.Officials[0] with
                        {
                            Code = Name("peg", i),
                            Nip = (199_001_012_015_100_000 + i).ToString(CultureInfo.InvariantCulture),
                            Email = $"pegawai{i}@contoh.example",
                        }
                    ),
            ],
            Appointments =
            [
                .. plan.Appointments,
                .. Enumerable
                    .Range(0, People)
                    .Select(i => plan.Appointments[0] with { Official = Name("peg", i), Post = Name("jab", i) }),
            ],
            StrategicPlan = plan.StrategicPlan with
            {
                Goals =
                [
                    plan.StrategicPlan.Goals[0] with
                    {
                        Objectives = [objective with { Indicators = [.. objective.Indicators, .. more] }],
                    },
                ],
            },
            AnnualPlan = plan.AnnualPlan with
            {
                Targets =
                [
                    .. plan.AnnualPlan.Targets,
                    .. Enumerable
                        .Range(0, Indicators)
                        .Select(i => plan.AnnualPlan.Targets[0] with { Indicator = Name("ik", i) }),
                ],
            },
        };
    }

    private static Budget With(Budget budget, int rows)
    {
        var programme = budget.Programmes[0];
        var activity = programme.Activities[0];
        var more = Enumerable
            .Range(0, rows)
            .Select(i => activity.SubActivities[0] with { Code = $"{activity.Code}.X{i}" });
        return budget with
        {
            Programmes =
            [
                programme with
                {
                    Activities =
                    [
                        activity with
                        {
                            SubActivities = [.. activity.SubActivities, .. more],
                        },
                        .. programme.Activities.Skip(1),
                    ],
                },
                .. budget.Programmes.Skip(1),
            ],
        };
    }

    private static string Name(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
}
