using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>Phrases that several rules look for.</summary>
internal static partial class Patterns
{
    /// <summary>For patterns that are made at run time: none may hold a request for longer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [GeneratedRegex(
        @"^\s*(?:\w{1,2}\.|-)?\s*(?:anggaran(?:\s+belanja)?\s+(?=program|kegiatan))?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex ItemLead();

    [GeneratedRegex(
        @"(?<![\s,:])(?>(?:,|:|dengan|sebesar|anggaran|pagu|senilai|adalah|\s)*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex AmountLead();

    [GeneratedRegex(
        @"\btabel\s+(?:nomor\s+)?(?<number>[0-9]+\.[0-9]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex TableReference();

    [GeneratedRegex(
        @"\b(?<start>(?:19|20)[0-9][0-9])\s*(?:-|–|s/d|s\.d\.?|sampai dengan)\s*(?<end>(?:19|20)[0-9][0-9])\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex Period();

    /// <summary>This year set against the one before: "dibandingkan dengan kinerja pada tahun sebelumnya".</summary>
    [GeneratedRegex(
        @"\b(?:dibanding(?:kan)?(?:\s+dengan)?|dari|daripada|terhadap)\s+(?:(?!beberapa\b)\w+\s+){0,3}?(?:tahun|periode)\s+(?:sebelumnya|lalu)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex AgainstLastYear();

    [GeneratedRegex(
        @"\b(?:meningkat|peningkatan|kenaikan|naik|bertambah|membaik|lebih (?:tinggi|baik|besar)|di ?atas)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex Up();

    [GeneratedRegex(
        @"\b(?:menurun|penurunan|turun|berkurang|merosot|memburuk|anjlok|lebih (?:rendah|buruk|kecil)|di ?bawah)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex Down();

    [GeneratedRegex(
        @"\b(?:stabil|kestabilan|tetap|tidak berubah)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex Stable();

    [GeneratedRegex(
        @"\b(?:renstra|rencana strategis|rancangan strategis|jangka menengah)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex PlanWord();

    [GeneratedRegex(
        @"\b(?<part>(?>[0-9][0-9.]{0,30}))\s+(?:[a-z ]{0,30}?)dari\s+(?:total\s+|jumlah\s+)?(?<whole>[0-9][0-9.]*)\s+(?<noun>[a-z][a-z ]{2,60})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex PartFromWhole();

    /// <summary>"87 ÷ 100", "87 perangkat daerah … dibandingkan dengan 100 perangkat daerah".</summary>
    [GeneratedRegex(
        @"\b(?<part>(?>[0-9][0-9.]{0,30}))\s*(?:[÷/:]\s*|(?:[a-z][a-z ,]{2,80}?)\b(?:dibandingkan dengan|dibagi(?: dengan)?)\s+)(?<whole>[0-9][0-9.]*)(?<noun>\s*×\s*(?<factor>1[0.]*)\b|\s+[a-z][a-z ]{2,40})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex PartOverWhole();

    [GeneratedRegex(
        @"\b(?:masih (?:terdapat|ada|tersisa)|sisanya(?: sebanyak)?|terdapat)\s+(?<rest>[0-9][0-9.]*)\s+[a-z ]{3,60}?\byang belum\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex Remainder();

    [GeneratedRegex(
        @"\bdari\s+(?<whole>[0-9][0-9.]*)\s+(?<noun>[a-z][a-z ]{2,60}?)(?:\s+di\s+[^,]{1,40})?,\s*(?<part>[0-9][0-9.]*)\s+(?:di antaranya|diantaranya|telah|sudah)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    public static partial Regex PartOfWhole();
}
