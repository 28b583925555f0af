using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Evaluation;

namespace Sakip.Consistency;

/// <summary>Agreement and staff targets of a report that gives them only as printed in its annexes.</summary>
internal static partial class ReportAnnexes
{
    private static readonly string[] Months =
    [
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ];

    public static PrintedReport Fill(PrintedReport report) =>
        report with
        {
            Agreements = report.Agreements.Count == 0 ? Agreements(report) : report.Agreements,
            StaffTargets = report.StaffTargets.Count == 0 ? Staff(report) : report.StaffTargets,
        };

    private static List<PrintedAgreement> Agreements(PrintedReport report)
    {
        var sections = Annexes(report, "perjanjian kinerja");
        var tables = sections.SelectMany(Tables).ToList();
        var targets = tables.Find(table => table.HasAll(ColumnRole.Indicator, ColumnRole.Target));
        if (targets is null)
            return [];
        var money = tables.Find(table => table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling));
        var objectives = targets.Filled(ColumnRole.Objective);
        var indicators = targets
            .Table.Rows.Select(
                (row, i) =>
                    new PrintedTarget(
                        objectives[i].Length > 0 ? objectives[i] : null,
                        targets.Cell(row, ColumnRole.Indicator),
                        targets.Cell(row, ColumnRole.Target)
                    )
            )
            .Where(row => row.Indicator.Length > 3 && row.Target.Length > 0)
            .ToList();
        return indicators.Count == 0
            ? []
            :
            [
                new(
                    0,
                    SignedOn(sections) ?? new DateOnly(report.Year, 1, 1),
                    indicators,
                    money is null ? [] : Programmes(money),
                    money?.Table.Rows.Where(IsTotal).Select(row => money.Cell(row, ColumnRole.Ceiling)).FirstOrDefault()
                ),
            ];
    }

    private static List<PrintedAmount> Programmes(TableView table) =>
        [
            .. table
                .Table.Rows.Where(row => !IsTotal(row) && table.Amount(row, ColumnRole.Ceiling) > 0m)
                .Select(row =>
                {
                    var numbered = Numbered().Match(table.Cell(row, ColumnRole.Programme));
                    var number = table.Cell(row, ColumnRole.Number);
                    return new PrintedAmount(
                        number.Length > 0 ? number
                            : numbered.Groups["number"].Value is { Length: > 0 } own ? own
                            : null,
                        numbered.Groups["name"].Value,
                        table.Cell(row, ColumnRole.Ceiling)
                    );
                }),
        ];

    private static List<PrintedStaffTarget> Staff(PrintedReport report) =>
        [
            .. from table in Annexes(report, "sasaran kinerja pegawai").SelectMany(Tables)
            where table.HasAll(ColumnRole.Indicator, ColumnRole.Target)
            from row in table.Table.Rows
            let target = table.Cell(row, ColumnRole.Target)
            where NumberParser.Parse(FirstNumber().Match(target).Value, NumberKind.Percent).Value is not null
            select new PrintedStaffTarget(table.Cell(row, ColumnRole.Indicator), target),
        ];

    // A heading and what stands below it.
    private static List<PrintedSection> Annexes(PrintedReport report, string name)
    {
        var at = report
            .Sections.Select((section, i) => (section, i))
            .FirstOrDefault(
                pair =>
                    pair.section.Kind == SectionKind.Annex
                    && Names.Normalise(pair.section.Heading).Contains(name, StringComparison.Ordinal),
                (null!, -1)
            )
            .i;
        return at < 0
            ? []
            :
            [
                report.Sections[at],
                .. report
                    .Sections.Skip(at + 1)
                    .TakeWhile(section =>
                        section.Kind == SectionKind.Annex && section.Level > report.Sections[at].Level
                    ),
            ];
    }

    private static IEnumerable<TableView> Tables(PrintedSection section) =>
        (section.Blocks ?? [])
            .Where(block => block.Table is not null)
            .Select(block => new TableView(
                block.Table! with
                {
                    Columns = ReportRoles.Columns(block.Table.Columns),
                },
                section
            ));

    private static bool IsTotal(PrintedRow row) =>
        row.Level == RowLevel.Total
        || row.Cells.Any(cell =>
            cell.StartsWith("jumlah", StringComparison.OrdinalIgnoreCase)
            || cell.StartsWith("total", StringComparison.OrdinalIgnoreCase)
        );

    private static DateOnly? SignedOn(List<PrintedSection> sections) =>
        sections
            .SelectMany(section => section.Blocks ?? [])
            .Select(block => Day().Match(block.Paragraph ?? ""))
            .Where(match => match.Success)
            .Select(match =>
                (DateOnly?)
                    new DateOnly(
                        int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture),
                        Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1,
                        Math.Clamp(int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture), 1, 28)
                    )
            )
            .FirstOrDefault();

    [GeneratedRegex(
        @"^\s*(?:(?<number>\d{1,2})[.)]?\s+)?(?<name>.+?)\s*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\d[\d.,]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstNumber();

    [GeneratedRegex(
        @",\s*(?<day>\d{1,2})\s+(?<month>Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)\s+(?<year>20\d\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Day();
}
