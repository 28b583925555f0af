using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>What a step is called, what its bearer is asked to do, and what the button of its yes says.</summary>
internal sealed record LinkWords(string Title, string Lead, string Yes)
{
    public static LinkWords Of(OpenedLink link) =>
        OfAgreement(link)
        ?? OfQuarter(link.Kind, link.Subject is QuarterlySubject of ? $"{of.Quarter.Roman()} Tahun {of.Year}" : "")
        ?? OfYear(link.Kind, link.Plan.Year)
        ?? throw new ArgumentOutOfRangeException(nameof(link), link.Kind, "Unknown kind of approval.");

    private static LinkWords? OfAgreement(OpenedLink link) =>
        link.Kind switch
        {
            ApprovalKind.AgreementCheck => new(
                $"Pemeriksaan {link.DocumentTitle}",
                "Periksalah naskah ini sebelum diajukan kepada para pihak: sasaran, indikator, target, dan anggarannya.",
                "Nyatakan sesuai"
            ),
            ApprovalKind.FirstPartySignature => new(
                $"Tanda tangan {link.DocumentTitle}",
                "Bacalah perjanjian kinerja ini. Sebagai pihak pertama, tanda tangan Anda menyatakan janji untuk mewujudkan targetnya.",
                "Tanda tangani"
            ),
            ApprovalKind.SecondPartySignature => new(
                $"Tanda tangan {link.DocumentTitle}",
                "Perjanjian kinerja ini telah ditandatangani pihak pertama dan menunggu tanda tangan Anda sebagai pihak kedua.",
                "Tanda tangani"
            ),
            _ => null,
        };

    private static LinkWords? OfQuarter(ApprovalKind kind, string quarter) =>
        kind switch
        {
            ApprovalKind.ReportSubmission => new(
                $"Laporan kinerja Triwulan {quarter}",
                "Isilah capaian sub-unit Anda. Angka boleh ditulis 87,5 atau 87.5, rupiah boleh memakai Rp dan titik. "
                    + "Kosongkan yang belum ada; kosong tidak dihitung nol.",
                "Kirim laporan"
            ),
            ApprovalKind.ReportApproval => new(
                $"Persetujuan laporan Triwulan {quarter}",
                "Periksalah laporan sub-unit Anda sebelum diteruskan ke verifikator.",
                "Setujui laporan"
            ),
            ApprovalKind.ReportVerification => new(
                $"Verifikasi laporan Triwulan {quarter}",
                "Periksalah angka dan keterangannya. Bila perlu diperbaiki, kembalikan dengan catatan.",
                "Nyatakan terverifikasi"
            ),
            ApprovalKind.QuarterReopening => new(
                $"Pembukaan kembali Triwulan {quarter}",
                "Triwulan ini sudah dikunci. Bila Anda setuju, sub-unit di bawah ini melapor kembali pada putaran berikutnya; "
                    + "angka yang telah dikunci tetap tersimpan.",
                "Setujui pembukaan kembali"
            ),
            _ => null,
        };

    private static LinkWords? OfYear(ApprovalKind kind, int year) =>
        kind switch
        {
            ApprovalKind.AnnualReview => new(
                $"Reviu Laporan Kinerja Tahun {year}",
                "Laporan kinerja ini menunggu reviu Inspektorat. Pernyataan telah direviu dimuat setelah Anda menyetujuinya.",
                "Nyatakan telah direviu"
            ),
            ApprovalKind.AnnualSignature => new(
                $"Tanda tangan Laporan Kinerja Tahun {year}",
                "Laporan kinerja telah direviu dan menunggu tanda tangan Anda sebelum diterbitkan.",
                "Tanda tangani dan terbitkan"
            ),
            ApprovalKind.Narrative => new(
                $"Narasi Laporan Kinerja Tahun {year}",
                "Tulislah penjelasan untuk bagian ini. Angka diambil dari data yang sudah diverifikasi lewat kodenya.",
                "Kirim narasi"
            ),
            _ => null,
        };
}
