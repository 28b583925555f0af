using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-DK-04: objectives and indicators are as many as the text says, and digits and words of a count agree.</summary>
internal sealed partial class Counts : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where
            sentence.Section.Kind != SectionKind.LegalBasis
            && sentence.Has("sasaran", "indikator", "target", "iku", " (")
        from finding in WordsAgree(sentence)
            .Concat(Objectives(facts, sentence))
            .Concat(Indicators(facts, sentence))
            .Concat(Reached(facts, sentence))
        select finding;

    // Counts of programmes, activities and sub-activities are K-AG-03's.
    private static IEnumerable<Contradiction> WordsAgree(Sentence sentence) =>
        from match in DigitsAndWords().Matches(sentence.Lower)
        let words = NumberWords.Parse(match.Groups["words"].Value)
        let digits = int.Parse(match.Groups["digits"].Value, CultureInfo.InvariantCulture)
        where
            words is not null
            && words != digits
            && !BudgetNoun().IsMatch(sentence.Lower[(match.Index + match.Length)..])
        select new Contradiction(
            "K-DK-04",
            "Angka dan bilangannya berbeda.",
            [sentence.Place],
            "Perbaiki salah satunya.",
            match.Value,
            IndonesianNumber.Count(digits),
            null,
            sentence.Text
        );

    private static IEnumerable<Contradiction> Objectives(PrintedFacts facts, Sentence sentence) =>
        facts.Objectives.Count == 0
            ? []
            : from count in TextNumbers.Counts(sentence.Text, "sasaran(?: strategis)?")
            where !IsResult(sentence, count) && count.Value != facts.Objectives.Count
            select new Contradiction(
                "K-DK-04",
                "Banyaknya sasaran dalam teks tidak sama dengan sasaran dalam perjanjian kinerja.",
                [sentence.Place, Agreed(facts)],
                "Samakan jumlahnya.",
                count.Printed,
                $"{facts.Objectives.Count} sasaran",
                (count.Value - facts.Objectives.Count).ToString(CultureInfo.InvariantCulture),
                sentence.Text
            );

    private static IEnumerable<Contradiction> Indicators(PrintedFacts facts, Sentence sentence) =>
        facts.Masters.Count == 0
            ? []
            : from count in TextNumbers.Counts(
                sentence.Text,
                "indikator(?: kinerja)?(?: utama| sasaran)?(?: strategis)?|iku"
            )
            where
                (!IsResult(sentence, count) || FromAll().IsMatch(sentence.Lower[..count.At]))
                && count.Value != facts.Masters.Count
                && (
                    sentence.Has("sasaran", "perjanjian", "utama", "iku")
                    || FromAll().IsMatch(sentence.Lower[..count.At])
                )
                && !sentence.Has("program", "kegiatan")
            select new Contradiction(
                "K-DK-04",
                "Banyaknya indikator dalam teks tidak sama dengan indikator dalam perjanjian kinerja.",
                [sentence.Place, Agreed(facts)],
                "Samakan jumlahnya.",
                count.Printed,
                $"{facts.Masters.Count} indikator",
                (count.Value - facts.Masters.Count).ToString(CultureInfo.InvariantCulture),
                sentence.Text
            );

    // "telah memenuhi 2 target", "2 target … mencapai 100%", "1 indikator belum tercapai".
    private static IEnumerable<Contradiction> Reached(PrintedFacts facts, Sentence sentence)
    {
        var achievements = facts.Masters.Select(master => facts.AchievementOf(master, facts.Report.Year)).ToList();
        if (
            achievements.Count == 0
            || achievements.Contains(null)
            || Exceptions.IsOne(sentence)
            || YearNumbers.IsOfAnotherYear(facts, sentence)
        )
        {
            yield break;
        }

        foreach (
            var count in TextNumbers.Counts(
                sentence.Text,
                "target(?: indikator)?(?: kinerja)?|indikator(?: kinerja)?(?: utama)?"
            )
        )
        {
            if (!IsResult(sentence, count))
                continue;
            if (PartOf(sentence, count) is not { } value)
                continue;
            var around = Around(sentence, count);
            var over =
                around.Contains("melampaui", StringComparison.Ordinal)
                || around.Contains("melebihi", StringComparison.Ordinal);
            var missed = Missed().IsMatch(around);
            var right = achievements.Count(achievement =>
                missed ? achievement < 100m
                : over ? achievement > 100m
                : achievement >= 100m
            );
            // "tercapai" may be told apart from "melampaui"; then exactly 100% counts.
            if (right == value || !missed && !over && achievements.Count(achievement => achievement == 100m) == value)
            {
                continue;
            }

            yield return new(
                "K-DK-04",
                $"Banyaknya indikator yang {(missed ? "belum tercapai" : over ? "melampaui target" : "tercapai")} tidak sesuai datanya.",
                [sentence.Place, Agreed(facts)],
                "Hitung ulang dari tabel capaian.",
                count.Printed,
                $"{right} indikator",
                (value - right).ToString(CultureInfo.InvariantCulture),
                sentence.Text
            );
        }
    }

    // Of "satu dari dua indikator" the first is what was reached, the second what there is.
    private static int? PartOf(Sentence sentence, TextCount count) =>
        OutOf().Match(sentence.Lower[..count.At]) is not { Success: true } of
            ? FromAll().IsMatch(sentence.Lower[..count.At])
                ? null
                : count.Value
            : int.TryParse(of.Groups["part"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
                ? digits
                : NumberWords.Parse(of.Groups["part"].Value);

    /// <summary>Whether the count is of what was reached, not of what there is.</summary>
    private static bool IsResult(Sentence sentence, TextCount count)
    {
        var tail = sentence.Lower[(count.At + count.Printed.Length)..];
        return Done().IsMatch(sentence.Lower[..count.At]) || Result().IsMatch(tail[..Math.Min(60, tail.Length)]);
    }

    private static string Around(Sentence sentence, TextCount count)
    {
        var start = Math.Max(0, count.At - 25);
        var head = sentence.Lower[start..count.At];
        var stop = head.LastIndexOfAny([',', ';', '(']);
        var tail = sentence.Lower[(count.At + count.Printed.Length)..];
        var end = tail.IndexOfAny([',', ';', ')']);
        tail = end < 0 ? tail : tail[..end];
        return head[(stop + 1)..] + " " + tail[..Math.Min(60, tail.Length)];
    }

    private static string Agreed(PrintedFacts facts) =>
        facts.InForce is null ? "Tabel sasaran" : "Lampiran perjanjian kinerja";

    [GeneratedRegex(
        @"\b(?<digits>[0-9]{1,4})\s*\((?<words>[a-z ]{3,60})\)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DigitsAndWords();

    [GeneratedRegex(
        @"^\s*(?:program|kegiatan|sub[ -]?kegiatan)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex BudgetNoun();

    [GeneratedRegex(
        @"\b(?:telah|sudah|berhasil|belum|tidak)\s+(?:memenuhi|mencapai|melampaui|melebihi)\s+$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Done();

    [GeneratedRegex(
        @"^[^,;.]*?(?<!harus |akan |untuk |dapat )\b(?:tercapai|mencapai|memenuhi|melampaui|melebihi|berhasil|gagal)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Result();

    [GeneratedRegex(
        @"\bdari\s+(?:total\s+|seluruh\s+|sejumlah\s+)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FromAll();

    [GeneratedRegex(
        @"(?<part>[0-9]{1,3}|(?<![a-z])[a-z]+)(?:\s*\([a-z ]+\))?\s+(?:indikator\s+|target\s+)?dari\s+(?:total\s+|seluruh\s+|sejumlah\s+)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OutOf();

    [GeneratedRegex(@"\b(?:belum|tidak|gagal)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missed();
}
