using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <param name="Action">Where the form goes.</param>
/// <param name="IsApplied">The button that keeps the file was pressed.</param>
/// <param name="IsSeen">The preview that was sent back is of the same choices as this one.</param>
internal sealed record RealisationTyped(string Action, string Reason, bool IsApplied, bool IsSeen);

/// <param name="Seen">The choices of which this is the preview.</param>
/// <param name="Reason">Asked for where something is unlike the budget; otherwise null.</param>
internal sealed record RealisationView(
    string Title,
    string Root,
    string Action,
    string Outcome,
    bool IsBad,
    bool CanApply,
    string Seen,
    IReadOnlyList<SpendingQuestion> Questions,
    FieldView? Reason,
    IReadOnlyList<PlanTable> Tables
);

/// <summary>What a file of the finance system would change in a quarter.</summary>
internal sealed class RealisationViews(BudgetRealisations realisations, QuarterRecords quarters)
{
    /// <summary>The button that only shows what the choices make.</summary>
    public const string Look = "lihat";

    /// <summary>The field that tells of which choices a preview was sent back.</summary>
    public const string Seen = "dilihat";

    public async Task<RealisationView> OfAsync(
        OfficePlan plan,
        Quarter quarter,
        RealisationResult read,
        RealisationTyped typed,
        CancellationToken cancellation
    )
    {
        var reading = read.Reading;
        var standing = await realisations.ReadAsync(plan.Office, quarter, cancellation);
        var own = await OwnAsync(quarters, plan.Office, quarter, cancellation);
        return new RealisationView(
            $"Pratinjau realisasi triwulan {quarter.Roman()}",
            $"/kantor/{plan.Unit.Code}/{plan.Year}/anggaran",
            typed.Action,
            Outcome(reading, typed),
            reading.Refusal is not null || reading.Errors.Count > 0 || typed.IsApplied,
            reading.Realisation is not null,
            RealisationAnswers.Seen(reading),
            reading.Questions,
            ReasonOf(reading, typed),
            [
                .. Source(reading.Source),
                .. Findings("Kesalahan", "Yang salah dan yang diharapkan", reading.Errors),
                .. Findings("Peringatan", "Yang perlu diperiksa", reading.Warnings),
                .. reading.Realisation is { } made
                    ? [Rows(made, read.Budget, standing, own)]
                    : Array.Empty<PlanTable>(),
            ]
        );
    }

    /// <summary>The sub-units' own figures as locked for the quarter.</summary>
    public static async Task<IReadOnlyDictionary<string, decimal>> OwnAsync(
        QuarterRecords quarters,
        OfficeYear office,
        Quarter? quarter,
        CancellationToken cancellation
    )
    {
        var figures = (await quarters.ReadAsync(office, cancellation)).FirstOrDefault(one => one.Quarter == quarter);
        return figures is null ? new Dictionary<string, decimal>() : Own(figures);
    }

    /// <summary>What the sub-units themselves reported as spent, where the quarter was locked with another's figure too.</summary>
    public static Dictionary<string, decimal> Own(QuarterlyFigures figures) =>
        figures
            .SubActivities.Where(figure => (figure.Reported ?? figure.Spending) is not null)
            .DistinctBy(figure => figure.SubActivity)
            .ToDictionary(figure => figure.SubActivity, figure => (figure.Reported ?? figure.Spending)!.Value);

    private static string Outcome(RealisationReading reading, RealisationTyped typed)
    {
        if (reading.Refusal is { } refusal)
            return refusal;
        if (reading.Errors.Count > 0)
            return $"Ditemukan {reading.Errors.Count} kesalahan; tidak ada yang disimpan. Perbaiki berkasnya, lalu unggah kembali.";
        if (reading.Realisation is not { } made)
            return "Ada yang perlu Anda pilih sebelum berkas ini dapat diterapkan. Belum ada yang disimpan.";
        if (typed.IsApplied && !typed.IsSeen)
            return "Pilihan Anda berubah; belum ada yang disimpan. Periksa pratinjau ini, lalu terapkan.";
        return reading.LacksReason && typed.IsApplied
            ? "Tulis dahulu alasannya di bawah; belum ada yang disimpan."
            : $"Terbaca {made.Rows.Count} sub kegiatan, jumlah {PageWords.Rupiah(made.Total())}, posisi {IndonesianDate.Long(made.Position)}.";
    }

    private static FieldView? ReasonOf(RealisationReading reading, RealisationTyped typed) =>
        reading.Realisation?.Exceptions is not { } exceptions
            ? null
            : new FieldView(
                RealisationAnswers.Reason,
                "Alasan",
                typed.Reason,
                $"Wajib karena {exceptions.Count} hal berbeda dari anggaran yang berlaku (lihat Peringatan), misalnya pergeseran anggaran yang belum diimpor. Alasan ini disimpan dan dibaca verifikator.",
                typed.IsApplied && typed.IsSeen && reading.LacksReason ? "Tulis alasannya sebelum menerapkan." : null,
                IsLong: true
            );

    private static IEnumerable<PlanTable> Findings(string title, string what, IReadOnlyList<PlanError> errors)
    {
        if (errors.Count > 0)
            yield return ImportViews.Findings($"{title} ({errors.Count})", what, errors);
    }

    private static IEnumerable<PlanTable> Source(SpendingSource? source)
    {
        if (source is null)
            yield break;
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "Kolom realisasi", $"{source.Heading} (lembar {source.Sheet}, kolom {source.Column})" },
            new[] { "Sub kegiatan", PageWords.Number(source.Rows) },
            new[] { "Jumlah yang terbaca", PageWords.Rupiah(source.Total) },
            new[] { "Baris jumlah di berkas", source.FileTotal is { } stated ? PageWords.Rupiah(stated) : "Tidak ada" },
        };
        if (source.FileTotal is { } total && total != source.Total)
            rows.Add(["Selisih", $"{BudgetViews.Signed(source.Total - total)} – periksa"]);
        if (source.Summed > 0)
        {
            rows.Add([
                "Rincian rekening",
                $"{PageWords.Number(source.Summed)} baris rekening dijumlahkan per sub kegiatan",
            ]);
        }

        yield return PlanViews.Table("Yang terbaca", ["Hal", "Isi"], rows);
    }

    private static PlanTable Rows(
        BudgetRealisation made,
        Budget budget,
        BudgetRealisation? standing,
        IReadOnlyDictionary<string, decimal> own
    )
    {
        var subs = budget.SubActivities().ToDictionary(sub => sub.Code);
        return PlanViews.Table(
            $"Realisasi per {IndonesianDate.Long(made.Position)}",
            ["Kode", "Sub kegiatan", "Pagu", "Tersimpan", "Dalam berkas", "Menurut sub-unit", "Selisih"],
            made.Rows.Select(row =>
                (IReadOnlyList<string>)
                    [
                        row.SubActivity,
                        subs.TryGetValue(row.SubActivity, out var sub)
                            ? sub.Name
                            : $"{row.Name} (di luar anggaran yang berlaku)",
                        PageWords.Rupiah(sub?.Ceiling),
                        PageWords.Rupiah(standing?.Of(row.SubActivity)),
                        PageWords.Rupiah(row.Spending),
                        PageWords.Rupiah(own.TryGetValue(row.SubActivity, out var given) ? given : null),
                        own.TryGetValue(row.SubActivity, out var theirs)
                            ? BudgetViews.Signed(row.Spending - theirs)
                            : "–",
                    ]
            ),
            2,
            3,
            4,
            5,
            6
        );
    }
}
