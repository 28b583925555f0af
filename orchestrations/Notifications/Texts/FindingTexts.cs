using static Sakip.Notifications.Fact;

namespace Sakip.Notifications.Texts;

internal static class FindingTexts
{
    public static MessageText Explained(MessageFacts facts) =>
        new(
            $"Mohon diputus: penjelasan temuan{facts.With(Who, " dari ")}",
            $"Sebuah temuan {facts.Office} Tahun {facts.Year} telah dijelaskan{facts.With(Who, " oleh ")}"
                + $"{facts.With(Document, ": ")}.",
            Note: facts.Note,
            Otherwise: "Selama penjelasan belum diterima, temuan penghalang tetap menahan langkah berikutnya.",
            Action: "Lihat temuan"
        );

    public static MessageText Ruled(MessageFacts facts) =>
        new(
            $"Penjelasan temuan {Ruling(facts)}{facts.With(Who, " oleh ")}",
            $"Penjelasan Bapak/Ibu atas temuan {facts.Office} Tahun {facts.Year} {Ruling(facts)}{facts.With(Who, " oleh ")}"
                + $"{facts.With(Document, ": ")}.",
            Note: facts.Note,
            Otherwise: facts[Decision] == "Rejected"
                ? "Perbaiki datanya, atau tulis penjelasan lain pada halaman temuan."
                : "Penjelasan dicantumkan dalam catatan laporan.",
            Action: "Lihat temuan"
        );

    private static string Ruling(MessageFacts facts) => facts[Decision] == "Rejected" ? "belum diterima" : "diterima";
}
