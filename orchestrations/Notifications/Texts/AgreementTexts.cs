using static Sakip.Notifications.Fact;

namespace Sakip.Notifications.Texts;

internal static class AgreementTexts
{
    public static MessageText SignatureRequested(MessageFacts facts) =>
        new(
            $"Mohon tanda tangan: {facts.Agreement}{facts.By()}",
            $"{facts.Agreement} {facts.Office} menunggu tanda tangan Bapak/Ibu.",
            Why: "Dokumen telah diperiksa. Halaman berikut menampilkan tepat dokumen yang akan ditandatangani; "
                + "Bapak/Ibu juga dapat mengembalikannya dengan catatan.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Selama belum ditandatangani, perjanjian kinerja belum berlaku. Pengingat akan dikirimkan.",
            Action: "Baca dan tanda tangani"
        );

    public static MessageText SeveralRequested(MessageFacts facts) =>
        new(
            $"Perjanjian kinerja bawahan menunggu Bapak/Ibu{facts.By()}",
            $"Perjanjian kinerja para pejabat di {facts.Office} menunggu {facts[Decision] ?? "keputusan"} Bapak/Ibu. Semua yang "
                + "menunggu ada pada satu halaman.",
            Why: "Bukalah tautan di bawah ini; pada halamannya yang lain ikut tampil, dapat dibaca satu per satu, dan "
                + "dapat diputuskan sekaligus.",
            Until: facts.Until(),
            Otherwise: "Selama belum diputuskan, perjanjian itu belum berlaku. Pengingat akan dikirimkan.",
            Action: "Lihat semuanya di Tugas saya"
        );

    public static MessageText CheckRequested(MessageFacts facts) =>
        new(
            $"Mohon diperiksa: {facts.Agreement}{facts.By()}",
            $"Naskah {facts.Agreement} {facts.Office} menunggu pemeriksaan Bapak/Ibu sebelum diajukan untuk ditandatangani.",
            Why: "Periksalah kesesuaian sasaran, indikator, target, dan anggarannya dengan rencana dan dokumen anggaran.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Selama belum diperiksa, naskah tidak diajukan kepada para pihak. Pengingat akan dikirimkan.",
            Action: "Periksa naskah"
        );

    public static MessageText Signed(MessageFacts facts) =>
        new(
            $"{facts.Agreement} telah ditandatangani {facts.Who("salah satu pihak")}",
            $"{facts.Agreement} {facts.Office} telah ditandatangani oleh {facts.Who("salah satu pihak")}.",
            Why: facts.With(Hash, "Sidik dokumen (SHA-256): ", ".").NullIfEmpty(),
            Action: "Lihat keadaannya"
        );

    public static MessageText SignatureFailed(MessageFacts facts) =>
        new(
            $"Penandatanganan gagal: {facts.Agreement}",
            $"Tanda tangan {facts.Who("penanda tangan")} pada {facts.Agreement} {facts.Office} belum berhasil dibubuhkan.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Belum ada yang tercatat. Tautan tetap berlaku; penandatanganan dapat diulangi setelah "
                + "penyebabnya diatasi.",
            Action: "Lihat keadaannya"
        );

    public static MessageText Cancelled(MessageFacts facts) =>
        new(
            $"{facts.Agreement} dibatalkan",
            $"Naskah {facts.Agreement} {facts.Office} dibatalkan oleh {facts.Who("perencana")} dan tidak dilanjutkan.",
            Note: facts.Note,
            Otherwise: "Perjanjian kinerja yang sedang berlaku tetap berlaku.",
            Action: "Lihat keadaannya"
        );

    public static MessageText SignatureReminder(MessageFacts facts) =>
        new(
            $"Pengingat tanda tangan: {facts.Agreement}{facts.By()}",
            $"{facts.Agreement} {facts.Office} masih menunggu tanda tangan Bapak/Ibu"
                + $"{facts.With(Days, "; tenggatnya tinggal ", " hari kerja")}.",
            Until: facts.Until(),
            Otherwise: "Bila tenggat terlewati, hal ini diteruskan kepada pimpinan dan perencana.",
            Action: "Baca dan tanda tangani"
        );

    public static MessageText InForce(MessageFacts facts) =>
        new(
            $"{facts.Agreement} telah berlaku",
            $"{facts.Agreement} {facts.Office} telah ditandatangani kedua pihak dan berlaku.",
            Why: facts.With(Hash, "Sidik dokumen (SHA-256): ", ".").NullIfEmpty(),
            Action: "Lihat dokumen"
        );

    public static MessageText Returned(MessageFacts facts) =>
        new(
            $"Mohon diperbaiki: {facts.Agreement} dikembalikan",
            $"{facts.Agreement} {facts.Office} dikembalikan oleh {facts.Who("pemeriksa atau penanda tangan")}.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Penandatanganan berhenti sampai naskah yang diperbaiki diajukan kembali.",
            Action: "Perbaiki naskah"
        );

    public static MessageText Overdue(MessageFacts facts) =>
        new(
            $"Terlambat: {facts.Agreement} belum ditandatangani",
            $"{facts.Agreement} {facts.Office} belum ditandatangani{facts.With(Who, " oleh ")} "
                + "padahal tenggatnya sudah lewat.",
            Until: facts.Until(),
            Otherwise: "Tahap ini ditutup tanpa keputusan; perencana perlu mengajukannya kembali.",
            Action: "Lihat keadaannya"
        );

    public static MessageText DeadlineNear(MessageFacts facts) =>
        new(
            $"Batas satu bulan: selesaikan {facts.Agreement}{facts.By()}",
            $"{facts.Agreement} {facts.Office} belum ditandatangani{facts.With(Days, ", ", " hari setelah DPA disahkan")}.",
            Why: "Perjanjian kinerja ditandatangani paling lambat satu bulan setelah dokumen anggaran disahkan.",
            Until: facts.Until(),
            Otherwise: "Lewat batas itu, keterlambatan tercatat dan muncul sebagai peringatan pada laporan kinerja.",
            Action: "Lihat perjanjian"
        );

    public static MessageText SuperiorChanged(MessageFacts facts) =>
        new(
            $"Atasan berganti: tinjau {facts.Agreement}{facts.By()}",
            $"{facts[Decision] ?? "Pejabat yang menjadi pihak kedua berganti"}. {facts.Agreement} {facts.Office} "
                + "ditandatangani oleh pejabat sebelumnya.",
            Why: "Perjanjian kinerja mengikat jabatan dan tetap berlaku. Bila target, program, atau tanggung jawab ikut "
                + "berubah, ajukan perjanjian kinerja perubahan dengan alasan penggantian pejabat.",
            Otherwise: "Tanpa pengajuan, perjanjian yang berlaku dipakai sampai akhir tahun.",
            Action: "Lihat perjanjian"
        );

    public static MessageText BudgetNoted(MessageFacts facts) =>
        new(
            $"Dicatat tanpa perubahan perjanjian: {facts[Document] ?? "versi anggaran"}",
            $"Versi anggaran ini tidak mengubah target maupun jumlah anggaran program dalam perjanjian kinerja {facts.Office}, "
                + "sehingga tidak ada perjanjian kinerja perubahan yang perlu disusun.",
            Why: "Pagu sub kegiatannya berlaku untuk laporan triwulan berikutnya, dan laporan kinerja menyebut versi ini.",
            Note: facts.Note,
            Otherwise: "Bila target atau program tetap perlu diubah, ajukan perjanjian kinerja perubahan di halaman Perjanjian.",
            Action: "Lihat anggaran"
        );

    public static MessageText RevisionNeeded(MessageFacts facts) =>
        new(
            $"Perlu disusun: {facts.Agreement}{facts.By()}",
            $"{facts.With(Decision, "", "")}{(facts[Decision] is null ? "Anggaran atau pejabat berubah" : "")}, sehingga "
                + $"perjanjian kinerja {facts.Office} perlu disesuaikan.",
            Why: "Naskah perubahan disusun dari rencana dan anggaran yang berlaku, lalu dikirim untuk diperiksa.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Tanpa perubahan, laporan kinerja tidak dapat diselesaikan: angkanya tidak sesuai perjanjian.",
            Action: "Lihat naskah perubahan"
        );
}
