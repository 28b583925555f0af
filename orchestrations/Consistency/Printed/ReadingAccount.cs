namespace Sakip.Consistency;

/// <param name="Meaning">Indonesian; null where the heading was not understood.</param>
internal sealed record ReadColumn(string Heading, string? Meaning);

/// <param name="IsChecked">Whether any rule looks at the table; its numbers are left alone otherwise.</param>
internal sealed record ReadTable(
    string Place,
    string? Caption,
    int Rows,
    IReadOnlyList<ReadColumn> Columns,
    bool IsChecked
);

/// <summary>How a report was understood.</summary>
/// <param name="NotChecked">What was not, a sentence each: tables, columns and rows.</param>
internal sealed record ReadingAccount(
    IReadOnlyList<string> Sections,
    int Paragraphs,
    IReadOnlyList<ReadTable> Tables,
    IReadOnlyList<string> NotChecked
)
{
    internal static ReadingAccount Of(PrintedFacts facts, IReadOnlyList<string> failedRules)
    {
        var tables = facts.Tables.Select(table => TableReading.Of(facts, table)).ToList();
        return new(
            [.. facts.Report.Sections.Select(section => section.Heading).Where(heading => heading.Length > 0)],
            facts.Report.Sections.SelectMany(section => section.Blocks ?? []).Count(block => block.Table is null),
            [.. tables.Select(table => table.Table)],
            [
                .. tables.SelectMany(table => table.NotChecked),
                .. failedRules.Select(rule =>
                    $"Satu aturan ({rule}) tidak dapat dijalankan: ada angka yang terlalu besar atau teks yang terlalu panjang."
                ),
            ]
        );
    }
}

/// <param name="Findings">Blockers first, then by code.</param>
internal sealed record Examination(IReadOnlyList<Finding> Findings, ReadingAccount Reading);
