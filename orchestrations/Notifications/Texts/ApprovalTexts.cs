using static Sakip.Notifications.Fact;

namespace Sakip.Notifications.Texts;

internal static class ApprovalTexts
{
    public static MessageText Reminder(MessageFacts facts) =>
        new(
            $"Pengingat: {Subject(facts)} menunggu keputusan{facts.By()}",
            $"{Subject(facts)} masih menunggu keputusan Bapak/Ibu{facts.With(Days, "; tenggatnya tinggal ", " hari kerja")}.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Bila tenggat terlewati, hal ini diteruskan kepada pimpinan.",
            Action: "Periksa dan putuskan"
        );

    public static MessageText Reminders(MessageFacts facts) =>
        new(
            $"Pengingat: {facts.StepCount} langkah menunggu Bapak/Ibu",
            $"Pada {facts.Office} Tahun {facts.Year} ada {facts.StepCount} langkah yang masih menunggu Bapak/Ibu.",
            Otherwise: "Bila tenggat terlewati, hal ini diteruskan kepada pimpinan.",
            Action: "Lihat semuanya di Tugas saya"
        );

    public static MessageText Late(MessageFacts facts) =>
        new(
            $"Belum masuk: {facts.StepCount} langkah lewat tenggat",
            $"Pada {facts.Office} Tahun {facts.Year} ada {facts.StepCount} langkah yang lewat tenggat.",
            Why: "Pemegangnya sudah menerima surat tentang keterlambatan itu beserta tautannya.",
            Otherwise: "Daftar ini dikirim seminggu sekali selama masih ada yang terlambat.",
            Action: "Lihat yang menunggu keputusan"
        );

    public static MessageText Overdue(MessageFacts facts) =>
        new(
            $"Terlambat: {Subject(facts)} belum diputuskan",
            $"{Subject(facts)} belum diputuskan{facts.With(Who, " oleh ")} padahal tenggatnya sudah lewat.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Diam tidak dianggap setuju: langkah ini ditutup dan perlu diajukan kembali.",
            // Whoever bears the step is not told of himself.
            Action: facts[Who] is null ? "Periksa dan putuskan" : "Lihat keadaannya"
        );

    public static MessageText Delegated(MessageFacts facts) =>
        new(
            $"Mohon diputuskan sebagai yang dilimpahi: {Subject(facts)}{facts.By()}",
            $"Kewenangan memutuskan {Subject(facts)} dilimpahkan kepada Bapak/Ibu{facts.With(Who, " oleh ")}.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Tautan milik pejabat sebelumnya sudah tidak berlaku; pengingat akan dikirimkan kepada Bapak/Ibu.",
            Action: "Periksa dan putuskan"
        );

    public static MessageText LinkReissued(MessageFacts facts) =>
        new(
            $"Tautan baru: {Subject(facts)}{facts.By()}",
            $"Berikut tautan baru Bapak/Ibu untuk {Subject(facts)}.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Tautan pada surat-surat sebelumnya tidak berlaku lagi.",
            Action: "Buka halaman"
        );

    public static MessageText PostVacant(MessageFacts facts) =>
        new(
            $"Belum ada pejabat: {Subject(facts)} tidak dapat diteruskan",
            $"{Subject(facts)} menunggu keputusan, tetapi jabatan atau peran yang berwenang sedang tidak terisi, atau "
                + "pejabatnya telah bertindak pada langkah sebelumnya.",
            Until: facts.Until(),
            Otherwise: "Catatlah penunjukan pejabat (definitif, Plt., Plh., atau Pj.); tautannya lalu dikirim otomatis.",
            Action: "Lihat keadaannya"
        );

    public static MessageText RecommendationDue(MessageFacts facts) =>
        new(
            $"Tindak lanjut rekomendasi{facts.With(Document, " “", "”")}{facts.By()}",
            $"Rekomendasi{facts.With(Document, " “", "”")} bagi {facts.SubUnit} belum dinyatakan selesai.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Lewat batas itu, rekomendasi dicatat terlambat pada evaluasi berikutnya.",
            Action: "Laporkan tindak lanjut"
        );

    public static MessageText CertificateExpiring(MessageFacts facts) =>
        new(
            $"Perbarui sertifikat elektronik{facts.By()}",
            $"Sertifikat elektronik{facts.With(Who, " atas nama ")} akan habis masa berlakunya"
                + $"{facts.With(Days, " dalam ", " hari")}.",
            Why: "Pembaruan dilakukan melalui admin BSrE instansi.",
            Until: facts.Day(Due) is { } day ? $"Berlaku sampai {day}." : null,
            Otherwise: "Setelah habis, dokumen tidak dapat ditandatangani secara elektronik.",
            Action: "Lihat keadaannya"
        );

    private static string Subject(MessageFacts facts) =>
        facts[Document] ?? facts[Step] ?? $"Dokumen {facts.Office} Tahun {facts.Year}";
}
