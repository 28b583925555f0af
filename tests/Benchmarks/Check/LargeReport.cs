using System.Globalization;
using Sakip.Consistency;

namespace Sakip.Benchmarks.Check;

/// <summary>A report some times the size of another: every section, indicator, programme and amount again under a name of its own.</summary>
internal static class LargeReport
{
    public static PrintedReport Of(PrintedReport report, int times)
    {
        var copies = Enumerable.Range(1, times).ToList();
        return report with
        {
            Sections = [.. copies.SelectMany(copy => report.Sections.Select(section => Section(section, copy)))],
            Contents =
            [
                .. copies.SelectMany(copy =>
                    report.Contents.Select(entry => entry with { Title = Named(entry.Title, copy), Page = null })
                ),
            ],
            TableList =
            [
                .. copies.SelectMany(copy =>
                    report.TableList.Select(entry => entry with { Number = Numbered(entry.Number, copy), Page = null })
                ),
            ],
            Agreements =
            [
                .. report.Agreements.Select(agreement =>
                    agreement with
                    {
                        Indicators =
                        [
                            .. copies.SelectMany(copy =>
                                agreement.Indicators.Select(row => row with { Indicator = Named(row.Indicator, copy) })
                            ),
                        ],
                        Programmes =
                        [
                            .. copies.SelectMany(copy =>
                                agreement.Programmes.Select(row => row with { Name = Named(row.Name, copy) })
                            ),
                        ],
                    }
                ),
            ],
            StaffTargets =
            [
                .. copies.SelectMany(copy =>
                    report.StaffTargets.Select(row => row with { Indicator = Named(row.Indicator, copy) })
                ),
            ],
        };
    }

    private static PrintedSection Section(PrintedSection section, int copy) =>
        section with
        {
            Heading = Named(section.Heading, copy),
            Blocks =
            [
                .. (section.Blocks ?? []).Select(block =>
                    block with
                    {
                        Paragraph = block.Paragraph is null
                            ? null
                            : block.Paragraph + " Naskah ke-" + Digits(copy) + ".",
                        Table = block.Table is null ? null : Table(block.Table, copy),
                    }
                ),
            ],
        };

    private static PrintedTable Table(PrintedTable table, int copy) =>
        table with
        {
            Number = Numbered(table.Number, copy),
            Rows =
            [
                .. table.Rows.Select(row =>
                    row with
                    {
                        Cells =
                        [
                            .. row.Cells.Select(
                                (cell, i) =>
                                    table.Columns[i].Role is ColumnRole.Indicator or ColumnRole.Programme
                                    && cell.Length > 0
                                        ? Named(cell, copy)
                                        : cell
                            ),
                        ],
                    }
                ),
            ],
        };

    private static string Named(string name, int copy) => copy == 1 ? name : $"{name} {Digits(copy)}";

    private static string? Numbered(string? number, int copy) =>
        number is null || copy == 1 ? number : $"{Digits(copy * 10)}{number}";

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
