namespace Sakip.Consistency;

/// <summary>How one table was understood, and what of it was not.</summary>
internal sealed record TableReading(ReadTable Table, IReadOnlyList<string> NotChecked)
{
    private static readonly Dictionary<ColumnRole, string> Meanings = new()
    {
        [ColumnRole.Number] = "nomor atau kode",
        [ColumnRole.Goal] = "tujuan",
        [ColumnRole.Objective] = "sasaran",
        [ColumnRole.Indicator] = "indikator",
        [ColumnRole.Measure] = "satuan",
        [ColumnRole.Target] = "target",
        [ColumnRole.Realisation] = "realisasi",
        [ColumnRole.Achievement] = "capaian",
        [ColumnRole.EndTarget] = "target akhir",
        [ColumnRole.Progress] = "tingkat kemajuan",
        [ColumnRole.Programme] = "program, kegiatan, atau sub kegiatan",
        [ColumnRole.ProgrammeIndicator] = "indikator program",
        [ColumnRole.OwnAchievement] = "capaian program",
        [ColumnRole.Support] = "program yang menunjang",
        [ColumnRole.Ceiling] = "pagu",
        [ColumnRole.Spent] = "realisasi anggaran",
        [ColumnRole.Absorption] = "persentase realisasi anggaran",
        [ColumnRole.Efficiency] = "efisiensi",
        [ColumnRole.Interval] = "interval peringkat",
        [ColumnRole.Label] = "peringkat",
        [ColumnRole.Colour] = "warna",
        [ColumnRole.Analysis] = "analisis",
        [ColumnRole.Solution] = "solusi",
        [ColumnRole.Item] = "uraian",
        [ColumnRole.Value] = "nilai",
        [ColumnRole.Fund] = "sumber dana",
    };

    public static TableReading Of(PrintedFacts facts, TableView view)
    {
        var isAnnex = view.Section.Kind == SectionKind.Annex;
        var table =
            isAnnex && view.Table.Columns.All(column => column.Role == ColumnRole.Other)
                ? new TableView(
                    view.Table with
                    {
                        Columns = ColumnRoles.Of(view.Table.Columns, facts.Report.Year),
                    },
                    view.Section
                )
                : view;
        var isChecked = isAnnex ? IsAnnexed(table) : IsUsed(facts, table);
        var columns = table
            .Table.Columns.Select(
                (column, i) =>
                    new ReadColumn(
                        column.Heading.Trim() is { Length: > 0 } heading ? heading : $"(tanpa judul, kolom ke-{i + 1})",
                        Meanings.GetValueOrDefault(column.Role)
                            ?? (ColumnVocabulary.IsRemark(column.Heading) ? "keterangan" : null)
                    )
            )
            .ToList();
        return new(
            new(view.Place, view.Table.Caption, view.Table.Rows.Count, columns, isChecked),
            [.. Unread(view.Place, columns, isChecked), .. Unlevelled(table)]
        );
    }

    private static IEnumerable<string> Unread(string place, List<ReadColumn> columns, bool isChecked)
    {
        var unread = columns.Where(column => column.Meaning is null).Select(column => $"\"{column.Heading}\"").ToList();
        if (unread.Count > 0)
        {
            yield return $"{place}: kolom {string.Join(", ", unread)} tidak dikenali; "
                + (isChecked ? "kolom itu tidak diperiksa." : "tabel ini tidak diperiksa.");
        }
        else if (!isChecked)
        {
            yield return $"{place}: tidak ada aturan untuk tabel dengan kolom "
                + $"{string.Join(", ", columns.Select(column => $"\"{column.Heading}\""))}; tabel ini tidak diperiksa.";
        }
    }

    // An amount whose row is neither programme nor part of one takes part in no sum.
    private static IEnumerable<string> Unlevelled(TableView table)
    {
        if (!table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling) || table.Section.Kind == SectionKind.Annex)
            yield break;
        var rows = table
            .Table.Rows.Where(row =>
                row.Level == RowLevel.None && table.Amount(row, ColumnRole.Ceiling) is not (null or 0m)
            )
            .Select(row => table.Cell(row, ColumnRole.Programme))
            .ToList();
        if (rows.Count > 0)
        {
            yield return $"{table.Place}: {rows.Count} baris tidak diketahui tingkatnya (program, kegiatan, atau sub kegiatan), "
                + $"misalnya \"{rows[0]}\"; baris itu tidak ikut dijumlahkan.";
        }
    }

    private static bool IsUsed(PrintedFacts facts, TableView table) =>
        table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling)
            && table.Table.Rows.Any(row => row.Level != RowLevel.None)
        || table.HasAll(ColumnRole.Ceiling, ColumnRole.Spent, ColumnRole.Absorption)
        || table.HasAll(ColumnRole.Programme, ColumnRole.OwnAchievement)
        || table.HasAll(ColumnRole.Interval, ColumnRole.Label)
        || table.HasAll(ColumnRole.Item, ColumnRole.Value)
        || facts.Values.Any(value => value.Table == table);

    private static bool IsAnnexed(TableView table) =>
        table.HasAll(ColumnRole.Indicator, ColumnRole.Target) || table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling);
}
