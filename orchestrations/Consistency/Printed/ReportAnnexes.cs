using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>Agreement and staff targets of a report that gives them only as printed in its annexes.</summary>
internal static partial class ReportAnnexes
{
    private const string AgreementHeading = "perjanjian kinerja";

    public static PrintedReport Fill(PrintedReport report) =>
        report with
        {
            Agreements = report.Agreements.Count == 0 ? Agreements(report) : report.Agreements,
            StaffTargets = report.StaffTargets.Count == 0 ? Staff(report) : report.StaffTargets,
        };

    private static List<PrintedAgreement> Agreements(PrintedReport report)
    {
        var agreements = new List<PrintedAgreement>();
        foreach (var sections in Apart(Annexes(report, AgreementHeading)))
        {
            if (
                Agreement(sections, report.Year) is { } read
                && !agreements.Exists(one => one.Revision == read.Revision)
            )
            {
                agreements.Add(read);
            }
        }

        return agreements;
    }

    // Each agreement begins with its own heading.
    private static List<List<PrintedSection>> Apart(List<PrintedSection> sections)
    {
        var apart = new List<List<PrintedSection>>();
        foreach (var section in sections)
        {
            if (apart.Count == 0 || IsOf(section, AgreementHeading))
                apart.Add([]);
            apart[^1].Add(section);
        }

        return apart;
    }

    private static PrintedAgreement? Agreement(List<PrintedSection> sections, int year)
    {
        var tables = sections.SelectMany(section => Tables(section, year)).ToList();
        if (tables.Find(table => table.HasAll(ColumnRole.Indicator, ColumnRole.Target)) is not { } targets)
            return null;
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
        var revision = Revision().Match(sections[0].Heading);
        return indicators.Count == 0
            ? null
            : new(
                !revision.Success ? 0
                    : revision.Groups["number"].Success
                        ? int.Parse(revision.Groups["number"].Value, CultureInfo.InvariantCulture)
                    : 1,
                PrintedDates.SignedOn(sections) ?? new DateOnly(year, 1, 1),
                indicators,
                money is null ? [] : Programmes(money),
                money?.Table.Rows.Where(IsTotal).Select(row => money.Cell(row, ColumnRole.Ceiling)).FirstOrDefault()
            );
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
            .. from table in Annexes(report, "sasaran kinerja pegawai")
                .SelectMany(section => Tables(section, report.Year))
            where table.HasAll(ColumnRole.Indicator, ColumnRole.Target)
            from row in table.Table.Rows
            let target = table.Cell(row, ColumnRole.Target)
            where NumberParser.Parse(FirstNumber().Match(target).Value, NumberKind.Percent).Value is not null
            select new PrintedStaffTarget(table.Cell(row, ColumnRole.Indicator), target),
        ];

    private static bool IsOf(PrintedSection section, string name) =>
        Names.Normalise(section.Heading).Contains(name, StringComparison.Ordinal);

    // A heading and what stands below it.
    private static List<PrintedSection> Annexes(PrintedReport report, string name)
    {
        var at = report
            .Sections.Select((section, i) => (section, i))
            .FirstOrDefault(pair => pair.section.Kind == SectionKind.Annex && IsOf(pair.section, name), (null!, -1))
            .i;
        return at < 0
            ? []
            :
            [
                report.Sections[at],
                .. report
                    .Sections.Skip(at + 1)
                    .TakeWhile(section =>
                        section.Kind == SectionKind.Annex
                        && (section.Level > report.Sections[at].Level || IsOf(section, name))
                    ),
            ];
    }

    private static IEnumerable<TableView> Tables(PrintedSection section, int year) =>
        (section.Blocks ?? [])
            .Where(block => block.Table is not null)
            .Select(block => new TableView(
                block.Table! with
                {
                    Columns = ColumnRoles.Of(block.Table.Columns, year),
                },
                section
            ));

    private static bool IsTotal(PrintedRow row) =>
        row.Level == RowLevel.Total
        || row.Cells.Any(cell =>
            cell.StartsWith("jumlah", StringComparison.OrdinalIgnoreCase)
            || cell.StartsWith("total", StringComparison.OrdinalIgnoreCase)
        );

    [GeneratedRegex(
        @"^\s*(?:(?<number>[0-9]{1,2})[.)]?\s+)?(?<name>.+?)\s*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"[0-9][0-9.,]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstNumber();

    [GeneratedRegex(
        @"\bperubahan\b(?:\s+ke-?\s*(?<number>[0-9]{1,2}))?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Revision();
}
