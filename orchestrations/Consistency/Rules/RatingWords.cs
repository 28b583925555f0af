using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-NR-01: the rating that a sentence or a row gives is the one that the printed scale gives.</summary>
internal sealed partial class RatingWords : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        PrintedScale.Labels(facts).Any() ? [.. Sentences(facts), .. Rows(facts)] : [];

    private static IEnumerable<Contradiction> Sentences(PrintedFacts facts)
    {
        var labels = string.Join(
            '|',
            PrintedScale.Labels(facts).OrderByDescending(label => label.Length).Select(Regex.Escape)
        );
        var claim = new Regex(
            @"\b(?:peringkat|kriteria|kategori|predikat|kualifikasi)\b(?<lead>[^.;,]{0,60}?)[\s""“'](?<label>"
                + labels
                + @")(?=[\s""”'.,;)]|$)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            Patterns.Limit
        );
        foreach (
            var sentence in facts.Sentences.Where(sentence =>
                sentence.Has("peringkat", "kriteria", "kategori", "predikat", "kualifikasi")
                && !sentence.IsWish
                && !YearNumbers.IsOfAnotherYear(facts, sentence)
            )
        )
        {
            if (
                claim.Match(sentence.Text) is not { Success: true } match
                || Subjects(facts, sentence) is not { Count: > 0 } own
            )
            {
                continue;
            }

            var values = own.Select(indicator => facts.AchievementOf(indicator, facts.Report.Year))
                .OfType<decimal>()
                .ToList();
            if (values.Count < own.Count)
                continue;
            var rated = values.Append(values.Average()).Select(value => PrintedScale.LabelOf(facts, value)).ToList();
            var said = match.Groups["label"].Value;
            if (rated.Contains(null) || rated.Contains(said, StringComparer.OrdinalIgnoreCase))
                continue;
            yield return Finding(sentence.Place, said, rated[0]!, values[0], sentence.Text);
        }
    }

    // Other evaluations rate too; only a sentence about the office's indicators is held against them.
    private static List<string> Subjects(PrintedFacts facts, Sentence sentence)
    {
        var named = facts.Mentions.In(sentence).Select(mention => mention.Indicator).Distinct().ToList();
        return named.Count > 0 ? named
            : sentence.Has(
                "capaian kinerja",
                "capaian indikator",
                "kedua indikator",
                "seluruh indikator",
                "semua indikator",
                "capaian sasaran"
            ) && !sentence.Has("nilai akip", "sakip", "anggaran", "serapan")
                ? [.. facts.Masters]
            : [];
    }

    private static IEnumerable<Contradiction> Rows(PrintedFacts facts) =>
        from table in facts.Tables
        where table.HasAll(ColumnRole.Achievement, ColumnRole.Label) && !table.Has(ColumnRole.Interval)
        from row in table.Table.Rows
        let said = PrintedScale.Bare(table.Cell(row, ColumnRole.Label))
        let value = table.Percent(row, ColumnRole.Achievement)
        where
            said.Length > 0
            && value is not null
            && PrintedScale.Labels(facts).Contains(said, StringComparer.OrdinalIgnoreCase)
        let right = PrintedScale.LabelOf(facts, value.Value)
        where right is not null && !string.Equals(right, said, StringComparison.OrdinalIgnoreCase)
        select Finding(table.Place, said, right, value.Value, null);

    private static Contradiction Finding(string place, string said, string right, decimal value, string? quote) =>
        new(
            "K-NR-01",
            "Peringkat yang disebut bukan peringkat menurut skalanya.",
            [place, "Skala peringkat"],
            "Gunakan peringkat menurut skala.",
            said,
            $"{right} ({IndonesianNumber.Percent(value, 2)})",
            null,
            quote
        );
}
