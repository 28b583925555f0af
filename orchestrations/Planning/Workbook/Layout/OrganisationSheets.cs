using static Sakip.Planning.Columns;

namespace Sakip.Planning;

internal static class OrganisationSheets
{
    public static IReadOnlyList<SheetLayout> All { get; } =
    [
        new(
            SheetNames.General,
            "",
            [
                Whole("Tahun", "year", "Tahun anggaran, misalnya 2025.").Needed(),
                Code(
                    "Kode unit",
                    "unit.code",
                    "Kode tetap untuk alamat halaman: huruf kecil, angka, tanda hubung, paling banyak 16 karakter."
                ),
                Text("Nama unit", "unit.name", hint: "Nama resmi lengkap.").Needed(),
                Text("Nama pendek", "unit.shortName", hint: "Nama yang dipakai dalam kalimat.").Needed(),
                Text("Organisasi induk", "unit.parent", hint: "Misalnya Sekretariat Daerah Provinsi Bali.").Needed(),
                Text("Kota", "unit.city").Needed(),
                Text("Alamat", "unit.address").Needed(),
                Text("Telepon", "unit.phone"),
                Text("Laman", "unit.website"),
                Text("Nama rencana strategis", "strategicPlan.name").Needed(),
                Text("Jenis rencana", "strategicPlan.kind", hint: "Renstra atau RPD.").Needed(),
                Whole("Tahun awal rencana", "strategicPlan.startYear").Needed(),
                Whole("Tahun akhir rencana", "strategicPlan.endYear").Needed(),
                Text("Dasar hukum rencana", "strategicPlan.legalBasis"),
                Day(
                        "Batas LKjIP",
                        "report.due",
                        "Hari terakhir penyampaian laporan, lazimnya akhir Februari tahun berikutnya."
                    )
                    .Needed(),
                Choice("Zona waktu", "unit.timeZone", Choices.Zone, "WIB, WITA, atau WIT. Kosong: WITA."),
                Text("Provinsi", "unit.province", hint: "Menentukan hari libur daerahnya, misalnya Jawa Barat."),
            ]
        )
        {
            Shape = SheetShape.Form,
            Required = true,
            Purpose = "Tahun, unit kerja, rencana strategis, dan batas laporan.",
            Examples =
            [
                [
                    "2025",
                    "dinas-contoh",
                    "Dinas Contoh Provinsi Bali",
                    "Dinas Contoh",
                    "Pemerintah Provinsi Bali",
                    "Denpasar",
                    "Jalan Contoh Nomor 1, Denpasar",
                    "(0361) 000000",
                    "contoh.example",
                    "Rencana Strategis Dinas Contoh",
                    "Renstra",
                    "2024",
                    "2026",
                    "",
                    "28-02-2026",
                    "WITA",
                    "Bali",
                ],
            ],
        },
        new(
            SheetNames.SubUnits,
            "subUnits",
            [
                Code("Kode"),
                Text("Nama", "name").Needed(),
                From(
                        "Jabatan kepala",
                        "headPost",
                        SheetNames.Posts,
                        "Kode jabatan yang menyetujui laporan sub-unit ini."
                    )
                    .Needed(),
            ]
        )
        {
            Required = true,
            Purpose = "Bagian atau tim yang melapor setiap triwulan.",
            Examples =
            [
                ["contoh-bagian", "Bagian Contoh", "contoh-kabag"],
            ],
        },
        new(
            SheetNames.Posts,
            "posts",
            [
                Code("Kode"),
                Text("Nama jabatan", "name", 48).Needed(),
                From("Sub-unit", "subUnit", SheetNames.SubUnits, "Kosongkan untuk jabatan di luar sub-unit."),
                From(
                    "Atasan",
                    "superior",
                    SheetNames.Posts,
                    "Kode jabatan atasan langsung; kosong untuk yang tertinggi."
                ),
                Text("Eselon", "echelon", 12),
                Text(
                    "Pemegang menurut kantor lain",
                    "heldIn",
                    30,
                    "Hanya pihak kedua: kantor/jabatan bila ia kepala kantor lain yang memakai aplikasi ini, misalnya dinas-kesehatan/kepala-dinas."
                ),
            ]
        )
        {
            Required = true,
            Purpose = "Jabatan unit, termasuk jabatan atasan yang menjadi pihak kedua.",
            Examples =
            [
                ["contoh-kabag", "Kepala Bagian Contoh", "contoh-bagian", "contoh-kepala", "III.a", ""],
            ],
        },
        new(
            SheetNames.Officials,
            "officials",
            [
                Code("Kode"),
                Text("Nama tanpa gelar", "name").Needed(),
                Text("Gelar depan", "frontTitle", 14),
                Text("Gelar belakang", "backTitle", 18),
                Digits(
                    "NIP",
                    "nip",
                    "18 angka, ditulis sebagai teks; boleh berspasi seperti dalam SK. Kosong bila tidak punya."
                ),
                Text("Pangkat/golongan", "rank", 28),
                Mail("Surel", "email", "Satu alamat surel; tautan dan kode dikirim ke sini.").Needed(),
                Digits("WhatsApp", "whatsapp", "Nomor dengan kode negara, misalnya +6281234567890."),
                Flag("Setuju WhatsApp", "whatsappConsent", "Ya bila pegawai setuju menerima pesan di nomor itu."),
                Text(
                    "ID objek Entra",
                    "entraObjectId",
                    38,
                    "ID objek akun di direktori kantor, bila masuk dengan akun itu."
                ),
                Choice(
                    "Jenis pegawai",
                    "kind",
                    Choices.Person,
                    "ASN, Kepala daerah (gubernur, bupati, wali kota), atau Non-ASN; kosong: menurut NIP dan jabatan."
                ),
            ]
        )
        {
            Required = true,
            Purpose = "Pegawai yang berperan dalam siklus kinerja.",
            Examples =
            [
                [
                    "contoh-1",
                    "Nama Pegawai Contoh",
                    "Dr.",
                    "S.E., M.M.",
                    "199001012015011001",
                    "Pembina (IV/a)",
                    "pegawai@contoh.example",
                    "",
                    "",
                    "",
                    "",
                ],
            ],
        },
        new(
            SheetNames.Appointments,
            "appointments",
            [
                From("Pegawai", "official", SheetNames.Officials).Needed(),
                From("Jabatan", "post", SheetNames.Posts).Needed(),
                Choice("Jenis", "tenure", Choices.Tenure).Needed(),
                Day("Mulai", "from", "Hari pertama menjabat (TMT).").Needed(),
                Day("Sampai", "until", "Hari terakhir; kosong bila masih berlaku."),
                Text("Nomor keputusan", "decree"),
            ]
        )
        {
            Required = true,
            Keys = 4,
            Purpose =
                "Siapa menjabat apa dan sejak kapan: definitif, Plt., Plh., atau Pj. Masa jabatan tidak boleh bertumpang tindih.",
            Examples =
            [
                ["contoh-1", "contoh-kabag", "Definitif", "02-01-2023", "", "SK 001/2023"],
            ],
        },
        new(
            SheetNames.Roles,
            "roles",
            [
                Choice("Peran", "role", Choices.Role).Needed(),
                From("Pegawai", "official", SheetNames.Officials).Needed(),
                From("Sub-unit", "subUnit", SheetNames.SubUnits, "Kosong berarti untuk seluruh unit."),
            ]
        )
        {
            Required = true,
            Keys = 3,
            Purpose = "Siapa boleh apa dalam sistem. Pengisi, penyetuju, dan verifikator laporan adalah tiga orang.",
            Examples =
            [
                ["Operator", "contoh-1", "contoh-bagian"],
            ],
        },
    ];
}

internal static class SheetNames
{
    public const string Instructions = "Petunjuk";
    public const string General = "Umum";
    public const string SubUnits = "Sub-unit";
    public const string Posts = "Jabatan";
    public const string Officials = "Pegawai";
    public const string Appointments = "Penempatan";
    public const string Roles = "Peran";
    public const string Goals = "Tujuan";
    public const string Objectives = "Sasaran";
    public const string Indicators = "Indikator";
    public const string FormerNames = "Nama Lama Indikator";
    public const string StrategicTargets = "Target Tahunan";
    public const string History = "Riwayat";
    public const string AnnualPlan = "RKT";
    public const string ActionPlan = "Rencana Aksi";
    public const string BudgetVersions = "Versi Anggaran";
    public const string Budget = "Anggaran Murni";
    public const string RevisedBudget = "Anggaran Perubahan";
    public const string TargetChanges = "Perubahan Target";
    public const string LevelIndicators = "Indikator Jenjang";
    public const string LevelTargets = "Target Jenjang";
    public const string LevelHistory = "Riwayat Jenjang";
    public const string IndicatorLinks = "Pohon Kinerja";
    public const string Windows = "Jendela Pelaporan";
    public const string Holidays = "Hari Libur";
    public const string Policy = "Kebijakan Hitung";
    public const string Decimals = "Desimal Tabel";
    public const string Bands = "Skala Peringkat";
    public const string Agreement = "Pengaturan PK";
    public const string StaffTargets = "SKP";
    public const string Narratives = "Narasi";
    public const string LegalBases = "Dasar Hukum";
    public const string Tables = "Tabel Pendukung";
    public const string TableRows = "Isi Tabel Pendukung";
    public const string Functions = "Fungsi";
    public const string Issues = "Isu Strategis";
    public const string ReviewGroups = "Kelompok Reviu";
    public const string ReviewItems = "Butir Reviu";
    public const string RuleLevels = "Tingkat Aturan";
    public const string Others = "Isian Lain";
}
