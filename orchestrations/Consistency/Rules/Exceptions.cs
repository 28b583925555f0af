using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>
/// K-DK-04 and K-NR-01: "all of them are reached, but for one": as many are not reached as are excepted, and no other
/// than those that are named.
/// </summary>
internal sealed partial class Exceptions : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where IsOne(sentence) && !sentence.IsWish && !YearNumbers.IsOfAnotherYear(facts, sentence)
        let finding = Check(facts, sentence)
        where finding is not null
        select finding;

    /// <summary>Whether a sentence says of all of something, with an exception, that it was reached.</summary>
    public static bool IsOne(Sentence sentence) =>
        sentence.Section.Kind != SectionKind.LegalBasis
        && Excepting().IsMatch(sentence.Lower)
        && All().IsMatch(sentence.Lower)
        && !sentence.Has("program", "kegiatan", "anggaran", " rp");

    private static Contradiction? Check(PrintedFacts facts, Sentence sentence)
    {
        var year = facts.Report.Year;
        var reached = facts
            .Masters.Select(master => (Indicator: master, Value: facts.AchievementOf(master, year)))
            .ToList();
        if (reached.Count == 0 || reached.Exists(one => one.Value is null))
            return null;
        var missed = reached.Where(one => one.Value < 100m).Select(one => one.Indicator).ToList();
        var named = facts.Mentions.In(sentence).Select(mention => mention.Indicator).Distinct().ToList();
        if (named.Count > 0)
            return OfNames(facts, sentence, named, missed);

        var match = Excepting().Match(sentence.Lower);
        if (Number(match.Groups["count"].Value) is not { } count)
            return null;
        var isOfObjectives =
            match.Groups["of"].Value == "sasaran"
            || (match.Groups["of"].Value != "indikator" && sentence.Has("semua sasaran", "seluruh sasaran"));
        var real = isOfObjectives ? Objectives(facts, missed) : missed.Count;
        if (real is null || count == real)
            return null;
        return new(
            "K-DK-04",
            "Banyaknya yang dikecualikan tidak sama dengan yang belum mencapai target.",
            [sentence.Place, .. Places(facts, facts.Masters[0])],
            "Sesuaikan kalimatnya dengan capaian.",
            match.Value.Trim(),
            $"{real} {(isOfObjectives ? "sasaran" : "indikator")} belum mencapai target",
            (count - real.Value).ToString(CultureInfo.InvariantCulture),
            sentence.Text
        );
    }

    private static Contradiction? OfNames(
        PrintedFacts facts,
        Sentence sentence,
        List<string> named,
        List<string> missed
    )
    {
        var wrong = named.Except(missed).Concat(missed.Except(named)).ToList();
        if (wrong.Count == 0)
            return null;
        var isReached = !missed.Contains(wrong[0]);
        return new(
            "K-NR-01",
            isReached
                ? $"Kalimat mengecualikan \"{wrong[0]}\", padahal targetnya tercapai."
                : $"Kalimat tidak mengecualikan \"{wrong[0]}\", padahal targetnya belum tercapai.",
            [sentence.Place, .. Places(facts, wrong[0])],
            "Sesuaikan kalimatnya dengan capaian.",
            Excepting().Match(sentence.Lower).Value.Trim(),
            IndonesianNumber.Percent(facts.AchievementOf(wrong[0], facts.Report.Year)!.Value, 2),
            null,
            sentence.Text
        );
    }

    // An objective is reached with all of its indicators.
    private static int? Objectives(PrintedFacts facts, List<string> missed) =>
        facts.InForce?.Indicators is { } rows && rows.All(row => row.Objective is not null)
            ? rows.Where(row => missed.Contains(row.Indicator))
                .Select(row => Names.Normalise(row.Objective!))
                .Distinct()
                .Count()
            : null;

    private static IEnumerable<string> Places(PrintedFacts facts, string indicator) =>
        facts
            .ValuesOf(indicator, ColumnRole.Realisation, facts.Report.Year)
            .Select(fact => fact.Table.Place)
            .Distinct()
            .Take(1);

    private static int? Number(string text) =>
        text.Length == 0 ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : NumberWords.Parse(text);

    [GeneratedRegex(
        @"\b(?:kecuali|terkecuali|selain|dengan pengecualian)\b(?:\s+(?:pada|untuk|hanya|atas))?(?:\s+(?<count>[0-9]{1,3}|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus)(?:\s+(?:belas|puluh|ratus))?(?:\s+(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))?)(?:\s*\([^)]*\))?(?:\s+buah)?(?:\s+(?<of>indikator|sasaran|target))?)?",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Excepting();

    [GeneratedRegex(
        @"\b(?:semua|seluruh|setiap|kesemua|keseluruhan)(?:nya)?\b[^.;]{0,80}\b(?:indikator|sasaran|target)\b|\b(?:indikator|sasaran|target)\b[^.;]{0,60}\b(?:semua|seluruh)(?:nya)?\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex All();
}
