namespace Sakip.Planning;

/// <summary>What a column of a budget list holds, as its heading tells.</summary>
internal enum ListRole
{
    Other,
    Code,
    Name,
    Ceiling,
    Fund,

    /// <summary>The code of the field of government (bidang urusan), which stands for X.XX.</summary>
    Field,
    OfficeCode,
    Office,

    /// <summary>Who carries it out, in the words of the finance system.</summary>
    Carrier,
    Indicator,
    Target,
    Measure,

    /// <summary>The office's own sub-unit, in a column that somebody added.</summary>
    SubUnit,
    Supports,
}

/// <summary>The level of the tree that a column tells of; none for a column that has all of them below each other.</summary>
internal enum ListLevel
{
    None,
    Programme,
    Activity,
    SubActivity,
}

/// <summary>Tells the columns of a budget list apart by their headings.</summary>
internal static class ListHeading
{
    public static (ListRole Role, ListLevel Level) Of(SpendingHeading heading)
    {
        var words = HeadingWords.Of(heading.Text);
        var level = LevelOf(words);
        return (RoleOf(words, HeadingWords.Of(heading.Parts.Count == 0 ? "" : heading.Parts[^1]), level), level);
    }

    /// <summary>False for a column of ceilings that holds a part of them, or those of another year.</summary>
    public static bool IsLikely(SpendingHeading heading, int year)
    {
        var words = HeadingWords.Of(heading.Text);
        var years = words.Split(' ').Where(word => word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal));
        return !words.HasAny(" operasi ", " modal ", " transfer ", "terduga", " n 1 ", "prakiraan", " maju ", " lalu ")
            && (
                !years.Any()
                || years.Contains(
                    year.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    StringComparer.Ordinal
                )
            );
    }

    private static ListLevel LevelOf(string words)
    {
        var plain = words
            .Replace("sub kegiatan", "subkegiatan", StringComparison.Ordinal)
            .Replace("sub giat", "subkegiatan", StringComparison.Ordinal)
            .Replace("sub keg ", "subkegiatan ", StringComparison.Ordinal);
        var (isSub, isActivity, isProgramme) = (
            plain.HasAny("subkegiatan"),
            plain.HasAny(" kegiatan", " giat ", " keg "),
            plain.HasAny(" program")
        );
        return (isSub, isActivity, isProgramme) switch
        {
            (true, false, false) => ListLevel.SubActivity,
            (false, true, false) => ListLevel.Activity,
            (false, false, true) => ListLevel.Programme,
            _ => ListLevel.None,
        };
    }

    private static ListRole RoleOf(string words, string last, ListLevel level)
    {
        var isCode = words.HasAny(" kode", " kd ", " no rek");
        return words switch
        {
            _ when words.HasAny("mendukung") => ListRole.Supports,
            _ when words.HasAny("sumber", " dana ") => isCode ? ListRole.Other : ListRole.Fund,
            _ when words.HasAny("bidang urusan") && !words.HasAny("program", "kegiatan") => isCode
                ? ListRole.Field
                : ListRole.Other,
            _ when words.HasAny(" urusan") && !words.HasAny("program", "kegiatan") => ListRole.Other,
            _ when words.HasAny(
                    "sub unit",
                    "sub skpd",
                    "unit skpd",
                    "sub opd",
                    "unit kerja",
                    "pelaksana",
                    "penanggung jawab",
                    "pengampu"
                ) => isCode ? ListRole.Other
            : last is " sub unit " or " sub unit pelaksana " ? ListRole.SubUnit
            : ListRole.Carrier,
            _ when words.HasAny(" skpd", " opd ", "perangkat daerah") => isCode ? ListRole.OfficeCode : ListRole.Office,
            _ when words.HasAny("indikator", "tolok ukur", "tolak ukur") => ListRole.Indicator,
            _ when words.HasAny(" satuan", "keluaran satuan") => ListRole.Measure,
            _ when words.HasAny(" target", "volume", "keluaran") && !words.HasAny(" rp ", "anggaran", "pagu") =>
                ListRole.Target,
            _ when IsCeiling(words, last) => level is ListLevel.Programme or ListLevel.Activity
                ? ListRole.Other
                : ListRole.Ceiling,
            _ when isCode => words.HasAny("rekening", " akun ")
            && level == ListLevel.None
            && words.HasAny(" akun ", "belanja")
                ? ListRole.Other
                : ListRole.Code,
            _ when level != ListLevel.None || words.HasAny("uraian", "nama", "nomenklatur", "program", "kegiatan") =>
                ListRole.Name,
            _ => ListRole.Other,
        };
    }

    private static bool IsCeiling(string words, string last) =>
        words.HasAny(
            " pagu",
            " anggaran",
            " alokasi",
            " jumlah ",
            " nilai ",
            " rp ",
            "rupiah",
            " apbd",
            " belanja ",
            " dpa ",
            " dppa "
        )
        && !words.HasAny(" kode", " nama ", "realisasi", "serapan", " sisa", "%", "persen")
        && !last.HasAny("selisih", "bertambah", "berkurang");
}
