using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-IN-01: a percentage is the part over the whole that the text tells; and numbers in sentences are the data's.</summary>
internal sealed class ValueFromParts : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        foreach (var sentence in facts.Sentences)
        {
            if (PartOf(sentence) is not var (part, whole, _) || IsTold(facts, sentence))
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
            var share = part / whole * 100m;
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
                IndonesianNumber.Natural(value, 0) + "%",
                $"{IndonesianNumber.Number(part, 0)}/{IndonesianNumber.Number(whole, 0)} = {IndonesianNumber.Percent(share, 2)}",
                IndonesianNumber.Number(value - share, 2) + " poin",
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
            && PartOf(other) is var (part, whole, _)
            && Math.Abs(part / whole * 100m - value) <= QuarterRules.Tolerance
        );

    /// <summary>"dari 338 perpustakaan, 203 di antaranya", "203 dari 338 perpustakaan".</summary>
    public static (decimal Part, decimal Whole, string Noun)? PartOf(Sentence sentence)
    {
        var match = Patterns.PartOfWhole().Match(sentence.Text);
        if (!match.Success)
            match = Patterns.PartFromWhole().Match(sentence.Text);
        if (!match.Success)
            match = Patterns.PartOverWhole().Match(sentence.Text);
        return
            match.Success
            && !(IsYear(match.Groups["part"].Value) && IsYear(match.Groups["whole"].Value))
            && NumberParser.Parse(match.Groups["whole"].Value, NumberKind.Count).Value is { } whole and > 0m
            && NumberParser.Parse(match.Groups["part"].Value, NumberKind.Count).Value is { } part
            ? (part, whole, match.Groups["noun"].Value.Trim())
            : null;
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

/// <summary>K-IN-02: the text about a percentage tells part, whole and population.</summary>
internal sealed class PartsTold : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        foreach (
            var section in facts.Report.Sections.DistinctBy(section =>
                facts.Mentions.OfSection(section) ?? section.Heading
            )
        )
        {
            if (
                facts.Mentions.OfSection(section) is not { } indicator
                || !Names.Normalise(indicator).StartsWith("persentase", StringComparison.Ordinal)
            )
            {
                continue;
            }

            var sentences = facts.Sentences.Where(sentence => sentence.Section == section).ToList();
            if (sentences.Count == 0)
                continue;
            var parts = sentences.Select(ValueFromParts.PartOf).FirstOrDefault(told => told is not null);
            if (parts is null && !sentences.Exists(s => s.Has("pembilang")) && !HasPartsTable(section))
            {
                yield return new(
                    "K-IN-02",
                    $"Nilai \"{indicator}\" disebut tanpa pembilang, penyebut, dan sumber data.",
                    [$"Bagian \"{section.Heading}\""],
                    "Tulis pembilang, penyebut, populasi, dan sumber datanya."
                );
            }

            if (parts is not null && Population(sentences, parts.Value.Noun) is { } population)
            {
                yield return new(
                    "K-IN-02",
                    $"Populasi \"{indicator}\" tidak sama: persentasenya tentang \"{population.Noun}\", datanya tentang \"{parts.Value.Noun}\".",
                    [$"Bagian \"{section.Heading}\""],
                    "Tetapkan satu populasi.",
                    parts.Value.Noun,
                    population.Noun,
                    null,
                    population.Sentence
                );
            }
        }
    }

    private static bool HasPartsTable(PrintedSection section) =>
        (section.Blocks ?? []).Any(block =>
            block.Table is { } table
            && (
                table.Columns.Any(column => column.Heading.Contains("penyebut", StringComparison.OrdinalIgnoreCase))
                || table.Rows.Any(row =>
                    row.Cells.Any(cell => cell.Contains("penyebut", StringComparison.OrdinalIgnoreCase))
                )
            )
        );

    private static (string Noun, string Sentence)? Population(List<Sentence> sentences, string noun)
    {
        var general = noun.Split(' ')[0];
        var told = $"jumlah {general} di ";
        var found = sentences.Find(sentence => sentence.Lower.Contains(told, StringComparison.Ordinal));
        return found is null || string.Equals(general, noun, StringComparison.OrdinalIgnoreCase)
            ? null
            : (general, found.Text);
    }
}

/// <summary>K-IN-04: a target is not below what was already reached.</summary>
internal sealed class TargetsChallenge : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from indicator in facts.Masters
        let target = facts.ValueOf(indicator, ColumnRole.Target, facts.Report.Year)
        let before = facts.ValueOf(indicator, ColumnRole.Realisation, facts.Report.Year - 1)
        let lower = facts.LowerIsBetter(indicator)
        where
            target is not null
            && before is not null
            && (lower ? target > before : target < before)
            && !IsReasoned(facts, indicator)
        select new Contradiction(
            "K-IN-04",
            $"Target \"{indicator}\" lebih {(lower ? "tinggi" : "rendah")} daripada realisasi {facts.Report.Year - 1}, tanpa alasan.",
            facts
                .Values.Where(f =>
                    f.Indicator == indicator && f.Role == ColumnRole.Realisation && f.Year == facts.Report.Year - 1
                )
                .Select(f => f.Table.Place)
                .Distinct()
                .ToList(),
            (lower ? "Turunkan" : "Naikkan") + " target atau tulis alasannya.",
            IndonesianNumber.Natural(target.Value, 0) + "%",
            IndonesianNumber.Natural(before.Value, 0) + "%",
            IndonesianNumber.Natural(target.Value - before.Value, 0) + " poin"
        );

    private static bool IsReasoned(PrintedFacts facts, string indicator)
    {
        var wanted = Names.Normalise(indicator);
        return facts.Sentences.Any(sentence =>
            sentence.Lower.Contains("target", StringComparison.Ordinal)
            && (
                sentence.Lower.Contains("karena", StringComparison.Ordinal)
                || sentence.Lower.Contains("alasan", StringComparison.Ordinal)
            )
            && Names.Normalise(sentence.Text).Contains(wanted, StringComparison.Ordinal)
        );
    }
}

/// <summary>K-IN-05: a column headed "capaian" holds achievements, not realisations.</summary>
internal sealed class AchievementColumns : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from column in facts
            .Values.Where(fact => fact.Role == ColumnRole.Achievement)
            .GroupBy(fact => (fact.Table, fact.Year))
        let wrong = column.Where(fact => IsRealisation(facts, fact)).ToList()
        where wrong.Count > 0
        select new Contradiction(
            "K-IN-05",
            "Kolom capaian berisi realisasi.",
            [column.Key.Table.Place],
            "Isi dengan capaian, atau ubah judul kolomnya.",
            string.Join("; ", wrong.Select(fact => fact.Printed)),
            string.Join(
                "; ",
                wrong.Select(fact => IndonesianNumber.Percent(facts.AchievementOf(fact.Indicator, fact.Year)!.Value, 0))
            )
        );

    public static bool IsRealisation(PrintedFacts facts, IndicatorFact fact) =>
        facts.AchievementOf(fact.Indicator, fact.Year) is { } achievement
        && !PrintedNumber.Fits(achievement, fact.Printed)
        && facts.ValueOf(fact.Indicator, ColumnRole.Realisation, fact.Year) == fact.Value;
}
