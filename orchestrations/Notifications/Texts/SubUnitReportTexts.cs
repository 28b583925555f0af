using static Sakip.Notifications.Fact;

namespace Sakip.Notifications.Texts;

internal static class SubUnitReportTexts
{
    /// <summary>The note of a report that its sender took back.</summary>
    public const string TakenBack = "Laporan ditarik kembali oleh pengirimnya.";

    public static MessageText Submitted(MessageFacts facts) =>
        new(
            $"Mohon persetujuan: laporan {facts.Quarter} {facts.SubUnit}{facts.By()}",
            $"Laporan {facts.Quarter} {facts.SubUnit} telah dikirimkan{facts.With(Who, " oleh ")} "
                + "dan menunggu persetujuan Bapak/Ibu.",
            Until: facts.Until(),
            Otherwise: "Laporan tidak dianggap disetujui karena didiamkan; pengingat akan dikirimkan.",
            Action: "Periksa dan putuskan"
        );

    public static MessageText VerificationRequested(MessageFacts facts) =>
        new(
            $"Mohon verifikasi: laporan {facts.Quarter} {facts.SubUnit}{facts.By()}",
            $"Laporan {facts.Quarter} {facts.SubUnit} telah disetujui{facts.With(Who, " oleh ")} "
                + "dan menunggu verifikasi.",
            Why: "Angka tidak dapat diubah oleh verifikator; bila ada yang keliru, kembalikan dengan catatan.",
            Until: facts.Until(),
            Otherwise: "Laporan yang belum diverifikasi tidak ikut dihitung dalam evaluasi triwulan.",
            Action: "Periksa laporan"
        );

    public static MessageText Returned(MessageFacts facts) =>
        new(
            $"Mohon diperbaiki: laporan {facts.Quarter} {facts.SubUnit}{facts.By()}",
            facts.Note == TakenBack
                ? $"Laporan {facts.Quarter} {facts.SubUnit} yang Bapak/Ibu tarik kembali terbuka untuk diperbaiki."
                : $"Laporan {facts.Quarter} {facts.SubUnit} dikembalikan oleh {facts.Who("pemeriksa")} untuk diperbaiki.",
            Why: "Isian sebelumnya tetap tersimpan; cukup perbaiki yang dicatat.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Selama belum dikirimkan kembali, laporan dihitung belum masuk.",
            Action: "Perbaiki laporan"
        );

    public static MessageText Verified(MessageFacts facts) =>
        new(
            $"Laporan {facts.Quarter} {facts.SubUnit} telah diverifikasi",
            $"Terima kasih. Laporan {facts.Quarter} {facts.SubUnit} telah diverifikasi{facts.With(Who, " oleh ")}. "
                + "Tidak ada lagi yang perlu dilakukan.",
            Note: facts.Note,
            Action: "Lihat laporan"
        );

    public static MessageText EvidenceRejected(MessageFacts facts) =>
        new(
            $"Mohon unggah ulang: bukti dukung laporan {facts.Quarter} {facts.SubUnit} ditolak",
            $"Bukti dukung{facts.With(Document, " “", "”")} pada laporan {facts.Quarter} {facts.SubUnit} "
                + $"tidak dapat diterima{facts.With(Who, " oleh ")}.",
            Note: facts.Note,
            Until: facts.Until(),
            Otherwise: "Realisasi tanpa bukti dukung yang sah dapat dikembalikan oleh verifikator.",
            Action: "Unggah bukti dukung"
        );
}
