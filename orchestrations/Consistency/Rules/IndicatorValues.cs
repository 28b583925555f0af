using Sakip.Evaluation;

namespace Sakip.Consistency;

/// <summary>K-IN-01: a percentage is the part over the whole that the text tells; and numbers in sentences are the data's.</summary>
internal sealed class ValueFromParts : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        foreach (var sentence in facts.Sentences)
        {
            var match = Patterns.PartOfWhole().Match(sentence.Text);
            if (!match.Success || Sections.IndicatorOf(facts, sentence.Section) is not { } indicator) continue;
            var whole = NumberParser.Parse(match.Groups["whole"].Value, NumberKind.Count).Value;
            var part = NumberParser.Parse(match.Groups["part"].Value, NumberKind.Count).Value;
            if (whole is null or 0m || part is null || facts.ValueOf(indicator, ColumnRole.Realisation, facts.Report.Year) is not { } value) continue;
            var share = part.Value / whole.Value * 100m;
            if (Math.Abs(share - value) <= QuarterRules.Tolerance) continue;
            yield return new(
                "K-IN-01", $"Realisasi \"{indicator}\" tidak sama dengan pembilang dibagi penyebut dalam teks.",
                [sentence.Place, .. facts.Values.Where(f => f.Indicator == indicator && f.Role == ColumnRole.Realisation).Select(f => f.Table.Place).Distinct()],
                "Periksa pembilang, penyebut, dan populasinya.", IndonesianNumber.Natural(value, 0) + "%",
                $"{part}/{whole} = {IndonesianNumber.Percent(share, 2)}", IndonesianNumber.Number(value - share, 2) + " poin", sentence.Text);
        }
    }
}

/// <summary>K-IN-02: the text about a percentage tells part, whole and population.</summary>
internal sealed class PartsTold : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        foreach (var section in facts.Report.Sections)
        {
            if (Sections.IndicatorOf(facts, section) is not { } indicator || !Names.Normalise(indicator).StartsWith("persentase", StringComparison.Ordinal)) continue;
            var sentences = facts.Sentences.Where(sentence => sentence.Section == section).ToList();
            if (sentences.Count == 0) continue;
            var parts = sentences.Select(sentence => Patterns.PartOfWhole().Match(sentence.Text)).FirstOrDefault(match => match.Success);
            if (parts is null && !sentences.Exists(s => s.Lower.Contains("pembilang", StringComparison.Ordinal)))
            {
                yield return new(
                    "K-IN-02", $"Nilai \"{indicator}\" disebut tanpa pembilang, penyebut, dan sumber data.", [$"Bagian \"{section.Heading}\""],
                    "Tulis pembilang, penyebut, populasi, dan sumber datanya.");
            }

            if (parts is not null && Population(sentences, parts.Groups["noun"].Value.Trim()) is { } population)
            {
                yield return new(
                    "K-IN-02", $"Populasi \"{indicator}\" tidak sama: persentasenya tentang \"{population.Noun}\", datanya tentang \"{parts.Groups["noun"].Value.Trim()}\".",
                    [$"Bagian \"{section.Heading}\""], "Tetapkan satu populasi.", parts.Groups["noun"].Value.Trim(), population.Noun, null, population.Sentence);
            }
        }
    }

    private static (string Noun, string Sentence)? Population(List<Sentence> sentences, string noun)
    {
        var general = noun.Split(' ')[0];
        var told = $"jumlah {general} di ";
        var found = sentences.Find(sentence => sentence.Lower.Contains(told, StringComparison.Ordinal));
        return found is null || string.Equals(general, noun, StringComparison.OrdinalIgnoreCase) ? null : (general, found.Text);
    }
}

/// <summary>K-IN-04: a target is not below what was already reached.</summary>
internal sealed class TargetsChallenge : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from indicator in facts.Masters
        let target = facts.ValueOf(indicator, ColumnRole.Target, facts.Report.Year)
        let before = facts.ValueOf(indicator, ColumnRole.Realisation, facts.Report.Year - 1)
        where target is not null && before is not null && target < before && !IsReasoned(facts, indicator)
        select new Contradiction(
            "K-IN-04", $"Target \"{indicator}\" lebih rendah daripada realisasi {facts.Report.Year - 1}, tanpa alasan.",
            facts.Values.Where(f => f.Indicator == indicator && f.Role == ColumnRole.Realisation && f.Year == facts.Report.Year - 1)
                .Select(f => f.Table.Place).Distinct().ToList(),
            "Naikkan target atau tulis alasannya.", IndonesianNumber.Natural(target.Value, 0) + "%",
            IndonesianNumber.Natural(before.Value, 0) + "%", IndonesianNumber.Natural(target.Value - before.Value, 0) + " poin");

    private static bool IsReasoned(PrintedFacts facts, string indicator)
    {
        var wanted = Names.Normalise(indicator);
        return facts.Sentences.Any(sentence => sentence.Lower.Contains("target", StringComparison.Ordinal)
            && (sentence.Lower.Contains("karena", StringComparison.Ordinal) || sentence.Lower.Contains("alasan", StringComparison.Ordinal))
            && Names.Normalise(sentence.Text).Contains(wanted, StringComparison.Ordinal));
    }
}

/// <summary>K-IN-05: a column headed "capaian" holds achievements, not realisations.</summary>
internal sealed class AchievementColumns : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from column in facts.Values.Where(fact => fact.Role == ColumnRole.Achievement).GroupBy(fact => (fact.Table, fact.Year))
        let wrong = column.Where(fact => IsRealisation(facts, fact)).ToList()
        where wrong.Count > 0
        select new Contradiction(
            "K-IN-05", "Kolom capaian berisi realisasi.", [column.Key.Table.Place], "Isi dengan capaian, atau ubah judul kolomnya.",
            string.Join("; ", wrong.Select(fact => fact.Printed)),
            string.Join("; ", wrong.Select(fact => IndonesianNumber.Percent(facts.AchievementOf(fact.Indicator, fact.Year)!.Value, 0))));

    public static bool IsRealisation(PrintedFacts facts, IndicatorFact fact) =>
        facts.AchievementOf(fact.Indicator, fact.Year) is { } achievement && !PrintedNumber.Fits(achievement, fact.Printed)
        && facts.ValueOf(fact.Indicator, ColumnRole.Realisation, fact.Year) == fact.Value;
}
