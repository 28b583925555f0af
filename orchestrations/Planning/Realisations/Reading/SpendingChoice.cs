using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Which column of money is taken: the one that was chosen, the only likely one, or the one of the last import.</summary>
/// <param name="Column">Null while nobody has chosen.</param>
/// <param name="IsChosen">A person chose it, now or before: it is remembered.</param>
internal sealed record SpendingChoice(SpendingCandidate? Column, bool IsChosen, SpendingQuestion Question)
{
    public const string ColumnField = "column";
    public const string BlanksField = "blanks";

    public static SpendingChoice Of(
        RealisationImport import,
        IReadOnlyList<SpendingCandidate> candidates,
        IReadOnlyList<string> remembered
    )
    {
        var likely = candidates.Where(one => one.IsLikely).ToList();
        var given = candidates.FirstOrDefault(one => one.Key == import.Column);
        var former = remembered
            .Select(key => SpendingMemory.Find(candidates, key))
            .FirstOrDefault(one => one is not null);
        var only = likely.Count == 1 ? likely[0] : null;
        var column = given ?? former ?? only;
        return new SpendingChoice(
            column,
            given is not null || former is not null,
            new SpendingQuestion(
                ColumnField,
                "Kolom mana yang berisi realisasi keuangan dari awal tahun sampai tanggal posisi?",
                [.. candidates.Select(Option)],
                column?.Key,
                given is not null ? null
                    : former is not null ? "seperti impor sebelumnya"
                    : only is not null ? "menurut judul kolom"
                    : null
            )
        );
    }

    public static SpendingQuestion Blanks(SpendingCandidate column, IReadOnlyList<int> rows, BlankCells blanks) =>
        new(
            BlanksField,
            $"{rows.Count} sel realisasi kosong pada lembar {column.Table.Sheet.Name}: baris {SpendingText.List(rows)}. Belum ada realisasinya?",
            [
                new SpendingOption("zero", "Anggap 0"),
                new SpendingOption("refuse", "Tolak", "Isi selnya di berkas, lalu unggah kembali."),
            ],
            blanks switch
            {
                BlankCells.Zero => "zero",
                BlankCells.Refuse => "refuse",
                _ => null,
            }
        );

    private static SpendingOption Option(SpendingCandidate candidate)
    {
        var read = new SpendingReading(candidate.Table, candidate.Heading.Column, 1m, BlankCells.Zero);
        return new SpendingOption(
            candidate.Key,
            candidate.Heading.Text,
            $"lembar {candidate.Table.Sheet.Name}, kolom {Workbooks.CellAddress.Letters(candidate.Heading.Column)}, jumlah {IndonesianNumber.Rupiah(read.Total)}"
                + (candidate.IsLikely ? "" : "; tampaknya bukan jumlah sampai tanggal posisi")
        );
    }
}
