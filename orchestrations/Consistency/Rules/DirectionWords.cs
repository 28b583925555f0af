using System.Text.RegularExpressions;
using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-NR-01: what a sentence says rose, fell or stayed did so, in its own numbers or in the tables.</summary>
internal sealed partial class DirectionWords : ITextRule
{
    private const decimal Still = 1m;

    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where
            sentence.Section.Kind != SectionKind.LegalBasis
            && sentence.Has(
                "ingkat",
                "naik",
                "urun",
                "stabil",
                "tetap",
                "tambah",
                "kurang",
                "ubah",
                "baik",
                "buruk",
                "rosot",
                "anjlok",
                "lebih",
                "atas",
                "bawah"
            )
        let finding = OwnNumbers(sentence)
            ?? AgainstLastYear(facts, sentence)
            ?? OverYears(facts, sentence)
            ?? ChangeSizes.Check(facts, sentence)
        where finding is not null
        select finding;

    // "81,11, meningkat dari tahun sebelumnya yang sebesar 75,94"; "turun dari 87,5% menjadi 87%".
    private static Contradiction? OwnNumbers(Sentence sentence)
    {
        if (NowFromThen().Match(sentence.Lower) is { Success: true } now)
        {
            return Compare(sentence, now.Groups["word"].Value, Number(now, "then"), Number(now, "now"));
        }

        return FromTo().Match(sentence.Lower) is { Success: true } from && !sentence.IsWish
            ? Compare(sentence, from.Groups["word"].Value, Number(from, "then"), Number(from, "now"))
            : null;
    }

    private static (decimal? Value, string Printed) Number(Match match, string group)
    {
        var printed = match.Groups[group].Value.TrimEnd('.', ',', ' ');
        var money = printed.StartsWith("rp", StringComparison.Ordinal);
        return (NumberParser.Parse(printed, money ? NumberKind.Rupiah : NumberKind.Percent).Value, printed);
    }

    private static Contradiction? Compare(
        Sentence sentence,
        string word,
        (decimal? Value, string Printed) then,
        (decimal? Value, string Printed) now
    )
    {
        if (then.Value is not { } before || now.Value is not { } after)
            return null;
        var said = Direction(word);
        var real = Trends.DirectionOf(after - before);
        if (said is null || said == real)
            return null;
        return new(
            "K-NR-01",
            $"Kalimat menyebut \"{word}\", padahal angkanya {Word(real)}.",
            [sentence.Place],
            "Sesuaikan kata atau angkanya.",
            word,
            $"{then.Printed} menjadi {now.Printed}",
            IndonesianNumber.Natural(after - before, 2),
            sentence.Text
        );
    }

    private static Contradiction? AgainstLastYear(PrintedFacts facts, Sentence sentence)
    {
        if (sentence.IsWish && !sentence.Has("menunjukkan", "mengalami") || !IsAgainstLastYear(facts, sentence))
        {
            return null;
        }

        var asserted = Asserted().Matches(sentence.Lower);
        if (
            asserted.LastOrDefault() is not { } word
            || Direction(word.Value) is not { } said
            || IsOfTarget(sentence, asserted[0])
        )
        {
            return null;
        }

        var denied = Denied().IsMatch(sentence.Lower[..word.Index]);

        if (Subjects(facts, sentence) is not { Count: > 0 } subjects)
            return null;
        var year = facts.Report.Year;
        var changes = subjects
            .Select(indicator =>
                (
                    Indicator: indicator,
                    Real: Change(
                        facts.ValueOf(indicator, ColumnRole.Realisation, year - 1),
                        facts.ValueOf(indicator, ColumnRole.Realisation, year)
                    ),
                    Reached: Change(facts.AchievementOf(indicator, year - 1), facts.AchievementOf(indicator, year))
                )
            )
            .ToList();
        if (changes.Exists(change => change.Real is null && change.Reached is null))
            return null;
        var real = sentence.Has("realisasi") && !sentence.Has("capaian");
        var wrong = changes
            .Where(change => !Supports(said, denied, change.Real, real ? null : change.Reached))
            .ToList();
        // A sentence about all of them is wrong where none bears it out; "stabil" already where one does not.
        if (wrong.Count == 0 || said != Evaluation.Direction.Same && wrong.Count < changes.Count)
            return null;
        var worst = wrong.MaxBy(change => Math.Abs(change.Real ?? change.Reached ?? 0m));
        return new(
            "K-NR-01",
            $"Kalimat menyebut \"{(denied ? "tidak " : "")}{word.Value}\" terhadap tahun sebelumnya, padahal data {Word(Trends.DirectionOf(worst.Real ?? worst.Reached ?? 0m))}.",
            [sentence.Place, .. Places(facts, worst.Indicator, year - 1)],
            "Sesuaikan kalimatnya dengan data.",
            word.Value,
            string.Join("; ", changes.Select(change => Told(facts, change.Indicator, year))),
            null,
            sentence.Text
        );
    }

    private static Contradiction? OverYears(PrintedFacts facts, Sentence sentence)
    {
        if (sentence.IsWish || Steady().Match(sentence.Lower) is not { Success: true } word)
            return null;
        if (
            Direction(word.Groups["word"].Value) is not { } said
            || Subjects(facts, sentence) is not { Count: > 0 } subjects
        )
        {
            return null;
        }

        var series = subjects
            .Select(indicator =>
                (
                    Indicator: indicator,
                    Values: facts
                        .Values.Where(fact => fact.Indicator == indicator && fact.Role == ColumnRole.Realisation)
                        .DistinctBy(fact => fact.Year)
                        .OrderBy(fact => fact.Year)
                        .ToList()
                )
            )
            .ToList();
        if (series.Exists(one => one.Values.Count < 3))
            return null;
        var wrong = series
            .Where(one =>
                one.Values.Zip(one.Values.Skip(1))
                    .Any(pair =>
                        Trends.DirectionOf(pair.Second.Value - pair.First.Value) is var step
                        && step != said
                        && step != Evaluation.Direction.Same
                    )
            )
            .ToList();
        if (wrong.Count == 0)
            return null;
        return new(
            "K-NR-01",
            $"Kalimat menyebut \"{word.Value}\", padahal tidak setiap tahun demikian.",
            [sentence.Place, wrong[0].Values[0].Table.Place],
            "Sesuaikan kalimatnya dengan data.",
            word.Value,
            string.Join(", ", wrong[0].Values.Select(fact => $"{fact.Year}: {fact.Printed}")),
            null,
            sentence.Text
        );
    }

    // "dibandingkan (dengan) … tahun sebelumnya", or the two years by number.
    private static bool IsAgainstLastYear(PrintedFacts facts, Sentence sentence) =>
        Patterns.AgainstLastYear().IsMatch(sentence.Lower)
        || (sentence.Has("dibanding", "terhadap", "dari tahun", "daripada") || Beside().IsMatch(sentence.Lower))
            && sentence.Years.Any(year => year.Year == facts.Report.Year - 1)
            && sentence.Years.All(year => year.Year >= facts.Report.Year - 1 && year.Year <= facts.Report.Year);

    // "Target ditetapkan lebih rendah daripada realisasi tahun 2023" says nothing of a result.
    private static bool IsOfTarget(Sentence sentence, Match word)
    {
        var head = sentence.Lower[..word.Index];
        return head.Contains("target", StringComparison.Ordinal)
            && word.Value.StartsWith("lebih", StringComparison.Ordinal)
            && !head.Contains("capaian", StringComparison.Ordinal)
            && !head.Contains("realisasi", StringComparison.Ordinal);
    }

    // Whole office where the sentence speaks of performance; nothing where it speaks of something else.
    internal static List<string>? Subjects(PrintedFacts facts, Sentence sentence)
    {
        var named = facts.Mentions.In(sentence);
        if (named.Count > 0)
            return [.. named.Select(mention => mention.Indicator).Distinct()];
        if (facts.Mentions.OfSection(sentence.Section) is { } own)
        {
            return sentence.Has("indikator ini", "capaian ini", "realisasi ini", "realisasinya", "capaiannya")
                ? [own]
                : null;
        }

        return
            sentence.Has(
                "capaian",
                "pencapaian",
                "kinerja",
                "realisasi sasaran",
                "sasaran strategis",
                "kedua indikator",
                "seluruh indikator",
                "semua indikator"
            ) && !sentence.Has("anggaran", "keuangan", "serapan", "rp")
            ? [.. facts.Masters]
            : null;
    }

    private static decimal? Change(decimal? before, decimal? after) => after - before;

    // "Tidak menurun" is borne out by a rise and by no change.
    private static bool Supports(Direction said, bool denied, decimal? real, decimal? reached) =>
        said switch
        {
            Evaluation.Direction.Up when denied => real <= 0m || reached <= 0m,
            Evaluation.Direction.Down when denied => real >= 0m || reached >= 0m,
            _ when denied => true,
            Evaluation.Direction.Same => new[] { real, reached }
                .Where(change => change is not null)
                .Min(change => Math.Abs(change!.Value)) <= Still,
            Evaluation.Direction.Up => real > 0m || reached > 0m,
            _ => real < 0m || reached < 0m,
        };

    internal static Direction? Direction(string word) =>
        Patterns.Up().IsMatch(word) ? Evaluation.Direction.Up
        : Patterns.Down().IsMatch(word) ? Evaluation.Direction.Down
        : Patterns.Stable().IsMatch(word) ? Evaluation.Direction.Same
        : null;

    private static string Word(Direction direction) =>
        direction switch
        {
            Evaluation.Direction.Up => "naik",
            Evaluation.Direction.Down => "turun",
            _ => "tetap",
        };

    private static string Told(PrintedFacts facts, string indicator, int year) =>
        string.Join(
            " → ",
            new[] { year - 1, year }.Select(y =>
                facts.ValuesOf(indicator, ColumnRole.Realisation, y).Select(fact => fact.Printed).FirstOrDefault("-")
            )
        );

    private static IEnumerable<string> Places(PrintedFacts facts, string indicator, int year) =>
        facts.ValuesOf(indicator, ColumnRole.Realisation, year).Select(fact => fact.Table.Place).Distinct().Take(1);

    // A number is so long at most and is never given back in part: what follows is looked at once for each place.
    private const string Figure = @"(?:rp\.?\s{0,9})?(?>[0-9][0-9.,]{0,40})(?>\s{0,9}(?:%|persen|poin))?";
    internal const string Word3 =
        "(?<!tidak |belum )(?:meningkat|peningkatan|kenaikan|naik|bertambah|menurun|penurunan|turun|berkurang|stabil|tetap)";

    [GeneratedRegex(
        @"(?<now>"
            + Figure
            + @"),?(?>\s+)(?:yang\s+)?(?:telah\s+|atau\s+|mengalami\s+)?(?<word>"
            + Word3
            + @")(?>\s+)(?:dibandingkan\s+|dibanding\s+)?(?:(?:dari|dengan|terhadap)\s*)?(?:[a-z ]{0,40}?tahun (?:sebelumnya|lalu|20[0-9][0-9])|[a-z ]{0,20}?sebelumnya)(?>(?:,|yang|sebesar|adalah|mencapai|\(|\s)*)(?<then>"
            + Figure
            + ")",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NowFromThen();

    [GeneratedRegex(
        @"\b(?<word>"
            + Word3
            + @")\s+(?:(?:sebesar|sebanyak)\s+"
            + Figure
            + @"(?>\s*(?:poin\s*)?,?\s*))?(?:yaitu\s+)?dari\s+(?:[a-z ]{0,30}?)(?<then>"
            + Figure
            + @")\s*(?:pada\s+)?(?:\(?(?:pada )?tahun 20[0-9][0-9]\)?\s*)?(?:menjadi|ke)\s+(?:sebesar\s+)?(?<now>"
            + Figure
            + ")",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FromTo();

    /// <summary>A direction that the sentence asserts, unlike the one in "upaya peningkatan kualitas".</summary>
    [GeneratedRegex(
        @"\b(?:(?:menunjukkan|mengalami|terjadi|terdapat|adanya|ada)\s+(?:tingkat\s+|tren\s+|kecenderungan\s+)?(?:yang\s+)?(?:peningkatan|kenaikan|penurunan|kestabilan|stabil)|meningkat|menurun|naik|turun|stabil|tetap(?! (?:berperan|menjadi|dilakukan|dilaksanakan|perlu|berupaya|memperhatikan|mengacu|dapat))|bertambah|berkurang|membaik|merosot|memburuk|anjlok|tidak berubah|lebih (?:tinggi|rendah|baik|buruk|besar|kecil)(?= (?:dari|dibanding))|di ?(?:atas|bawah)(?= (?:capaian|realisasi|kinerja)(?: kinerja)? tahun))\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Asserted();

    [GeneratedRegex(
        @"\bdi ?(?:atas|bawah) (?:capaian|realisasi|kinerja)(?: kinerja)? tahun",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Beside();

    [GeneratedRegex(
        @"\b(?:tidak|belum|bukan|tanpa)\s+(?:lagi\s+|ikut\s+)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Denied();

    [GeneratedRegex(
        @"\b(?:terus|selalu|konsisten|setiap tahun|dari tahun ke tahun)\s+(?:mengalami\s+)?(?<word>meningkat|naik|peningkatan|kenaikan|menurun|turun|penurunan)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Steady();
}
