namespace Sakip.Functions.Hosting;

/// <summary>What a failure is called: for people a page with the way out, for machines a problem.</summary>
internal sealed record FailureWords(int Status, string Title, string What, string Remedy, string ForMachines)
{
    /// <summary>The problem's title where it is not the page's.</summary>
    public string? MachineTitle { get; private init; }

    public static FailureWords TooLarge { get; } =
        new(
            413,
            "Berkas terlalu besar",
            "Berkas yang diterima paling besar 10 MB; tidak ada yang disimpan.",
            "Perkecil berkasnya atau bagi menjadi beberapa berkas, lalu kirim sekali lagi.",
            "Berkas yang diterima paling besar 10 MB."
        );

    public static FailureWords Unreadable { get; } =
        new(
            400,
            "Isian tidak dapat dibaca",
            "Isian atau berkas yang dikirim rusak atau terlalu besar; tidak ada yang disimpan.",
            "Kembali ke halaman sebelumnya, periksa berkasnya, lalu kirim sekali lagi.",
            "Kirim JSON yang sah dengan Content-Type application/json."
        )
        {
            MachineTitle = "Isi permintaan tidak dapat dibaca",
        };

    public static FailureWords Busy { get; } =
        new(
            503,
            "Berkas lain sedang dibaca",
            "Sistem sedang membaca berkas orang lain; berkas Anda belum dibaca dan tidak ada yang disimpan.",
            "Tunggu beberapa detik, lalu kirim sekali lagi.",
            "Tunggu beberapa detik, lalu kirim sekali lagi."
        );

    public static FailureWords StorageAway { get; } =
        new(
            503,
            "Penyimpanan sedang tidak menjawab",
            "Permintaan Anda belum dapat diselesaikan. Yang sudah tercatat sebelumnya tetap aman.",
            "Tunggu setengah menit, lalu buka halaman ini sekali lagi dan periksa apakah isian Anda sudah tercatat.",
            "Ulangi permintaan ini sesudah waktu pada Retry-After; yang sudah tercatat tidak tercatat dua kali."
        );

    /// <param name="invocation">By which an operator finds the failure in the log.</param>
    public static FailureWords Failed(string invocation)
    {
        var remedy = $"Coba lagi beberapa saat lagi. Bila tetap gagal, sampaikan nomor {invocation} kepada pengelola.";
        return new FailureWords(
            500,
            "Terjadi kesalahan pada sistem",
            "Permintaan Anda belum selesai. Yang sudah tercatat sebelumnya tetap aman.",
            remedy,
            remedy
        );
    }
}
