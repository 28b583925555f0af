using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Why a file cannot be read at all: what was read, what is wanted and the way out.</summary>
internal static class SpendingRefusals
{
    private const string WayOut =
        "Sesuaikan judul kolomnya, atau salin angkanya ke templat di halaman Anggaran, lalu unggah kembali.";

    public static PlanError NoHeadings(IReadOnlyList<SpendingSheet> sheets)
    {
        var sheet = sheets.FirstOrDefault(sheet => sheet.Rows.Count > 0);
        // The row with most words is the likeliest to be meant as headings.
        var row = sheet?.Rows.Take(40).MaxBy(row => row.Cells.Count(cell => cell.Text.Any(char.IsLetter)));
        return new PlanError(
            "$",
            "Baris judul tidak ditemukan. "
                + (
                    row is null
                        ? "Tidak ada isi yang terbaca. "
                        : $"Terbaca pada baris {row.Number}: {Quoted(row.Cells.Select(cell => cell.Text))}. "
                )
                + $"Diharapkan kolom \"Kode sub kegiatan\" dan \"Realisasi\", dan bila ada \"Tanggal posisi\". {WayOut}",
            row is null ? null : new CellPlace(sheet!.Name, row.Number)
        );
    }

    public static PlanError NoCodes(SpendingTable table, Budget budget)
    {
        var read = table
            .Sheet.Rows.Where(row => row.Number > table.Block.Last)
            .Select(row => table.Sheet.Text(row.Number, table.Codes.Columns[0]))
            .Where(text => text.Length > 0);
        return new PlanError(
            "$",
            "Tidak ada satu pun baris dengan kode sub kegiatan dari anggaran yang berlaku. "
                + $"Terbaca misalnya {Quoted(read)}; anggaran memuat misalnya {Quoted(budget.SubActivities().Select(sub => sub.Code))}. "
                + "Periksa apakah berkas ini milik kantor dan tahun ini, atau samakan kodenya.",
            table.Place(table.Block.Last + 1, table.Codes.Columns[0])
        );
    }

    public static PlanError NoMoney(SpendingTable table, int year, Quarter quarter)
    {
        var read = table
            .Block.Headings.Select(heading => (heading.Text, Word: Word(heading.Role(year, quarter))))
            .Where(one => one.Word is not null)
            .Select(one => $"\"{one.Text}\" ({one.Word})");
        return new PlanError(
            "$",
            "Kolom realisasi keuangan dari awal tahun tidak ditemukan. "
                + $"Terbaca {string.Join(", ", read.DefaultIfEmpty("tidak satu pun kolom realisasi"))}. "
                + $"Diharapkan kolom rupiah, misalnya \"Realisasi Keuangan s.d. {IndonesianDate.Long(quarter.LastDay(year))} (Rp)\". {WayOut}",
            table.Place(table.Block.First, null)
        );
    }

    private static string? Word(SpendingRole role) =>
        role switch
        {
            SpendingRole.Percent => "persen",
            SpendingRole.Physical => "fisik",
            SpendingRole.Unspent => "rencana atau sisa",
            SpendingRole.Elsewhen => "periode lain",
            SpendingRole.PartOnly => "satu periode saja",
            _ => null,
        };

    private static string Quoted(IEnumerable<string> texts)
    {
        var shown = texts
            .Select(SpendingSheet.OneLine)
            .Where(text => text.Length > 0)
            .Take(6)
            .Select(text => $"\"{(text.Length > 60 ? text[..60] + "…" : text)}\"");
        return string.Join(", ", shown.DefaultIfEmpty("tidak ada"));
    }
}
