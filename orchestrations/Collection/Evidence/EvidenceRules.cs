using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Collection;

/// <summary>What may be offered as evidence, judged before a byte of it has come.</summary>
internal static class EvidenceRules
{
    public const long LargestFile = 25 * 1024 * 1024;

    /// <summary>Bytes of one part of a chunked upload.</summary>
    public const int PartSize = 2 * 1024 * 1024;

    /// <summary>The largest file that a plain form may carry, without script.</summary>
    public const long LargestPlainFile = 5 * 1024 * 1024;

    public const int MostFilesPerField = 10;

    /// <summary>Offers of one report that may be on their way, and their bytes together.</summary>
    public const int MostUnfinished = 20;

    public const long LargestUnfinished = 4 * LargestFile;

    public const string Lapsed = "Unggahan tidak diselesaikan dalam sehari. Kirim berkasnya sekali lagi.";

    /// <summary>How long an offer waits for its parts.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public static readonly string TooMany = $"Paling banyak {MostFilesPerField} berkas per isian.";

    private const int LongestName = 120;

    /// <summary>Why the offer is refused; null where it is not.</summary>
    public static string? Check(EvidenceOffer offer, IReadOnlyCollection<string> owners, int ofField, DateOnly today)
    {
        return offer switch
        {
            _ when !owners.Contains(offer.Owner) => "Isian yang dibuktikan tidak dikenal pada laporan ini.",
            { FileName.Length: 0 } => "Berkas belum dipilih.",
            { Size: <= 0 } => "Berkas itu kosong.",
            { Size: > LargestFile } =>
                $"Berkas {Megabytes(offer.Size)} MB melebihi batas {Megabytes(LargestFile)} MB. Perkecil atau pisahkan dahulu.",
            _ when ofField >= MostFilesPerField => TooMany,
            _ when offer.DocumentDate > today => "Tanggal dokumen belum tiba.",
            _ => null,
        };
    }

    /// <summary>Why another offer is refused while so much is on its way; null where it is not.</summary>
    public static string? CheckUnfinished(EvidenceOffer offer, IEnumerable<EvidenceRow> others)
    {
        var unfinished = others.Where(row => row.State == nameof(EvidenceState.Uploading)).ToList();
        return unfinished.Count >= MostUnfinished || unfinished.Sum(row => row.Size) + offer.Size > LargestUnfinished
            ? "Masih ada unggahan yang belum selesai. Selesaikan dahulu, lalu kirim berkas ini."
            : null;
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
        name = CleanText.Of(name);
        var bare = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(
                bare.Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>' or '|' or ':'))
                    .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            )
            .Trim();
        return clean.Length <= LongestName ? clean : clean[..(LongestName - 10)] + "…" + clean[^9..];
    }

    private static string Megabytes(long bytes) => IndonesianNumber.Natural(bytes / 1024m / 1024m, 0);
}
