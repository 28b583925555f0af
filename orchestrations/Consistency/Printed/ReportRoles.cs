using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>What a report leaves unsaid about its tables and sections, read from headings as a reader would.</summary>
internal static partial class ReportRoles
{
    private static readonly (string Pattern, SectionKind Kind)[] Kinds =
    [
        ("^kata pengh?antar", SectionKind.Preface),
        ("^pernyataan telah direviu", SectionKind.ReviewStatement),
        ("^(?:ikhtisar|ringkasan) eksekutif", SectionKind.ExecutiveSummary),
        ("^daftar isi", SectionKind.Contents),
        ("^daftar (?:tabel|gambar)", SectionKind.TableList),
        (@"\bpendahuluan$", SectionKind.Introduction),
        ("latar belakang", SectionKind.Background),
        ("landasan hukum|dasar hukum", SectionKind.LegalBasis),
        ("sistem(?:atika)? penulisan|sistematika", SectionKind.Outline),
        ("struktur organisasi|tugas(?: pokok)? dan fungsi", SectionKind.Organisation),
        ("aspek strategis|permasalahan utama|isu strategis", SectionKind.StrategicIssues),
        ("^perencanaan kinerja|^bab ii perencanaan", SectionKind.Planning),
        ("^rencana strategis|^renstra", SectionKind.StrategicPlan),
        ("^rencana kerja tahunan|^rencana kinerja tahunan", SectionKind.AnnualPlan),
        ("^perjanjian kinerja", SectionKind.Agreement),
        ("^akuntabilitas kinerja|^bab iii akuntabilitas", SectionKind.Accountability),
        ("^capaian kinerja", SectionKind.Results),
        ("(?:banding|benchmark).*(?:nasional|standar|tolok ukur)|^benchmark|^pembanding", SectionKind.Benchmark),
        ("jangka menengah|akhir renstra|target akhir|akhir rencana", SectionKind.PlanEnd),
        ("beberapa tahun", SectionKind.SeveralYears),
        ("tahun (?:lalu|sebelumnya)", SectionKind.LastYear),
        ("penyebab (?:keberhasilan|kegagalan)|keberhasilan kegagalan|kegagalan", SectionKind.Causes),
        ("efisiensi", SectionKind.Efficiency),
        ("(?:program|kegiatan).*menunjang|menunjang keberhasilan", SectionKind.Programmes),
        ("^realisasi anggaran|akuntabilitas keuangan", SectionKind.Budget),
        ("penutup$", SectionKind.Closing),
    ];

    private static readonly (string Pattern, ColumnRole Role)[] Roles =
    [
        (@"^no(?:mor)?\b", ColumnRole.Number),
        ("^kode(?: rekening| program)?$", ColumnRole.Number),
        ("^interval", ColumnRole.Interval),
        ("^kriteria|^peringkat|^predikat", ColumnRole.Label),
        ("^warna|kode$", ColumnRole.Colour),
        ("^tujuan$", ColumnRole.Goal),
        ("indikator", ColumnRole.Indicator),
        ("sasaran", ColumnRole.Objective),
        ("^satuan", ColumnRole.Measure),
        ("target akhir", ColumnRole.EndTarget),
        ("kemajuan", ColumnRole.Progress),
        ("efisiensi", ColumnRole.Efficiency),
        (@"\b(?:tw|triwulan)\b", ColumnRole.Other),
        ("anggaran realisasi|realisasi (?:rp|anggaran)", ColumnRole.Spent),
        ("serapan|capaian anggaran|anggaran capaian", ColumnRole.Absorption),
        ("^(?:pagu|anggaran)|target rp", ColumnRole.Ceiling),
        ("^target", ColumnRole.Target),
        ("^realisasi", ColumnRole.Realisation),
        ("capaian", ColumnRole.Achievement),
        ("^program", ColumnRole.Programme),
        ("menunjang", ColumnRole.Support),
        ("^analisis", ColumnRole.Analysis),
        ("^solusi", ColumnRole.Solution),
        ("^uraian$", ColumnRole.Item),
        ("^nilai$", ColumnRole.Value),
        ("^sumber dana", ColumnRole.Fund),
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
                                            Table = RowLevels.Fill(table with { Columns = Columns(table.Columns) }),
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

        return Kinds
            .FirstOrDefault(kind => Regex.IsMatch(name, kind.Pattern, RegexOptions.CultureInvariant, Patterns.Limit))
            .Kind;
    }

    // After the programmes' column, a second indicator and its achievement are the programme's own.
    internal static List<PrintedColumn> Columns(IReadOnlyList<PrintedColumn> columns)
    {
        var filled = new List<PrintedColumn>();
        foreach (var column in columns)
        {
            var name = Names.Normalise(Bare(column.Heading)) is { Length: > 0 } plain ? plain : column.Heading;
            var role = Roles
                .FirstOrDefault(one => Regex.IsMatch(name, one.Pattern, RegexOptions.CultureInvariant, Patterns.Limit))
                .Role;
            var afterProgramme = filled.Exists(one => one.Role == ColumnRole.Programme);
            var afterMoney = filled.Exists(one => one.Role == ColumnRole.Ceiling);
            role = role switch
            {
                ColumnRole.Indicator when afterProgramme => ColumnRole.ProgrammeIndicator,
                ColumnRole.Achievement when afterMoney => ColumnRole.Absorption,
                ColumnRole.Achievement when afterProgramme => ColumnRole.OwnAchievement,
                ColumnRole.Realisation when afterMoney => ColumnRole.Spent,
                _ => role,
            };
            var year = YearIn().Match(column.Heading);
            filled.Add(
                column with
                {
                    Role = role,
                    Year = column.Year ?? (year.Success ? int.Parse(year.Value, CultureInfo.InvariantCulture) : null),
                }
            );
        }

        return filled;
    }

    // "(Rp)" tells what a column holds.
    private static string Bare(string heading) => heading.Replace('%', ' ').Replace('(', ' ').Replace(')', ' ');

    [GeneratedRegex(
        @"\b(?<start>20\d\d)\b(?:\W|dan|dengan|s d|sampai)*\b(?<end>20\d\d)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TwoYears();

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearIn();
}
