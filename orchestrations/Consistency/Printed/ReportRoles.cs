using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>What a report leaves unsaid about its tables and sections, read from headings as a reader would.</summary>
internal static partial class ReportRoles
{
    private static readonly (Regex Pattern, SectionKind Kind)[] Kinds =
    [
        Line("^kata pengh?antar", SectionKind.Preface),
        Line("^pernyataan telah direviu", SectionKind.ReviewStatement),
        Line("^(?:ikhtisar|ringkasan) eksekutif", SectionKind.ExecutiveSummary),
        Line("^daftar isi", SectionKind.Contents),
        Line("^daftar (?:tabel|gambar)", SectionKind.TableList),
        Line(@"\bpendahuluan$", SectionKind.Introduction),
        Line("latar belakang", SectionKind.Background),
        Line("landasan hukum|dasar hukum", SectionKind.LegalBasis),
        Line("sistem(?:atika)? penulisan|sistematika", SectionKind.Outline),
        Line("struktur organisasi|tugas(?: pokok)? dan fungsi", SectionKind.Organisation),
        Line("aspek strategis|permasalahan utama|isu strategis", SectionKind.StrategicIssues),
        Line("^perencanaan kinerja|^bab ii perencanaan", SectionKind.Planning),
        Line("^rencana strategis|^renstra", SectionKind.StrategicPlan),
        Line("^rencana kerja tahunan|^rencana kinerja tahunan", SectionKind.AnnualPlan),
        Line("^perjanjian kinerja", SectionKind.Agreement),
        Line("^akuntabilitas kinerja|^bab iii akuntabilitas", SectionKind.Accountability),
        Line("^capaian kinerja", SectionKind.Results),
        Line("(?:banding|benchmark).*(?:nasional|standar|tolok ukur)|^benchmark|^pembanding", SectionKind.Benchmark),
        Line("jangka menengah|akhir renstra|target akhir|akhir rencana", SectionKind.PlanEnd),
        Line("beberapa tahun", SectionKind.SeveralYears),
        Line("tahun (?:lalu|sebelumnya)", SectionKind.LastYear),
        Line("penyebab (?:keberhasilan|kegagalan)|keberhasilan kegagalan|kegagalan", SectionKind.Causes),
        Line("efisiensi", SectionKind.Efficiency),
        Line("(?:program|kegiatan).*menunjang|menunjang keberhasilan", SectionKind.Programmes),
        Line("^realisasi anggaran|akuntabilitas keuangan", SectionKind.Budget),
        Line("penutup$", SectionKind.Closing),
    ];

    public static PrintedReport Fill(PrintedReport report) =>
        ReportAnnexes.Fill(
            report with
            {
                Sections =
                [
                    .. report.Sections.Select(section =>
                        section with
                        {
                            Kind = section.Kind == SectionKind.Other ? KindOf(section.Heading) : section.Kind,
                            Blocks =
                            [
                                .. (section.Blocks ?? []).Select(block =>
                                    block.Table is { } table
                                    && section.Kind != SectionKind.Annex
                                    && table.Columns.All(column => column.Role == ColumnRole.Other)
                                        ? block with
                                        {
                                            Table = RowLevels.Fill(
                                                table with
                                                {
                                                    Columns = ColumnRoles.Of(table.Columns, report.Year),
                                                }
                                            ),
                                        }
                                    : block.Table is null ? block
                                    : block with { Table = RowLevels.Fill(block.Table) }
                                ),
                            ],
                        }
                    ),
                ],
            }
        );

    private static SectionKind KindOf(string heading)
    {
        var name = Names.Normalise(Sections.WithoutNumber(heading));
        if (TwoYears().Match(name) is { Success: true } years && name.Contains("banding", StringComparison.Ordinal))
        {
            var span =
                int.Parse(years.Groups["end"].Value, CultureInfo.InvariantCulture)
                - int.Parse(years.Groups["start"].Value, CultureInfo.InvariantCulture);
            return span == 1 ? SectionKind.LastYear : SectionKind.SeveralYears;
        }

        return Kinds.FirstOrDefault(kind => kind.Pattern.IsMatch(name)).Kind;
    }

    private static (Regex, SectionKind) Line(string pattern, SectionKind kind) =>
        (new(pattern, RegexOptions.CultureInvariant, Patterns.Limit), kind);

    [GeneratedRegex(
        @"\b(?<start>20[0-9][0-9])\b(?:\W|dan|dengan|s d|sampai)*\b(?<end>20[0-9][0-9])\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TwoYears();
}
