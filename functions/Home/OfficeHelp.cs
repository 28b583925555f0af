namespace Sakip.Functions.Home;

/// <summary>What the guide says to those who sign in, and to an office that has not begun.</summary>
internal static class OfficeHelp
{
    public static IReadOnlyList<HelpTopic> Topics { get; } =
    [
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
                    "Ada yang berubah di tengah tahun",
                    [
                        "Perubahan dalam tahun: organisasi (SOTK), rencana strategis dan indikator, pejabat yang meninggal, pensiun, atau pindah. "
                            + "Isi nomor keputusan, hari berlaku, dan alasannya; halaman berikutnya menunjukkan akibatnya sebelum diterapkan.",
                        "Perubahan anggaran tetap diimpor pada halaman Anggaran.",
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
            Picture = "Halaman triwulan: keadaan setiap sub-unit, tenggatnya, dan tombol Kirim pengingat.",
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
            "pengelola-teknis",
            "Menjalankan dan merawat Sakip",
            "Untuk pengelola TI yang memasang, memantau, dan memulihkan Sakip.",
            [
                (
                    "Memasang",
                    [
                        "Siapkan dahulu yang tercantum pada Sebelum mulai: server surel, akun BSrE, alamat situs dengan HTTPS.",
                        "Ikuti buku panduan (RUNBOOK.id.md di folder infra/azure): dari langganan Azure sampai kantor pertama. Administrator "
                            + "pertama disebut dalam pengaturan Access:Administrators; ia masuk di alamat /masuk.",
                        "Untuk mencoba di satu mesin: ./run serve. Alamat administrator dan kotak suratnya tertulis di layar.",
                    ]
                ),
                (
                    "Memantau",
                    [
                        "/health/live menjawab bila aplikasi hidup; /health/ready bila penyimpanan dan jamnya juga baik. Versinya ada di "
                            + "kaki setiap halaman.",
                        "./run doctor menyebut apa yang ditunggu setiap proses, dan apa yang tidak akan lanjut sendiri. Administrator kantor "
                            + "melihat hal yang sama pada Keadaan sistem.",
                    ]
                ),
                (
                    "Memulihkan",
                    [
                        "Surat gagal dikirim ulang dengan ./run letters resend atau pada halaman Pesan.",
                        "Cadangan: ./run backup, ./run restore. Tahun yang rusak dibangun kembali dengan ./run rebuild; tidak ada yang "
                            + "terkirim dua kali.",
                        "Setiap perintah menjelaskan dirinya dengan --help.",
                    ]
                ),
            ]
        ),
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
