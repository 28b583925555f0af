using static Sakip.Notifications.Fact;

namespace Sakip.Notifications.Texts;

internal static class AnnualReportTexts
{
    public static MessageText NarrativeRequested(MessageFacts facts) =>
        new(
            $"Mohon ditulis: {Section(facts)} LKjIP Tahun {facts.Year}{facts.By()}",
            $"Penyusunan LKjIP {facts.Office} Tahun {facts.Year} dimulai. Mohon Bapak/Ibu menulis {Section(facts)}.",
            Why: "Angka diisi sistem dari data yang sudah diverifikasi; yang diperlukan adalah penjelasannya.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Laporan tidak dapat disusun sebelum semua narasi masuk; pengingat akan dikirimkan.",
            Action: "Tulis narasi"
        );

    public static MessageText NarrativesRequested(MessageFacts facts) =>
        new(
            $"Mohon ditulis: {facts.StepCount} narasi LKjIP Tahun {facts.Year}{facts.By()}",
            $"Penyusunan LKjIP {facts.Office} Tahun {facts.Year} dimulai. Mohon Bapak/Ibu menulis {facts.StepCount} narasi.",
            Why: "Angka diisi sistem dari data yang sudah diverifikasi; yang diperlukan adalah penjelasannya.",
            Until: facts.Until(),
            Otherwise: "Laporan tidak dapat disusun sebelum semua narasi masuk; pengingat akan dikirimkan.",
            Action: "Lihat semuanya di Tugas saya"
        );

    public static MessageText NarrativeLate(MessageFacts facts) =>
        new(
            $"Pengingat: {Section(facts)} LKjIP Tahun {facts.Year} belum masuk{facts.By()}",
            $"{Capital(Section(facts))} LKjIP {facts.Office} Tahun {facts.Year} belum kami terima.",
            Until: facts.Until(),
            Otherwise: "Penyusunan laporan tertahan selama narasi ini belum ada.",
            Action: "Tulis narasi"
        );

    public static MessageText BlockingFinding(MessageFacts facts) =>
        new(
            $"Perlu diselesaikan: {facts.With(Count, "", " ")}temuan penghalang pada {facts.Matter}",
            $"Pemeriksaan konsistensi {facts.Matter} {facts.Office} menemukan {facts.With(Count, "", " ")}temuan penghalang.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: $"{facts.Matter} tidak dapat dilanjutkan selama masih ada temuan penghalang yang terbuka.",
            Action: "Lihat temuan"
        );

    public static MessageText Held(MessageFacts facts) =>
        new(
            $"Penyusunan {facts.Report} tertahan",
            $"Penyusunan {facts.Report} {facts.Office} belum dapat dilanjutkan.",
            Note: facts.Note,
            Otherwise: "Lengkapi yang kurang pada halaman laporan, lalu mintalah pemeriksaan ulang.",
            Action: "Buka laporan"
        );

    public static MessageText DeadlineNear(MessageFacts facts) =>
        new(
            $"Batas penyampaian {facts.Report}{facts.By()}",
            $"{facts.Report} {facts.Office} belum diterbitkan"
                + $"{facts.With(Days, "; batas penyampaiannya tinggal ", " hari")}.",
            Until: facts.Until(),
            Otherwise: "Ketepatan waktu penyampaian termasuk yang dinilai dalam evaluasi SAKIP.",
            Action: "Lihat keadaannya"
        );

    public static MessageText ReviewRequested(MessageFacts facts) =>
        new(
            $"Mohon reviu: {facts.Report} {facts.Office}{facts.By()}",
            $"{facts.Report} {facts.Office} siap direviu sebelum ditandatangani dan disampaikan.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Laporan tidak diterbitkan tanpa pernyataan telah direviu; pengingat akan dikirimkan.",
            Action: "Reviu laporan"
        );

    public static MessageText ReviewHandedOver(MessageFacts facts) =>
        new(
            $"Mohon reviu diteruskan: {facts.Report} {facts.Office}{facts.By()}",
            $"Reviu atas {facts.Report} {facts.Office} diserahkan kepada Bapak/Ibu oleh {facts.Who("rekan Bapak/Ibu")}.",
            Why: "Isian yang sudah tersimpan ikut diserahkan; Bapak/Ibu meneruskannya dari halaman berikut.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Tautan milik pereviu sebelumnya tidak berlaku lagi; pengingat akan dikirimkan kepada Bapak/Ibu.",
            Action: "Teruskan reviu"
        );

    public static MessageText ReviewReturned(MessageFacts facts) =>
        new(
            $"Mohon diperbaiki: {facts.Report} dikembalikan dari reviu",
            $"{facts.Report} {facts.Office} dikembalikan oleh {facts.Who("tim reviu")} untuk diperbaiki.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Reviu dilanjutkan setelah perbaikan diajukan kembali.",
            Action: "Lihat catatan reviu"
        );

    public static MessageText ReviewCompleted(MessageFacts facts) =>
        new(
            $"Reviu selesai: {facts.Report} {facts.Office}",
            $"Reviu atas {facts.Report} {facts.Office} telah selesai{facts.With(Who, " oleh ")}. "
                + "Laporan dilanjutkan ke penandatanganan.",
            Note: facts.Note,
            Action: "Lihat hasil reviu"
        );

    public static MessageText SignatureRequested(MessageFacts facts) =>
        new(
            $"Mohon tanda tangan: {facts.Report}{facts.By()}",
            $"{facts.Report} {facts.Office} telah direviu dan menunggu tanda tangan Bapak/Ibu.",
            Why: "Halaman berikut menampilkan tepat dokumen yang akan ditandatangani.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Laporan belum dapat diterbitkan sebelum ditandatangani. Pengingat akan dikirimkan.",
            Action: "Baca dan tanda tangani"
        );

    public static MessageText Published(MessageFacts facts) =>
        new(
            $"{facts.Report} {facts.Office} telah diterbitkan",
            $"{facts.Report} {facts.Office} telah ditandatangani, diterbitkan, dan diarsipkan. Terima kasih.",
            Why: facts.With(Hash, "Sidik dokumen (SHA-256): ", ".").NullIfEmpty(),
            Action: "Lihat laporan"
        );

    private static string Section(MessageFacts facts) => $"narasi{facts.With(Document, " “", "”")}";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
