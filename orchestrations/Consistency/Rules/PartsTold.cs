namespace Sakip.Consistency;

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
