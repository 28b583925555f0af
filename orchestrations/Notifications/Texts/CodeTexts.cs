using static Sakip.Notifications.Fact;

namespace Sakip.Notifications.Texts;

/// <summary>The code itself stands in the body alone: subjects show on locked screens.</summary>
internal static class CodeTexts
{
    public static MessageText OneTime(MessageFacts facts) =>
        new(
            $"Kode sekali pakai untuk {facts[Document] ?? "keputusan Bapak/Ibu"}",
            $"Masukkan kode berikut pada halaman {facts[Document] ?? "keputusan"} yang sedang Bapak/Ibu buka.",
            Until: Validity(facts),
            Otherwise: "Jika Bapak/Ibu tidak memintanya, abaikan surat ini; tanpa kode tidak ada yang berubah. "
                + "Petugas tidak pernah menanyakan kode ini."
        );

    public static MessageText SignIn(MessageFacts facts) =>
        new(
            "Kode masuk Sakip",
            $"Masukkan kode berikut untuk masuk ke Sakip{OfOffice(facts)}.",
            Until: Validity(facts),
            Otherwise: "Jika Bapak/Ibu tidak memintanya, abaikan surat ini; tanpa kode tidak ada yang dapat masuk. "
                + "Petugas tidak pernah menanyakan kode ini."
        );

    public static MessageText Many(MessageFacts facts) =>
        new(
            "Banyak kode masuk diminta untuk kotak surat ini",
            $"Hari ini kode masuk ke Sakip{OfOffice(facts)} berulang kali diminta untuk kotak surat Bapak/Ibu. Pengirimannya dibatasi; "
                + "peramban yang pernah Bapak/Ibu pakai untuk masuk tetap dapat dipakai.",
            Otherwise: "Jika Bapak/Ibu sendiri yang memintanya, abaikan surat ini. Jika tidak, beri tahu administrator; tanpa kode "
                + "tidak ada yang dapat masuk. Jangan berikan kode kepada siapa pun."
        );

    // An administrator without an office has nothing to be named.
    private static string OfOffice(MessageFacts facts) =>
        string.Equals(facts.Office, "SAKIP", StringComparison.OrdinalIgnoreCase) ? "" : " " + facts.Office;

    private static string Validity(MessageFacts facts) =>
        $"Kode berlaku {facts[Minutes] ?? "10"} menit dan hanya dapat dipakai sekali.";
}
