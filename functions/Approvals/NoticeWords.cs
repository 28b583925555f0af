namespace Sakip.Functions.Approvals;

/// <summary>What a link's page says after what somebody did there.</summary>
internal static class NoticeWords
{
    public static string? Of(Notice notice) =>
        notice switch
        {
            Notice.CodeSent =>
                "Kode telah dikirim ke kotak surat Anda. Masukkan kode itu, lalu tekan tombol keputusan.",
            Notice.CodeWaits =>
                "Kode belum terkirim: server surel belum dapat dihubungi. Pengiriman diulang beberapa kali dalam dua menit; "
                    + "periksa kotak surat Anda, atau minta kode lagi sesudahnya.",
            Notice.CodeNotDelivered =>
                "Kode tidak terkirim: server surel menolak suratnya. Hubungi perencana kantor Anda agar alamat surel Anda diperiksa.",
            Notice.CodesExhausted =>
                "Kode tidak dikirim: tautan ini sudah meminta kode sebanyak yang diperbolehkan. Mintalah tautan baru kepada "
                    + "perencana kantor Anda.",
            Notice.CodeOvertaken =>
                "Kode tidak dikirim: tautan ini baru saja diganti atau dialihkan. Pakailah tautan pada surat terakhir.",
            Notice.TooManyCodes =>
                "Kode sudah diminta terlalu sering. Tunggu beberapa menit, lalu minta lagi; bila tetap tidak dapat, hubungi perencana kantor Anda.",
            Notice.CodeWrong => "Kode salah. Periksa pesan terakhir di kotak surat Anda.",
            Notice.CodeDead => "Kode tidak berlaku lagi. Mintalah kode baru.",
            Notice.CodeMissing =>
                "Keputusan belum dicatat: kodenya belum diisi. Tekan \"Kirim kode ke surel saya\", lalu ketik kode yang Anda terima.",
            Notice.TextHasErrors =>
                "Narasi belum terkirim. Perbaiki yang disebutkan di atas isiannya; tulisan Anda tetap ada di halaman ini.",
            Notice.Previewed => "Pratinjau ada di bawah isian. Narasi belum dikirim.",
            Notice.ReviewHasErrors =>
                "Reviu belum tersimpan sebagai keputusan; drafnya tersimpan. Perbaiki yang berikut:",
            Notice.DraftKept => "Draf reviu tersimpan. Reviu belum dikirim.",
            Notice.DraftOvertaken =>
                "Draf belum tersimpan: orang lain menyimpannya setelah halaman Anda dibuka. Isian Anda tetap ada di bawah; "
                    + "buka tautan ini di tab lain untuk membandingkan.",
            Notice.ColleagueMissing => "Reviu belum diserahkan: pilih rekan yang melanjutkannya. Drafnya tersimpan.",
            Notice.FormHasErrors =>
                "Laporan belum terkirim. Perbaiki isian yang ditandai; isian lain tetap tersimpan di halaman ini.",
            Notice.NoteMissing => "Keputusan belum dicatat: tulis alasan pengembalian, paling banyak 2.000 huruf.",
            Notice.TooManyTries =>
                "Terlalu banyak kode dicoba dari jaringan ini. Tunggu beberapa menit, lalu coba lagi.",
            Notice.TooLarge => "Kiriman terlalu besar dan tidak diproses. Hasil pindai paling banyak 25 MB seluruhnya.",
            Notice.ActedBefore =>
                "Keputusan tidak dicatat: Anda telah bertindak pada langkah sebelumnya. Pengirim, pemeriksa, dan penyetuju "
                    + "harus tiga orang yang berbeda.",
            Notice.NoChoice => "Keputusan belum dicatat: tekan salah satu tombol keputusan.",
            Notice.ScanMissing =>
                "Belum ada yang dicatat: pilih dahulu hasil pindainya (satu PDF, atau gambar JPEG/PNG per halaman).",
            Notice.YearOver =>
                "Keputusan belum dicatat: tahun ini sudah selesai, jadi triwulannya tidak dibuka lagi. Kembalikan permintaannya "
                    + "dengan catatan; yang keliru diperbaiki melalui perbaikan laporan tahunan.",
            Notice.Overtaken =>
                "Keputusan belum dicatat: halaman ini berubah sejak Anda membukanya. Periksalah isinya, lalu putuskan sekali lagi.",
            _ => null,
        };
}
