using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>What the reviewer found for one item.</summary>
internal enum ReviewStatus
{
    Fulfilled,
    FulfilledWithNotes,
    NotFulfilled,
}

/// <param name="Item">Code of the checklist's item.</param>
/// <param name="Note">Condition found; it must be there unless the item is fulfilled.</param>
/// <param name="Recommendation">It must be there when the item is not fulfilled.</param>
internal sealed record ReviewFinding(
    string Item,
    ReviewStatus Status,
    string? Note = null,
    string? Recommendation = null
);

/// <summary>A filled-in review: the report's number, every item, and the conclusion.</summary>
internal sealed record ReviewSubmission(
    string? Number,
    IReadOnlyList<ReviewFinding> Findings,
    string? Conclusion = null
);

/// <summary>The Inspectorate's checklist (Permenpan-RB 53/2014, annex III): data that an office may change in its plan.</summary>
internal static class ReviewChecklist
{
    public static IReadOnlyList<ReviewGroup> Of(OfficePlan plan)
    {
        return plan.Report.ReviewChecklist is { Count: > 0 } own ? own : Standard;
    }

    public static string Words(this ReviewStatus status) =>
        status switch
        {
            ReviewStatus.Fulfilled => "Terpenuhi",
            ReviewStatus.FulfilledWithNotes => "Terpenuhi dengan catatan",
            _ => "Tidak terpenuhi",
        };

    public static IReadOnlyList<ReviewGroup> Standard { get; } =
    [
        new(
            "I",
            "Format",
            [
                new("i-1", "Laporan kinerja telah menampilkan data penting unit kerja."),
                new("i-2", "Laporan kinerja telah menyajikan informasi target kinerja."),
                new("i-3", "Laporan kinerja telah menyajikan capaian kinerja yang memadai."),
                new("i-4", "Laporan kinerja telah menyajikan lampiran yang mendukung informasi pada badan laporan."),
                new("i-5", "Laporan kinerja telah menyajikan upaya perbaikan ke depan."),
                new("i-6", "Laporan kinerja telah menyajikan akuntabilitas keuangan."),
            ]
        ),
        new(
            "II",
            "Mekanisme Penyusunan",
            [
                new("ii-1", "Laporan kinerja disusun oleh unit kerja yang memiliki tugas dan fungsi untuk itu."),
                new("ii-2", "Informasi yang disampaikan telah didukung dengan data yang memadai."),
                new(
                    "ii-3",
                    "Telah terdapat mekanisme penyampaian data dan informasi dari unit kerja ke penyusun laporan."
                ),
                new("ii-4", "Telah ditetapkan penanggung jawab pengumpulan data di setiap unit kerja."),
                new("ii-5", "Data kinerja yang disampaikan telah diyakini keandalannya."),
                new("ii-6", "Analisis dalam laporan kinerja telah diketahui oleh unit kerja terkait."),
                new("ii-7", "Laporan kinerja merupakan gabungan dari unit kerja di bawahnya."),
            ]
        ),
        new(
            "III",
            "Substansi",
            [
                new("iii-1", "Tujuan dan sasaran dalam laporan kinerja telah sesuai dengan perjanjian kinerja."),
                new("iii-2", "Tujuan dan sasaran dalam laporan kinerja telah selaras dengan rencana strategis."),
                new("iii-3", "Ketidaksesuaian pada butir di atas, bila ada, telah dijelaskan secara memadai."),
                new("iii-4", "Tujuan dan sasaran dalam laporan kinerja telah sesuai dengan indikator kinerja utama."),
                new(
                    "iii-5",
                    "Telah terdapat perbandingan dengan tahun lalu, standar nasional, dan pembanding lain yang bermanfaat."
                ),
                new("iii-6", "Indikator kinerja telah cukup mengukur tujuan dan sasaran."),
                new(
                    "iii-7",
                    "Indikator kinerja telah SMART (spesifik, terukur, dapat dicapai, relevan, berbatas waktu)."
                ),
            ]
        ),
    ];
}
