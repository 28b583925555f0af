using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What is not wrong in itself and yet worth a look before it is taken.</summary>
internal static class SpendingWarnings
{
    private const decimal Least = 1m;
    private const decimal Most = 105m;

    public static IEnumerable<PlanError> Of(
        BudgetRealisation realisation,
        Budget budget,
        BudgetRealisation? before,
        SpendingTable table
    ) =>
        [
            .. Share(realisation, budget, table),
            .. Missing(realisation, budget, table),
            .. Fallen(realisation, before, table),
        ];

    /// <summary>How the sum compares with the file's own, and what of the file is not shown to who opens it.</summary>
    public static IEnumerable<PlanError> Of(SpendingSource source, SpendingCandidate column)
    {
        if (source.FileTotal is { } stated && stated != source.Total)
        {
            yield return new PlanError(
                "$",
                $"Jumlah yang terbaca {IndonesianNumber.Rupiah(source.Total)} berbeda dari baris jumlah di berkas {IndonesianNumber.Rupiah(stated)}: "
                    + $"selisih {IndonesianNumber.Rupiah(source.Total - stated)}. Periksa baris yang tidak terbaca.",
                column.Table.Place(null, column.Heading.Column)
            );
        }

        var hidden = column.Table.Lines.Where(line => line.Sub is not null && line.Row.IsHidden).ToList();
        if (hidden.Count > 0)
        {
            yield return new PlanError(
                "$",
                $"Baris tersembunyi ikut dibaca: baris {SpendingText.List([.. hidden.Select(line => line.Row.Number)])}.",
                column.Table.Place(hidden[0].Row.Number, null)
            );
        }
    }

    private static IEnumerable<PlanError> Share(BudgetRealisation realisation, Budget budget, SpendingTable table)
    {
        if (budget.Ceiling() <= 0m)
            yield break;
        var share = realisation.Total() / budget.Ceiling() * 100m;
        if (share is >= Least and <= Most)
            yield break;
        yield return new PlanError(
            "$",
            $"Jumlah realisasi {IndonesianNumber.Rupiah(realisation.Total())} adalah {IndonesianNumber.Percent(share, 2)} dari pagu {IndonesianNumber.Rupiah(budget.Ceiling())}. "
                + (
                    share < Least ? "Periksa kolom dan satuannya." : "Periksa kolom, satuan, dan anggaran yang berlaku."
                ),
            table.Place(null, null)
        );
    }

    private static IEnumerable<PlanError> Missing(BudgetRealisation realisation, Budget budget, SpendingTable table) =>
        budget
            .SubActivities()
            .Where(sub => realisation.Of(sub.Code) is null)
            .Select(sub => new PlanError(
                "$",
                $"Sub kegiatan {sub.Code} {sub.Name} tidak ada dalam berkas.",
                table.Place(null, null)
            ));

    private static IEnumerable<PlanError> Fallen(
        BudgetRealisation realisation,
        BudgetRealisation? before,
        SpendingTable table
    ) =>
        from row in realisation.Rows
        let earlier = before?.Of(row.SubActivity)
        where earlier > row.Spending
        select new PlanError(
            "$",
            $"Realisasi kumulatif {row.SubActivity} turun dari {IndonesianNumber.Rupiah(earlier.Value)} menjadi {IndonesianNumber.Rupiah(row.Spending)}.",
            table.Place(null, null)
        );
}
