using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What a column of the finance system's file holds, as its heading tells.</summary>
internal enum SpendingRole
{
    Other,
    Code,
    Account,
    Position,

    /// <summary>Money spent from the year's first day on: what is asked for.</summary>
    ToDate,

    Percent,
    Physical,

    /// <summary>Up to another day: last month, another quarter, another year.</summary>
    Elsewhen,

    /// <summary>Spent in the month or quarter alone.</summary>
    PartOnly,

    /// <summary>What is planned or left.</summary>
    Unspent,
}

/// <summary>The headings that stand above a column, from the top: "Realisasi / Keuangan (Rp)".</summary>
internal sealed record SpendingHeading(int Column, IReadOnlyList<string> Parts)
{
    public string Text => string.Join(" / ", Parts);

    /// <summary>The path as it is remembered: by its letters and digits alone.</summary>
    public string Key => string.Join('/', Parts.Select(SheetTable.Plain));

    public SpendingRole Role(int year, Quarter quarter)
    {
        if (Parts.Count == 0)
            return SpendingRole.Other;
        var (words, last) = (HeadingWords.Of(Text), HeadingWords.Of(Parts[^1]));
        if (!IsSpending(words) && !IsMoneyOfReport(words, last))
            return Unspending(words);
        if (Money(last))
            return When(words, year, quarter);
        return words.HasAny("%", "persen", "prosen", " tingkat ") ? SpendingRole.Percent
            : words.HasAny("fisik", "volume", "output", "keluaran") || last is " k " || IsPerformance(words, last)
                ? SpendingRole.Physical
            : IsCeiling(last) || words.HasAny(" target", " rencana ", "proyeksi", "prognosis") ? SpendingRole.Unspent
            : words.HasAny(" sisa", " belum ", "selisih", "deviasi", " lebih ", " kurang ") ? SpendingRole.Unspent
            : When(words, year, quarter);
    }

    private static bool IsSpending(string words) =>
        words.HasAny(
            "realisasi",
            "serapan",
            "terserap",
            "penyerapan",
            " sp2d ",
            " spj ",
            "pengeluaran",
            " dibelanjakan ",
            "pencairan",
            "penggunaan",
            "terpakai"
        );

    // "Keuangan / Rp" beside "Fisik / %", "Capaian Keuangan (Rp)", and "Belanja s.d. Maret".
    private static bool IsMoneyOfReport(string words, string last)
    {
        if (words.HasAny(" target", " rencana ", " pagu", " alokasi", " sisa", " sumber "))
            return false;
        var isTold = words.StartsWith(" keuangan ", StringComparison.Ordinal) || words.HasAny(" capaian keuangan ");
        return isTold && last.HasAny(" rp ", "rupiah")
            || words.HasAny(" belanja ", " keuangan ", " pembayaran ")
                && words.HasAny(" sd ")
                && (
                    words.HasAny(" ini ")
                    || SpendingPeriods.MonthIn(words) is not null
                    || SpendingPeriods.QuarterIn(words) is not null
                );
    }

    private static bool Money(string last) =>
        last.HasAny(" rp ", "rupiah", "keuangan") && !last.HasAny("%", "persen", "sisa", "belum", "target", "fisik");

    private static bool IsPerformance(string words, string last) =>
        (words.HasAny("kinerja") && !words.HasAny("anggaran", "keuangan")) || last.HasAny(" kinerja ", "capaian");

    private static bool IsCeiling(string last) =>
        last.StartsWith(" pagu", StringComparison.Ordinal)
        || last.StartsWith(" alokasi", StringComparison.Ordinal)
        || last.StartsWith(" dpa ", StringComparison.Ordinal)
        || last.StartsWith(" dppa ", StringComparison.Ordinal);

    private static SpendingRole Unspending(string words) =>
        words.HasAny("rekening", " akun ", " mak ", "mata anggaran", "kode belanja")
        && (
            words.HasAny("kode", " kd ", " no ", "nomor")
            || words is " rekening " or " akun " or " mak " or " mata anggaran "
        )
            ? SpendingRole.Account
        : words.HasAny(" kode", " kd ", " no rek") ? SpendingRole.Code
        : words is " tanggal " or " posisi " or " per tanggal " or " pertanggal "
        || words.HasAny("tanggal posisi", "posisi tanggal")
            ? SpendingRole.Position
        : SpendingRole.Other;

    private static SpendingRole When(string words, int year, Quarter quarter)
    {
        var years = words.Split(' ').Where(word => word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal));
        if (years.Any() && !years.Contains(year.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            return SpendingRole.Elsewhen;
        if (words.HasAny(" lalu ", "sebelum", "kemarin"))
            return SpendingRole.Elsewhen;
        var isSum = words.HasAny(" sd ", " per ", "posisi", " akhir ");
        if (SpendingPeriods.MonthIn(words) is { } month)
        {
            return !isSum ? SpendingRole.PartOnly
                : month == 3 * (int)quarter ? SpendingRole.ToDate
                : SpendingRole.Elsewhen;
        }

        if (SpendingPeriods.QuarterIn(words) is { } named)
        {
            // "Triwulan II" alone may be the quarter's own spending or the sum up to its end.
            return named != (int)quarter ? SpendingRole.Elsewhen
                : isSum || quarter == Quarter.Q1 ? SpendingRole.ToDate
                : SpendingRole.PartOnly;
        }

        if (SpendingPeriods.HalfIn(words) is { } half)
        {
            return 2 * half != (int)quarter ? SpendingRole.Elsewhen
                : isSum || half == 1 ? SpendingRole.ToDate
                : SpendingRole.PartOnly;
        }

        return words.HasAny(" ini ") && !isSum ? SpendingRole.PartOnly : SpendingRole.ToDate;
    }
}
