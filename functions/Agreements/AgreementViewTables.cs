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
        return snapshot.Post is not null && snapshot.Programmes.Count == 0
            ? [Targets(snapshot, quarters)]
            : [Targets(snapshot, quarters), Amounts(snapshot)];
    }

    private static PageTable Targets(AgreementSnapshot snapshot, IReadOnlyList<Kernel.Quarter> quarters) =>
        new(
            "Sasaran, indikator, dan target",
            [
                snapshot.Post is null ? "Sasaran strategis" : "Sasaran",
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
        );

    private static PageTable Amounts(AgreementSnapshot snapshot) =>
        new(
            snapshot.Post is null ? "Program dan anggaran" : "Sub kegiatan dan anggaran",
            [snapshot.Post is null ? "Program" : "Sub kegiatan", "Anggaran", "Keterangan"],
            [
                .. snapshot.Programmes.Select(programme =>
                    (IReadOnlyList<string>)[programme.Name, PageWords.Rupiah(programme.Amount), programme.FundSource]
                ),
                ["Jumlah", PageWords.Rupiah(snapshot.Total()), ""],
            ]
        );

    private static string Target(AnnualTarget target) =>
        target switch
        {
            { Value: null } => target.Text ?? "–",
            { Upper: { } upper } => $"{PageWords.Number(target.Value)}–{PageWords.Number(upper)}",
            _ => PageWords.Number(target.Value),
        };
}
