using Sakip.Agreements;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Agreements;

/// <summary>An agreement's targets and amounts as tables.</summary>
internal static class AgreementViewTables
{
    public static IReadOnlyList<PageTable> Of(OfficePlan plan, AgreementSnapshot snapshot)
    {
        var quarters = plan.Agreement.ShowQuarterlyTargets ? Kernel.Quarters.All : [];
        return
        [
            new PageTable(
                "Sasaran, indikator, dan target",
                [
                    "Sasaran strategis",
                    "Indikator kinerja",
                    "Satuan",
                    "Target",
                    .. quarters.Select(quarter => "TW " + quarter.Roman()),
                ],
                [
                    .. snapshot.Indicators.Select(indicator =>
                        (IReadOnlyList<string>)
                            [
                                indicator.Objective,
                                indicator.Name,
                                indicator.Measure,
                                Target(indicator.Target),
                                .. quarters.Select(quarter =>
                                    PageWords.Number(indicator.Target.Quarterly?.ElementAtOrDefault((int)quarter - 1))
                                ),
                            ]
                    ),
                ]
            ),
            new PageTable(
                "Program dan anggaran",
                ["Program", "Anggaran", "Keterangan"],
                [
                    .. snapshot.Programmes.Select(programme =>
                        (IReadOnlyList<string>)
                            [programme.Name, PageWords.Rupiah(programme.Amount), programme.FundSource]
                    ),
                    ["Jumlah", PageWords.Rupiah(snapshot.Total()), ""],
                ]
            ),
        ];
    }

    private static string Target(AnnualTarget target) =>
        target switch
        {
            { Value: null } => target.Text ?? "–",
            { Upper: { } upper } => $"{PageWords.Number(target.Value)}–{PageWords.Number(upper)}",
            _ => PageWords.Number(target.Value),
        };
}
