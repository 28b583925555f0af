using static Sakip.Notifications.FactNames;

namespace Sakip.Notifications.Texts;

internal static class AgreementTexts
{
    public static MessageText SignatureRequested(MessageFacts facts) => new(
        $"Mohon tanda tangan: {facts.Agreement}{facts.By()}",
        $"{facts.Agreement} {facts.Office} menunggu tanda tangan Bapak/Ibu.",
        Why: "Dokumen telah diperiksa. Halaman berikut menampilkan tepat dokumen yang akan ditandatangani; "
            + "Bapak/Ibu juga dapat mengembalikannya dengan catatan.",
        Note: facts.Note,
        Until: facts.Until(),
        Otherwise: "Selama belum ditandatangani, perjanjian kinerja belum berlaku. Pengingat akan dikirimkan.",
        Action: "Baca dan tanda tangani");

    public static MessageText SignatureReminder(MessageFacts facts) => new(
        $"Pengingat tanda tangan: {facts.Agreement}{facts.By()}",
        $"{facts.Agreement} {facts.Office} masih menunggu tanda tangan Bapak/Ibu"
            + $"{facts.With(Days, " sejak ", " hari kerja yang lalu")}.",
        Until: facts.Until(),
        Otherwise: "Bila batas waktu terlewati, hal ini diteruskan kepada pimpinan dan perencana.",
        Action: "Baca dan tanda tangani");

    public static MessageText InForce(MessageFacts facts) => new(
        $"{facts.Agreement} telah berlaku",
        $"{facts.Agreement} {facts.Office} telah ditandatangani kedua pihak dan berlaku.",
        Why: facts.With(Hash, "Sidik dokumen (SHA-256): ", ".").NullIfEmpty(),
        Action: "Lihat dokumen");

    public static MessageText Returned(MessageFacts facts) => new(
        $"Mohon diperbaiki: {facts.Agreement} dikembalikan",
        $"{facts.Agreement} {facts.Office} dikembalikan oleh {facts.Who("penanda tangan")}.",
        Note: facts.Note,
        Until: facts.Until(),
        Otherwise: "Penandatanganan berhenti sampai naskah yang diperbaiki diajukan kembali.",
        Action: "Perbaiki naskah");

    public static MessageText Overdue(MessageFacts facts) => new(
        $"Terlambat: {facts.Agreement} belum ditandatangani",
        $"{facts.Agreement} {facts.Office} belum ditandatangani{facts.With(Who, " oleh ")} "
            + "padahal batas waktunya sudah lewat.",
        Until: facts.Until(),
        Otherwise: "Tahap ini ditutup tanpa keputusan; perencana perlu mengajukannya kembali.",
        Action: "Lihat keadaannya");

    public static MessageText DeadlineNear(MessageFacts facts) => new(
        $"Batas satu bulan: selesaikan {facts.Agreement}{facts.By()}",
        $"{facts.Agreement} {facts.Office} belum ditandatangani{facts.With(Days, ", ", " hari setelah DPA disahkan")}.",
        Why: "Perjanjian kinerja ditandatangani paling lambat satu bulan setelah dokumen anggaran disahkan.",
        Until: facts.Until(),
        Otherwise: "Lewat batas itu, keterlambatan tercatat dan muncul sebagai peringatan pada laporan kinerja.",
        Action: "Lihat perjanjian");

    public static MessageText RevisionNeeded(MessageFacts facts) => new(
        $"Perlu disusun: Perubahan Perjanjian Kinerja Tahun {facts.Year}{facts.By()}",
        $"Anggaran atau pejabat {facts.Office} berubah, sehingga perjanjian kinerja perlu disesuaikan.",
        Note: facts.Note,
        Until: facts.Until(),
        Otherwise: "Tanpa perubahan, laporan kinerja tidak dapat diselesaikan: angkanya tidak sesuai perjanjian.",
        Action: "Susun perubahan");
}
