using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>What offices call the columns of their tables. The first line that a heading fits tells its meaning.</summary>
internal static class ColumnVocabulary
{
    // Headings come in lower case, words only; "%" is the word "persen".
    private static readonly (Regex Pattern, ColumnRole Role)[] Words =
    [
        // Amounts in thousands or millions cannot be set against amounts in rupiah.
        Line(@"\b(?:ribu|ribuan|juta|jutaan|miliar|milyar)\b", ColumnRole.Other),
        Line(@"\bfisik\b", ColumnRole.Other),
        Line("^(?:kode )?warna", ColumnRole.Colour),
        Line(@"^no(?:mor)?\b", ColumnRole.Number),
        Line(
            "^kode(?: (?:rekening|program|kegiatan|sub kegiatan|nomenklatur|urusan|dan)(?: .*)?)?$",
            ColumnRole.Number
        ),
        Line("^interval|^rentang|^skala (?:nilai|capaian|penilaian)|^batas nilai", ColumnRole.Interval),
        Line(
            @"^kriteria|^peringkat|^predikat|^kategori|^kualifikasi|^klasifikasi|^interpretasi|^status\b",
            ColumnRole.Label
        ),
        Line("kode$", ColumnRole.Colour),
        Line("^tujuan(?: strategis| perangkat daerah)?$", ColumnRole.Goal),
        Line(@"indikator|^iku\b|^ikk\b|^ukuran (?:kinerja|keberhasilan)|^tolok ukur", ColumnRole.Indicator),
        Line("sasaran", ColumnRole.Objective),
        Line("^satuan|^sat$|^unit ukuran$", ColumnRole.Measure),
        Line(
            "kemajuan|(?:capaian|realisasi) .*(?:terhadap|dibanding).*(?:akhir|renstra|rpjmd|rpd)",
            ColumnRole.Progress
        ),
        Line("target (?:akhir|jangka menengah)|kondisi akhir", ColumnRole.EndTarget),
        Line("efisiensi", ColumnRole.Efficiency),
        Line(@"\b(?:tw|triwulan|semester|bulan)\b", ColumnRole.Other),
        Line(@"^sisa\b|selisih|\bbelum\b|bertambah|berkurang|deviasi", ColumnRole.Other),
        Line("^sumber (?:dana|anggaran|pembiayaan|pendanaan)", ColumnRole.Fund),
        Line(@"(?:serapan|terserap)(?: \w+)? (?:rp|rupiah)$", ColumnRole.Spent),
        Line(
            "serapan|terserap|capaian (?:anggaran|keuangan)|(?:anggaran|keuangan) (?:capaian|persen)"
                + "|persen(?:tase)? (?:realisasi )?(?:anggaran|keuangan|belanja)"
                + "|realisasi (?:anggaran |keuangan |belanja )persen",
            ColumnRole.Absorption
        ),
        Line(
            "(?:anggaran|keuangan|dana|belanja) (?:\\w+ )?realisasi|realisasi (?:jumlah )?(?:rp|rupiah|anggaran|keuangan|belanja|dana)"
                + "|(?:penggunaan|pengeluaran) (?:anggaran|dana)|(?:anggaran|dana) (?:terpakai|digunakan)",
            ColumnRole.Spent
        ),
        Line(
            @"^(?:pagu|anggaran|alokasi|plafon|dpa\b|dppa\b|belanja|dana$)"
                + "|^(?:jumlah|total|besaran|nilai|rencana) (?:pagu|anggaran|dana|belanja|alokasi)"
                + "|target (?:rp|rupiah|anggaran|keuangan)|^(?:(?:jumlah|nilai|besaran) )?(?:rp|rupiah)$",
            ColumnRole.Ceiling
        ),
        Line("^target|^kinerja target|^rencana(?: kinerja)?$", ColumnRole.Target),
        Line(
            "^(?:persen(?:tase)? )?realisasi|^kinerja realisasi|^jumlah realisasi|^terealisasi",
            ColumnRole.Realisation
        ),
        Line(
            "capaian|^persen(?:tase)?(?: persen)?$|^kinerja persen(?:tase)?$|^tingkat keberhasilan",
            ColumnRole.Achievement
        ),
        Line(
            "^(?:nama )?(?:urusan |bidang )*(?:program|kegiatan|sub kegiatan)|^nomenklatur|^uraian (?:urusan|program|kegiatan|sub)",
            ColumnRole.Programme
        ),
        Line("menunjang|mendukung|penunjang|pendukung", ColumnRole.Support),
        Line("^analisis|^penjelasan", ColumnRole.Analysis),
        Line("^solusi|^tindak lanjut|^rekomendasi|^upaya", ColumnRole.Solution),
        Line("^uraian$", ColumnRole.Item),
        Line("^nilai$", ColumnRole.Value),
    ];

    private static readonly Regex Remark = Pattern("^(?:ket|keterangan|catatan)$");
    private static readonly Regex Percent = Pattern(@"\bpersen(?:tase)?\b");
    private static readonly Regex OfPerformance = Pattern(
        "(?:capaian|persen(?:tase)?) (?:kinerja|indikator|output|keluaran)"
    );
    private static readonly Regex YearBefore = Pattern(@"^(?:tahun )?(?:anggaran )?20[0-9][0-9] (?=\D)");

    /// <summary>A heading in lower case, words only, with "%" as a word.</summary>
    public static string Normal(string heading) =>
        YearBefore.Replace(
            Names.Normalise(
                heading
                    .Replace("%", " persen ", StringComparison.Ordinal)
                    .Replace('(', ' ')
                    .Replace(')', ' ')
                    .Replace('\n', ' ')
            ),
            ""
        );

    public static ColumnRole RoleOf(string normal)
    {
        foreach (var (pattern, role) in Words)
        {
            if (pattern.IsMatch(normal))
                return role;
        }

        return ColumnRole.Other;
    }

    /// <summary>A column of remarks has nothing to be checked.</summary>
    public static bool IsRemark(string heading) => Remark.IsMatch(Normal(heading));

    public static bool IsPercent(string normal) => Percent.IsMatch(normal);

    /// <summary>"Capaian kinerja" is not the budget's, wherever it stands.</summary>
    public static bool IsOfPerformance(string normal) => OfPerformance.IsMatch(normal);

    private static (Regex, ColumnRole) Line(string pattern, ColumnRole role) => (Pattern(pattern), role);

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, Patterns.Limit);
}
