using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-IN-01: a percentage is the part over the whole that the text tells; and numbers in sentences are the data's.</summary>
internal sealed class ValueFromParts : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        foreach (var sentence in facts.Sentences)
        {
            if (PartOf(sentence) is not var (part, whole, _, factor) || IsTold(facts, sentence))
                continue;
            if (
                (
                    facts.Mentions.OfSection(sentence.Section)
                    ?? facts.Mentions.In(sentence).Select(one => one.Indicator).FirstOrDefault()
                )
                is not { } indicator
            )
            {
                continue;
            }

            foreach (var finding in Remainders(facts, sentence, part, whole))
                yield return finding;
            if (facts.ValueOf(indicator, ColumnRole.Realisation, facts.Report.Year) is not { } value)
                continue;
            var share = part / whole * factor;
            if (Math.Abs(share - value) <= QuarterRules.Tolerance)
                continue;
            yield return new(
                "K-IN-01",
                $"Realisasi \"{indicator}\" tidak sama dengan pembilang dibagi penyebut dalam teks.",
                [
                    sentence.Place,
                    .. facts
                        .Values.Where(f => f.Indicator == indicator && f.Role == ColumnRole.Realisation)
                        .Select(f => f.Table.Place)
                        .Distinct(),
                ],
                "Periksa pembilang, penyebut, dan populasinya.",
                IndonesianNumber.Natural(value, 0) + Sign(factor),
                $"{IndonesianNumber.Number(part, 0)}/{IndonesianNumber.Number(whole, 0)} = {IndonesianNumber.Number(share, 2)}{Sign(factor)}",
                IndonesianNumber.Number(value - share, 2) + (factor == Percent ? " poin" : ""),
                sentence.Text
            );
        }
    }

    // Where another part and whole of the section make the value, this one is about a part of the population.
    private static bool IsTold(PrintedFacts facts, Sentence sentence) =>
        facts.Mentions.OfSection(sentence.Section) is { } indicator
        && facts.ValueOf(indicator, ColumnRole.Realisation, facts.Report.Year) is { } value
        && facts.Sentences.Any(other =>
            other.Section == sentence.Section
            && other != sentence
            && PartOf(other) is var (part, whole, _, factor)
            && Math.Abs(part / whole * factor - value) <= QuarterRules.Tolerance
        );

    private const decimal Percent = 100m;

    private static string Sign(decimal factor) => factor == Percent ? "%" : "";

    /// <summary>"dari 338 perpustakaan, 203 di antaranya", "203 dari 338 perpustakaan", "9 ÷ 10.020 × 100.000".</summary>
    public static (decimal Part, decimal Whole, string Noun, decimal Factor)? PartOf(Sentence sentence)
    {
        var match = Patterns.PartOfWhole().Match(sentence.Text);
        if (!match.Success)
            match = Patterns.PartFromWhole().Match(sentence.Text);
        if (!match.Success)
            match = Patterns.PartOverWhole().Match(sentence.Text);
        return
            match.Success
            && !(IsYear(match.Groups["part"].Value) && IsYear(match.Groups["whole"].Value))
            && !IsDecree(match)
            && NumberParser.Parse(match.Groups["whole"].Value, NumberKind.Count).Value is { } whole and > 0m
            && NumberParser.Parse(match.Groups["part"].Value, NumberKind.Count).Value is { } part
            ? (
                part,
                whole,
                match.Groups["noun"].Value.Trim(),
                NumberParser.Parse(match.Groups["factor"].Value, NumberKind.Count).Value is { } factor and > 0m
                    ? factor
                    : Percent
            )
            : null;
    }

    // "PERDA/5/2024", "Nomor 12/2025": the number of a decree and its year are no part and whole.
    private static bool IsDecree(Match match)
    {
        var (part, whole) = (match.Groups["part"], match.Groups["whole"]);
        var after = part.Index + part.Length;
        return IsYear(whole.Value) && whole.Index == after + 1 && match.Value[after - match.Index] == '/';
    }

    private static bool IsYear(string digits) => digits is ['1', '9', _, _] or ['2', '0', _, _];

    // "masih terdapat 135 perpustakaan yang belum …" beside 203 of 338.
    private static IEnumerable<Contradiction> Remainders(
        PrintedFacts facts,
        Sentence told,
        decimal part,
        decimal whole
    ) =>
        from sentence in facts.Sentences
        where sentence.Section == told.Section
        let match = Patterns.Remainder().Match(sentence.Text)
        where
            match.Success
            && NumberParser.Parse(match.Groups["rest"].Value, NumberKind.Count).Value is { } rest
            && rest != whole - part
        select new Contradiction(
            "K-IN-01",
            "Sisa yang disebut tidak sama dengan keseluruhan dikurangi bagiannya.",
            [sentence.Place],
            "Hitung ulang sisanya.",
            match.Groups["rest"].Value,
            $"{IndonesianNumber.Number(whole, 0)} − {IndonesianNumber.Number(part, 0)} = {IndonesianNumber.Number(whole - part, 0)}",
            null,
            sentence.Text
        );
}
