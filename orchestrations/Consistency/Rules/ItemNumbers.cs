using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-IN-01: a value that a sentence gives for a row of a supporting table is the row's.</summary>
internal sealed partial class ItemNumbers : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from table in facts.Tables
        where table.HasAll(ColumnRole.Item, ColumnRole.Value)
        let rows = table
            .Table.Rows.Select(row =>
                (
                    Label: Common(table.Cell(row, ColumnRole.Item)),
                    Text: table.Cell(row, ColumnRole.Item),
                    Printed: table.Cell(row, ColumnRole.Value),
                    Value: table.Percent(row, ColumnRole.Value)
                )
            )
            .Where(row => row.Value is not null && row.Label.Length > 0)
            .ToList()
        from sentence in facts.Sentences
        where
            sentence.Section == table.Section
            || sentence.Section.Kind is SectionKind.ExecutiveSummary or SectionKind.Closing
        from finding in Check(facts, table, rows, sentence)
        select finding;

    private static IEnumerable<Contradiction> Check(
        PrintedFacts facts,
        TableView table,
        List<(string Label, string Text, string Printed, decimal? Value)> rows,
        Sentence sentence
    )
    {
        var from = 0;
        foreach (var number in TextNumbers.Decimals(sentence.Text))
        {
            var head = sentence.Lower[from..number.At];
            from = number.End;
            if (Elsewhere().IsMatch(head) || YearNumbers.Of(facts, sentence, number.At) != facts.Report.Year)
                continue;
            var text = Common(head);
            var named = rows.Where(row => Ends(text, row.Label) || StartsName(text, row.Label)).ToList();
            if (named.Count == 0 || named.Exists(row => row.Value == number.Value))
                continue;
            var right = named.MaxBy(row => Ends(text, row.Label) ? row.Label.Length : 0);
            yield return new(
                "K-IN-01",
                $"Nilai \"{right.Text}\" dalam teks berbeda dengan tabelnya.",
                [sentence.Place, table.Place],
                "Samakan teks dengan tabel.",
                number.Printed,
                right.Printed,
                IndonesianNumber.Natural(number.Value - right.Value!.Value, 2),
                sentence.Text
            );
        }
    }

    private static bool Ends(string text, string label) => text.Contains(label, StringComparison.Ordinal);

    // "RB General" in a sentence may mean any row that begins so.
    private static bool StartsName(string text, string label)
    {
        var words = label.Split(' ');
        return words.Length > 2 && text.Contains(string.Join(' ', words.Take(2)), StringComparison.Ordinal);
    }

    private static string Common(string text) =>
        Names.Normalise(text).Replace("index", "indeks", StringComparison.Ordinal);

    [GeneratedRegex(
        @"\b(?:sebelumnya|lalu|target|meningkat sebesar|menurun sebesar|naik sebesar|turun sebesar|selisih)\b[^,;.]*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Elsewhere();
}
