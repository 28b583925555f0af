using static Sakip.Planning.Columns;

namespace Sakip.Planning;

internal static class SettingSheets
{
    public static IReadOnlyList<SheetLayout> All { get; } =
    [
        new(
            SheetNames.Windows,
            "windows",
            [
                Choice("Triwulan", "quarter", Choices.Quarter).Needed(),
                Day("Buka", "opens", "Hari tautan dikirim; setelah triwulan berakhir.").Needed(),
                Day("Tenggat", "due").Needed() with
                {
                    FormerHeading = "Jatuh tempo",
                },
                Day("Tutup", "closes").Needed(),
                Day("Batas verifikasi", "verificationDue").Needed(),
            ]
        )
        {
            Required = true,
            Purpose = "Kapan laporan tiap triwulan dibuka, tenggatnya, kapan ditutup, dan kapan selesai diverifikasi.",
            Examples =
            [
                ["TW I", "01-04-2025", "15-04-2025", "22-04-2025", "25-04-2025"],
            ],
        },
        new(
            SheetNames.Holidays,
            "holidays",
            [
                Day("Tanggal", "date").Needed(),
                Text("Nama", "name", 40).Needed(),
                Text("Lingkup", "scope", 16, "Nasional, Cuti bersama, atau nama provinsi, misalnya Bali.").Needed(),
                Text("Sumber", "source", 60, "Keputusan atau edaran yang menetapkannya.").Needed(),
                Flag("Perkiraan", "assumed", "Ya bila tanggalnya belum dipastikan sumber mana pun."),
            ]
        )
        {
            Keys = 2,
            Purpose = "Hari libur yang tidak dihitung sebagai hari kerja.",
            Examples =
            [
                ["17-08-2025", "Hari Kemerdekaan (contoh)", "Nasional", "SKB tiga menteri (contoh)", "Tidak"],
            ],
        },
        new(
            SheetNames.Policy,
            "",
            [
                Whole("Versi kebijakan", "policy.version", "Dimulai dari 1; naikkan setiap kali kebijakan berubah.")
                    .Needed(),
                Choice("Rumus minimasi", "policy.minimise", Choices.Minimise),
                Choice("Batas capaian", "policy.cap", Choices.Cap),
                Choice("Efisiensi", "policy.efficiency", Choices.Efficiency),
                Choice("Pembulatan", "policy.rounding", Choices.Rounding),
                Whole(
                    "Desimal baku",
                    "policy.defaultDecimals",
                    "Banyaknya desimal tabel yang tidak disebut di lembar Desimal Tabel."
                ),
                Choice("Capaian sasaran", "policy.aggregation", Choices.Aggregation),
                Percent(
                    "Mendukung mulai",
                    "policy.supportsFrom",
                    "Kinerja program, dalam persen, yang dianggap mendukung indikatornya."
                ),
                Percent("Serapan rendah", "policy.lowAbsorption", "Serapan di bawah persentase ini harus dijelaskan."),
                Code("Kode skala", "ratingScale.code", "Nama singkat skala peringkat.") with
                {
                    Width = 24,
                },
                Whole("Versi skala", "ratingScale.version").Needed(),
                Text("Sumber skala", "ratingScale.source").Needed(),
                Choice("Target 0", "policy.zeroTarget", Choices.ZeroTarget, "Misalnya \"0 temuan\"."),
                Choice("Target dalam kata", "policy.wordedTarget", Choices.WordedTarget),
            ]
        )
        {
            Shape = SheetShape.Form,
            Required = true,
            Purpose = "Cara menghitung capaian, efisiensi, dan peringkat.",
            Examples =
            [
                [
                    "1",
                    "A: (2T - R) / T",
                    "Tanpa batas",
                    "Rasio",
                    "Setengah ke atas",
                    "2",
                    "Rata-rata",
                    "75",
                    "70",
                    "permendagri-86-2017",
                    "1",
                    "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
                    "Tidak dihitung",
                    "Menurut nilai kata",
                ],
            ],
        },
        new(
            SheetNames.Decimals,
            "policy.decimals",
            [
                Text("Tabel", Fields.Key, 12, "Nomor tabel laporan, misalnya 3.3.").Needed(),
                Whole("Desimal", Fields.Self, "0 sampai 6.").Needed(),
            ]
        )
        {
            Shape = SheetShape.Dictionary,
            Purpose = "Banyaknya desimal tabel laporan yang berbeda dari desimal baku.",
            Examples =
            [
                ["9.9", "2"],
            ],
        },
        new(
            SheetNames.Bands,
            "ratingScale.bands",
            [
                Number("Di atas (persen)", "above", "Batas bawah, tidak termasuk; kosong untuk pita terendah."),
                Text("Label", "label", 20).Needed(),
                Text("Tertulis", "printed", 14, "Rentang sebagaimana dicetak, misalnya 91 ≤ 100.").Needed(),
                Text("Nama warna", "colourName", 16).Needed(),
                Text("Kode warna", "colour", 12, "Misalnya #1A7F37.").Needed(),
            ]
        )
        {
            Required = true,
            Keys = 2,
            Purpose = "Pita peringkat kinerja dari tertinggi ke terendah, tanpa celah.",
            Examples =
            [
                ["90", "Sangat Tinggi (contoh)", "91 ≤ 100", "Hijau Tua", "#1A7F37"],
            ],
        },
        new(
            SheetNames.Agreement,
            "",
            [
                From("Pihak pertama", "agreement.firstParty", SheetNames.Posts, "Kode jabatan kepala unit.").Needed(),
                From("Pihak kedua", "agreement.secondParty", SheetNames.Posts, "Kode jabatan atasan langsungnya.")
                    .Needed(),
                Text("Tempat penandatanganan", "agreement.place").Needed(),
                Whole("Waktu tanda tangan", "agreement.signatureDays", "Hari kerja bagi setiap pihak, 1 sampai 30."),
                Flag("Tampilkan target triwulan", "agreement.showQuarterlyTargets"),
                Choice(
                    "Jenis perjanjian",
                    "agreement.template",
                    Choices.Template,
                    "Jabatan pihak pertama; kosong berarti JPT. Lampiran Administrator memuat kegiatan, Pengawas sub kegiatan."
                ),
            ]
        )
        {
            Shape = SheetShape.Form,
            Required = true,
            Purpose = "Para pihak perjanjian kinerja dan waktu penandatanganannya.",
            Examples =
            [
                ["contoh-kepala", "contoh-atasan", "Denpasar", "10", "Tidak", ""],
            ],
        },
        new(
            SheetNames.StaffTargets,
            "agreement.staffTargets",
            [
                Text("Jenis", "kind", 14, "Utama, Tambahan, atau Perilaku.").Needed() with
                {
                    Choices = Choices.StaffTarget,
                },
                Long("Rencana hasil kerja", "plan", 48).Needed(),
                Long("Indikator", "indicator", 48).Needed(),
                Text("Target", "target", 18),
                Text("Perspektif", "perspective", 18),
            ]
        )
        {
            Keys = 2,
            OnlyWithRows = true,
            Purpose = "Baris lampiran SKP selain indikator perjanjian kinerja.",
            Examples =
            [
                [
                    "Tambahan",
                    "Terlaksananya tugas tambahan contoh",
                    "Persentase tugas tambahan contoh",
                    "100 persen",
                    "Proses Bisnis",
                ],
            ],
        },
    ];
}
