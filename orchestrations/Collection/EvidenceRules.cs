using System.Globalization;
using Sakip.Calendar;
using Sakip.Evaluation;

namespace Sakip.Collection;

/// <summary>What may be offered as evidence, judged before a byte of it has come.</summary>
public static class EvidenceRules
{
    public const long LargestFile = 25 * 1024 * 1024;

    /// <summary>Bytes of one part of a chunked upload.</summary>
    public const int PartSize = 2 * 1024 * 1024;

    /// <summary>The largest file that a plain form may carry, without script.</summary>
    public const long LargestPlainFile = 5 * 1024 * 1024;

    public const int MostFilesPerField = 10;
    private const int LongestName = 120;

    /// <summary>Why the offer is refused; null where it is not.</summary>
    public static string? Check(EvidenceOffer offer, IReadOnlyCollection<string> owners, int ofField, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(owners);
        return offer switch
        {
            _ when !owners.Contains(offer.Owner) => "Isian yang dibuktikan tidak dikenal pada laporan ini.",
            { FileName.Length: 0 } => "Berkas belum dipilih.",
            { Size: <= 0 } => "Berkas itu kosong.",
            { Size: > LargestFile } =>
                $"Berkas {Megabytes(offer.Size)} MB melebihi batas {Megabytes(LargestFile)} MB. Perkecil atau pisahkan dahulu.",
            _ when ofField >= MostFilesPerField => $"Paling banyak {MostFilesPerField} berkas per isian.",
            _ when offer.DocumentDate > today => "Tanggal dokumen belum tiba.",
            _ => null,
        };
    }

    /// <summary>What the reader of a file should know of its date (K-BK-01); null where it lies in the quarter.</summary>
    public static string? DateRemark(DateOnly date, Quarter quarter, int year)
    {
        var (first, last) = (quarter.FirstDay(year), quarter.LastDay(year));
        return date >= first && date <= last
            ? null
            : $"Bertanggal {IndonesianDate.Long(date)}, di luar Triwulan {quarter.Roman()} "
                + $"({IndonesianDate.Long(first)} s.d. {IndonesianDate.Long(last)}).";
    }

    /// <summary>The file's name as shown and offered: no path, no control characters, not endless.</summary>
    public static string CleanName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bare = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(
                bare.Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>' or '|' or ':'))
                    .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format))
            .Trim();
        return clean.Length <= LongestName ? clean : clean[..(LongestName - 10)] + "…" + clean[^9..];
    }

    private static string Megabytes(long bytes) => IndonesianNumber.Natural(bytes / 1024m / 1024m, 0);
}
