using Sakip.AnnualCycle;
using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Home;

/// <summary>The budget and what was spent on it, by programme and activity, and over the quarters.</summary>
internal sealed class DashboardBudget(BudgetRealisations realisations, ILockedQuarters locked)
{
    private const int Most = 60;

    public async Task<BudgetSummary> OfAsync(
        OfficePlan plan,
        YearEvaluation? evaluation,
        string url,
        CancellationToken cancellation
    )
    {
        if (evaluation is null)
            return new BudgetSummary(Lines(plan, null, url), null, null);
        var imported = await realisations.FindAsync(plan.Office, evaluation.UpTo, cancellation);
        var ceiling = evaluation.Budget.Ceiling;
        var quarters = (await locked.ReadAsync(plan.Office, cancellation)).ToDictionary(
            one => one.Quarter,
            one => one.SubActivities.Sum(figure => figure.Spending)
        );
        return new BudgetSummary(
            Lines(plan, evaluation, url),
            imported is null
                ? $"Menurut sub-unit: realisasi TW {evaluation.UpTo.Roman()} dari sistem keuangan belum diimpor."
                : null,
            new CourseView(
                "Serapan kumulatif (% pagu)",
                $"{url}/anggaran",
                "Laju merata (25% tiap triwulan)",
                "Serapan",
                [.. Quarters.All.Select(quarter => (decimal?)Pace(quarter))],
                [
                    .. Quarters.All.Select(quarter =>
                        ceiling > 0m && quarters.TryGetValue(quarter, out var spent) && spent is { } sum
                            ? decimal.Round(sum / ceiling * 100m, 2)
                            : (decimal?)null
                    ),
                ]
            )
        );
    }

    public static IReadOnlyList<BudgetLine> Lines(OfficePlan plan, YearEvaluation? evaluation, string url)
    {
        if (evaluation is null)
        {
            return
            [
                new BudgetLine
                {
                    Level = 0,
                    Number = "",
                    Name = plan.Unit.ShortName,
                    Ceiling = PageWords.Rupiah(plan.Budget.Ceiling()),
                    Realisation = "–",
                    Absorption = "–",
                    Percent = null,
                    Url = url + "/anggaran",
                },
                .. plan.Budget.Programmes.Select(programme => new BudgetLine
                {
                    Level = 1,
                    Number = "",
                    Name = programme.Name,
                    Ceiling = PageWords.Rupiah(programme.Ceiling()),
                    Realisation = "–",
                    Absorption = "–",
                    Percent = null,
                    Url = ProgrammeUrl(url, programme.Code),
                }),
            ];
        }

        return
        [
            .. evaluation
                .Budget.All()
                .Where(node => node.Level != BudgetLevel.SubActivity)
                .Take(Most)
                .Select(node => new BudgetLine
                {
                    Level = (int)node.Level,
                    Number = node.Number,
                    Name = node.Name,
                    Ceiling = PageWords.Rupiah(node.Ceiling),
                    Realisation = PageWords.Rupiah(node.Realisation ?? node.Known),
                    Absorption = node.Absorption.Rounded is { } share ? PageWords.Number(share) + "%" : "belum lengkap",
                    Percent = node.Absorption.Exact ?? (node.Ceiling > 0 ? node.Known / node.Ceiling * 100m : null),
                    Url =
                        node.Level == BudgetLevel.Office
                            ? url + "/anggaran"
                            : ProgrammeUrl(url, ProgrammeOf(evaluation.Budget, node).Code),
                    Pace = Pace(evaluation.UpTo),
                }),
        ];
    }

    private static BudgetNode ProgrammeOf(BudgetNode office, BudgetNode node) =>
        office.Parts.First(programme => programme.All().Contains(node));

    private static string ProgrammeUrl(string url, string code) =>
        $"{url}/anggaran?program={Uri.EscapeDataString(code)}";

    private static decimal Pace(Quarter quarter) => (int)quarter * 25m;
}
