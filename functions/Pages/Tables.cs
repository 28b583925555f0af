using Sakip.Agreements;

namespace Sakip.Functions.Pages;

/// <summary>An agreement's targets and amounts as tables.</summary>
public static class AgreementTables
{
    public static IReadOnlyList<TableView> Of(AgreementSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return
        [
            new TableView(
                "Sasaran, indikator, dan target", ["Sasaran strategis", "Indikator kinerja", "Satuan", "Target"],
                [.. snapshot.Indicators.Select(indicator => (IReadOnlyList<string>)
                    [indicator.Objective, indicator.Name, indicator.Measure, indicator.Target.Text ?? Words.Number(indicator.Target.Value)])]),
            new TableView(
                "Program dan anggaran", ["Program", "Anggaran", "Keterangan"],
                [
                    .. snapshot.Programmes.Select(programme => (IReadOnlyList<string>)
                        [programme.Name, Words.Rupiah(programme.Amount), programme.FundSource]),
                    ["Jumlah", Words.Rupiah(snapshot.Total()), ""],
                ]),
        ];
    }
}
