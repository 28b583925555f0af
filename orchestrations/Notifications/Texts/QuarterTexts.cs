using static Sakip.Notifications.Fact;

namespace Sakip.Notifications.Texts;

internal static class QuarterTexts
{
    public static MessageText Opened(MessageFacts facts) =>
        new(
            $"Mohon diisi: laporan {facts.Quarter} {facts.SubUnit}{facts.By()}",
            $"Masa pelaporan {facts.Quarter} telah dibuka. Mohon laporan {facts.SubUnit} diisi dan dikirimkan.",
            Why: "Laporan memuat realisasi indikator, keluaran dan fisik sub kegiatan, realisasi anggaran, "
                + "serta faktor pendukung dan penghambat.",
            Until: facts.Until(),
            Otherwise: "Bila belum masuk, pengingat dikirimkan dan keterlambatan diteruskan kepada pimpinan.",
            Action: "Isi laporan"
        );

    public static MessageText Reminder(MessageFacts facts) =>
        new(
            $"Pengingat: laporan {facts.Quarter} {facts.SubUnit}{facts.By()}",
            $"Laporan {facts.Quarter} {facts.SubUnit} belum kami terima"
                + $"{facts.With(Days, "; tenggatnya tinggal ", " hari kerja")}.",
            Until: facts.Until(),
            Otherwise: "Lewat batas itu laporan dicatat terlambat dan pimpinan diberi tahu.",
            Action: "Isi laporan"
        );

    public static MessageText Late(MessageFacts facts) =>
        new(
            $"Terlambat: laporan {facts.Quarter} {facts.SubUnit} belum diterima",
            $"Laporan {facts.Quarter} {facts.SubUnit} belum diterima"
                + $"{facts.With(Days, ", ", " hari kerja setelah tenggat")}. Mohon segera dikirimkan.",
            Until: ClosingOrDue(facts),
            Otherwise: "Bila tetap belum masuk, keterlambatan diteruskan kepada kepala biro.",
            Action: "Buka laporan"
        );

    public static MessageText Escalated(MessageFacts facts) =>
        new(
            $"Perlu perhatian: laporan {facts.Quarter} {facts.SubUnit} belum masuk",
            $"Laporan {facts.Quarter} {facts.SubUnit} belum masuk"
                + $"{facts.With(Days, " sampai ", " hari kerja setelah tenggat")}. "
                + "Pengingat kepada sub unit dan kepalanya belum berhasil.",
            Until: ClosingOrDue(facts),
            Otherwise: "Bila masa pelaporan ditutup tanpa laporan, nilainya dinyatakan tidak ada, bukan nol.",
            Action: "Lihat keadaannya"
        );

    public static MessageText WindowExtended(MessageFacts facts) =>
        new(
            $"Masa pelaporan {facts.Quarter} diperpanjang{facts.By()}",
            $"Masa pelaporan {facts.Quarter} {facts.Office} diperpanjang.",
            Note: facts.Note,
            Until: facts.Until(),
            Action: "Buka laporan"
        );

    public static MessageText AchievementLow(MessageFacts facts) =>
        new(
            facts[Decision] switch
            {
                "target" => $"Target belum tercapai pada {facts.Quarter}: mohon tindak lanjut",
                "prakiraan" => $"Prakiraan di bawah target menurut {facts.Quarter}: mohon tindak lanjut",
                _ => $"Capaian perlu perhatian pada {facts.Quarter}: mohon tindak lanjut",
            },
            facts[Decision] switch
            {
                "target" =>
                    $"Target triwulan{facts.With(Document, " ")} {facts.Office} pada {facts.Quarter} tidak tercapai.",
                "prakiraan" =>
                    $"Prakiraan akhir tahun{facts.With(Document, " ")} {facts.Office} menurut {facts.Quarter} di bawah target.",
                _ => $"Capaian{facts.With(Document, " ")} {facts.Office} pada {facts.Quarter} perlu perhatian"
                    + $"{facts.With(Count, " (", " indikator)")}.",
            },
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Tanpa tindak lanjut, target tahun ini berisiko tidak tercapai.",
            Action: "Lihat capaian"
        );

    public static MessageText ReopeningRequested(MessageFacts facts) =>
        new(
            $"Mohon persetujuan: pembukaan kembali {facts.Quarter}{facts.By()}",
            $"{facts.Who("Perencana")} mengajukan pembukaan kembali {facts.Quarter} {facts.Office} yang telah dikunci"
                + $"{facts.With(SubUnit, " bagi ")}.",
            Why: "Angka yang telah dikunci tetap tersimpan; laporan baru menjadi putaran berikutnya dan evaluasi dihitung ulang.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Tanpa persetujuan Bapak/Ibu, triwulan tetap terkunci.",
            Action: "Periksa dan putuskan"
        );

    public static MessageText Reopened(MessageFacts facts) =>
        new(
            facts[Decision] == "ditolak"
                ? $"Pembukaan kembali {facts.Quarter} tidak disetujui"
                : $"{facts.Quarter} dibuka kembali",
            facts[Decision] == "ditolak"
                ? $"Pembukaan kembali {facts.Quarter} {facts.Office} tidak disetujui{facts.With(Who, " oleh ")}; triwulan tetap terkunci."
                : $"Pembukaan kembali {facts.Quarter} {facts.Office} disetujui{facts.With(Who, " oleh ")}"
                    + $"{facts.With(SubUnit, ". Melapor kembali: ")}.",
            Note: facts.Note,
            Until: facts.Until(),
            Action: "Lihat triwulan"
        );

    private static string? ClosingOrDue(MessageFacts facts) =>
        facts.Moment(Closes) is { } closes ? $"Masa pelaporan ditutup: {closes}." : facts.Until();
}
