namespace Sakip.Functions.Home;

/// <summary>What the guide says to those whose work begins with a link in a letter.</summary>
internal static class LinkHelp
{
    public static IReadOnlyList<HelpTopic> Topics { get; } =
    [
        new(
            "pengisi",
            "Mengisi laporan triwulan",
            "Untuk pegawai yang menerima surat \"Mohon diisi\".",
            [
                (
                    "Mengisi dan mengirim",
                    [
                        "Buka tautan pada surat. Tidak perlu masuk; tautan itu hanya untuk Anda.",
                        "Isi realisasi setiap indikator dan sub kegiatan. Angka boleh ditulis 87,5 atau 87.5; kosongkan yang belum ada.",
                        "Draf tersimpan sendiri. Anda dapat menutup halaman dan melanjutkan dari tautan yang sama.",
                        "Unggah bukti dukung pada bagian Bukti dukung: pilih berkas, tulis tanggal dokumennya, tekan Unggah.",
                        "Tekan Kirim laporan. Yang perlu diperbaiki tertulis di atas halaman; tekan barisnya untuk menuju isiannya.",
                    ]
                ),
                (
                    "Laporan dikembalikan",
                    [
                        "Buka tautan pada surat terakhir. Catatannya ada di atas; isian Anda yang lama masih ada. Perbaiki, lalu kirim.",
                    ]
                ),
                (
                    "Mengisi lewat Excel",
                    [
                        "Pada bagian Isi lewat Excel, unduh formulir, isi sel kuningnya, unggah kembali, periksa, lalu kirim.",
                    ]
                ),
            ]
        )
        {
            Picture = "Formulir laporan di ponsel, dengan keadaan drafnya di bawah layar.",
            IsOnPhone = true,
        },
        new(
            "kepala-sub-unit",
            "Menyetujui laporan sub-unit",
            "Untuk kepala bagian atau sub-unit.",
            [
                (
                    "Menyetujui atau mengembalikan",
                    [
                        "Buka tautan pada surat. Yang menyimpang dari pagu, target, atau triwulan lalu ada di atas.",
                        "Tekan Setujui laporan; atau buka Kembalikan dengan catatan di bawahnya, tulis alasannya, lalu kembalikan.",
                        "Pengirim, penyetuju, dan verifikator harus tiga orang yang berbeda.",
                    ]
                ),
            ]
        )
        {
            Picture = "Halaman persetujuan: isi laporan diringkas di atas, angkanya di bawah.",
            IsOnPhone = true,
        },
        new(
            "verifikator",
            "Memverifikasi laporan",
            "Untuk verifikator laporan triwulan dan pemeriksa naskah perjanjian.",
            [
                (
                    "Memverifikasi",
                    [
                        "Buka tautan pada surat atau Tugas saya setelah masuk. Bandingkan angka dengan bukti dukungnya.",
                        "Tolak satu bukti dengan alasannya bila perlu; pengirimnya diberi tahu.",
                        "Tekan Nyatakan terverifikasi, atau kembalikan dengan catatan.",
                    ]
                ),
                (
                    "Memutus penjelasan temuan",
                    [
                        "Buka Temuan, baca penjelasannya, lalu tekan Terima penjelasan atau Tolak. Penjelasan sendiri tidak dapat Anda terima.",
                    ]
                ),
            ]
        )
        {
            Picture = "Halaman verifikasi dengan angka di samping pagu dan targetnya.",
        },
        new(
            "penanda-tangan",
            "Menandatangani",
            "Untuk kepala kantor dan atasannya.",
            [
                (
                    "Menandatangani dokumen",
                    [
                        "Buka tautan pada surat, lalu tekan Buka dokumen (PDF) dan bacalah.",
                        "Tekan Kirim kode ke surel saya, ketik enam angka yang Anda terima, lalu tekan Tanda tangani.",
                        "Bila kantor memakai BSrE, isi juga passphrase sertifikat Anda; Sakip tidak menyimpannya.",
                        "Tidak setuju? Buka Kembalikan dengan catatan di bawah tombol itu, tulis alasannya, lalu kembalikan.",
                    ]
                ),
            ]
        )
        {
            Picture = "Kode sekali pakai diminta, diketik, lalu dokumen ditandatangani.",
            IsOnPhone = true,
        },
        new(
            "penulis",
            "Menulis narasi laporan tahunan",
            "Untuk yang menerima surat \"Mohon ditulis\".",
            [
                (
                    "Menulis dan mengirim",
                    [
                        "Buka tautan pada surat. Konsepnya sudah terisi; perbaiki kalimatnya dan tambahkan penjelasannya.",
                        "Letakkan kursor, buka daftar Sisipkan angka, lalu tekan kodenya: angkanya terisi otomatis dari data.",
                        "Pratinjau di bawah isian mengikuti ketikan Anda dan menandai angka yang diketik tangan.",
                        "Tekan Kirim narasi. Sesudahnya narasi dapat diperbaiki pada halaman Narasi setelah masuk.",
                    ]
                ),
            ]
        ),
        new(
            "inspektorat",
            "Mereviu laporan kinerja",
            "Untuk Inspektorat (APIP).",
            [
                (
                    "Mereviu",
                    [
                        "Buka tautan pada surat dan dokumennya. Jawab setiap butir; isian tersimpan sebagai draf selama berhari-hari.",
                        "Butir yang tidak terpenuhi sepenuhnya memerlukan kondisi dan catatan.",
                        "Tandai yang belum dijawab: terpenuhi mengisi sisanya sekaligus; periksalah sebelum mengirim.",
                        "Minta kode, lalu tekan Nyatakan telah direviu, atau kembalikan dengan catatan.",
                        "Berhalangan? Buka Serahkan reviu kepada rekan di bawah: rekan Anda menerima tautannya, dan isian Anda ikut.",
                    ]
                ),
            ]
        )
        {
            Picture = "Formulir reviu dengan jumlah butir yang sudah terjawab.",
        },
    ];
}
