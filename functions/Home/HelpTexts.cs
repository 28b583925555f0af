namespace Sakip.Functions.Home;

/// <summary>What the guide says.</summary>
internal static class HelpTexts
{
    public static IReadOnlyList<HelpTopic> All { get; } =
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
            "perencana",
            "Memantau dan mengatur tahun kinerja",
            "Untuk perencana.",
            [
                (
                    "Memulai tahun",
                    [
                        "Buka Rencana, pilih Impor rencana, unduh templat ringkas atau lengkap (ada pula contoh terisi), isi, lalu unggah. "
                            + "Setiap kesalahan disebut lembar, baris, dan kolomnya.",
                        "Sebelum Terapkan ditekan, tidak ada yang berubah dan tidak ada surat yang dikirim.",
                    ]
                ),
                (
                    "Selama triwulan berjalan",
                    [
                        "Laporan triwulan menunjukkan siapa yang belum melapor. Masa pelaporan diperpanjang di halaman triwulannya.",
                        "Triwulan yang sudah dikunci dibuka kembali lewat Ajukan pembukaan kembali; kepala kantor menyetujuinya.",
                        "Pejabat berhalangan? Pada Menunggu keputusan, pilih Tunjuk pejabat pelaksana. Tautan yang hilang dikirim ulang di sana.",
                    ]
                ),
                (
                    "Laporan tahunan",
                    [
                        "Narasi, temuan, dan reviu terlihat pada Laporan tahunan. Setelah terbit, kekeliruan diperbaiki sebagai versi baru.",
                    ]
                ),
            ]
        )
        {
            Picture = "Halaman triwulan: keadaan setiap sub-unit, batas waktunya, dan tombol Kirim pengingat.",
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
        new(
            "pengelola-anggaran",
            "Mengimpor realisasi anggaran",
            "Untuk pengelola anggaran.",
            [
                (
                    "Mengimpor realisasi",
                    [
                        "Buka Anggaran, pilih triwulan dan tanggal posisinya, unggah ekspor sistem keuangan, lalu tekan Periksa berkas.",
                        "Jawab pertanyaan pada pratinjau (kolom, satuan, sel kosong), lalu tekan Terapkan.",
                    ]
                ),
                (
                    "Anggaran berubah",
                    [
                        "Tekan Impor perubahan anggaran. Bila angka perjanjian ikut berubah, perubahannya disusun dengan sendirinya.",
                    ]
                ),
            ]
        )
        {
            Picture = "Impor realisasi pada halaman Anggaran.",
        },
        new(
            "administrator",
            "Mengelola orang, peran, dan pengaturan",
            "Untuk administrator kantor.",
            [
                (
                    "Pegawai baru, mutasi, pensiun",
                    [
                        "Pengaturan, Pegawai: tambahkan nama, NIP, surel, dan jabatannya beserta nomor SK dan tanggalnya.",
                        "Pengaturan, Penempatan: akhiri penempatan lama, tambahkan yang baru. Langkah yang menunggu beralih sendiri.",
                    ]
                ),
                (
                    "Orang tidak menerima surat",
                    [
                        "Periksa alamatnya pada Kontak dan izin; buka Pesan untuk melihat surat yang gagal dan mengirimnya ulang.",
                    ]
                ),
            ]
        )
        {
            Picture = "Formulir Tambah pegawai pada Pengaturan, Pegawai.",
        },
        new(
            "sebelum-mulai",
            "Sebelum mulai",
            "Yang perlu disiapkan kantor sebelum memakai Sakip.",
            [
                (
                    "Dari kantor",
                    [
                        "Rencana strategis, rencana kinerja tahunan, dan dokumen anggaran (DPA) tahun ini.",
                        "Daftar pegawai dengan NIP dan alamat surel yang benar-benar dibaca; siapa menjabat apa, dengan nomor SK.",
                        "Siapa menjadi perencana, verifikator (bukan dari sub-unit yang diperiksanya), pengelola anggaran, dan administrator.",
                        "Siapa pihak pertama dan pihak kedua perjanjian kinerja, dan siapa pereviu dari Inspektorat.",
                    ]
                ),
                (
                    "Dari pengelola TI",
                    [
                        "Server surel (SMTP) yang boleh mengirim atas nama kantor.",
                        "Akun layanan BSrE dan sertifikat penanda tangan; tanpa itu, tanda tangan basah atau sertifikat percobaan.",
                        "Alamat situs dengan HTTPS.",
                    ]
                ),
            ]
        ),
    ];
}
