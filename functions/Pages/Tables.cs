using Sakip.Agreements;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Pages;

/// <summary>An agreement's targets and amounts as tables.</summary>
internal static class AgreementTables
{
    public static IReadOnlyList<TableView> Of(OfficePlan plan, AgreementSnapshot snapshot)
    {
        var quarters = plan.Agreement.ShowQuarterlyTargets ? Kernel.Quarters.All : [];
        return
        [
            new TableView(
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
                                    Words.Number(indicator.Target.Quarterly?.ElementAtOrDefault((int)quarter - 1))
                                ),
                            ]
                    ),
                ]
            ),
            new TableView(
                "Program dan anggaran",
                ["Program", "Anggaran", "Keterangan"],
                [
                    .. snapshot.Programmes.Select(programme =>
                        (IReadOnlyList<string>)[programme.Name, Words.Rupiah(programme.Amount), programme.FundSource]
                    ),
                    ["Jumlah", Words.Rupiah(snapshot.Total()), ""],
                ]
            ),
        ];
    }

    private static string Target(AnnualTarget target) =>
        target switch
        {
            { Value: null } => target.Text ?? "–",
            { Upper: { } upper } => $"{Words.Number(target.Value)}–{Words.Number(upper)}",
            _ => Words.Number(target.Value),
        };
}
