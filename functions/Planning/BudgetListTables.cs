using Sakip.Functions.Web;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>What was read from a budget list, and what it changes, as tables.</summary>
internal static class BudgetListTables
{
    private const int MostShown = 500;

    public static IEnumerable<PlanTable> Of(BudgetListResult read)
    {
        var reading = read.Reading;
        if (read.Errors.Count > 0)
        {
            yield return ImportViews.Findings(
                $"Kesalahan ({read.Errors.Count})",
                "Yang salah dan yang diharapkan",
                read.Errors
            );
        }

        if (reading.Warnings.Count > 0)
        {
            yield return ImportViews.Findings(
                $"Peringatan ({reading.Warnings.Count})",
                "Yang perlu diperiksa",
                reading.Warnings
            );
        }

        if (reading.Source is { } source)
            yield return Source(source);
        if (read.Merged is not { } merged)
            yield break;
        if (merged.Renamed.Count > 0)
        {
            yield return PlanViews.Table(
                $"Nama yang berbeda ({merged.Renamed.Count})",
                ["Kode", "Nama yang berlaku", "Nama dalam berkas"],
                merged
                    .Renamed.Take(MostShown)
                    .Select(one => (IReadOnlyList<string>)[one.Code, one.Standing, one.InFile])
            );
        }

        if (merged.Unlike.Count > 0)
        {
            yield return PlanViews.Table(
                $"Nama yang berbeda dari nomenklatur {Nomenclature.Title} ({merged.Unlike.Count})",
                ["Kode", "Nama dalam berkas", "Nama menurut nomenklatur"],
                merged.Unlike.Take(MostShown).Select(one => (IReadOnlyList<string>)[one.Code, one.InFile, one.National])
            ) with
            {
                IsOpen = false,
            };
        }

        if (merged.Codes.Count > 0)
        {
            yield return PlanViews.Table(
                $"Kode yang disamakan ({merged.Codes.Count})",
                ["Kode dalam berkas", "Kode yang berlaku"],
                merged.Codes.Take(MostShown).Select(pair => (IReadOnlyList<string>)[pair.Key, pair.Value])
            ) with
            {
                IsOpen = false,
            };
        }

        if (read.Wanted is { } wanted)
            yield return Shortened(BudgetViews.Amounts(read.Current, wanted));
    }

    private static PlanTable Source(SpendingSource source) =>
        PlanViews.Table(
            "Yang terbaca",
            ["Hal", "Isi"],
            [
                ["Kolom pagu", $"{source.Heading} (lembar {source.Sheet}, kolom {source.Column})"],
                ["Sub kegiatan", PageWords.Number(source.Rows)],
                ["Jumlah yang terbaca", PageWords.Rupiah(source.Total)],
                ["Baris jumlah di berkas", source.FileTotal is { } stated ? PageWords.Rupiah(stated) : "Tidak ada"],
            ]
        );

    private static PlanTable Shortened(PlanTable table) =>
        table.Table.Rows.Count <= MostShown
            ? table
            : table with
            {
                Title = $"{table.Title} ({MostShown} dari {PageWords.Number(table.Table.Rows.Count)})",
                Table = table.Table with { Rows = [.. table.Table.Rows.Take(MostShown)] },
            };
}
