using System.Text.RegularExpressions;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Reporting;

public partial class AnnualReportDocumentTests
{
    private static readonly Document Report = AnnualReportDocument.Build(SampleReport.Data);

    private static IEnumerable<Block> Blocks => Report.Sections.SelectMany(section => section.Blocks);

    [Theory]
    [InlineData("2.3", "87%", "56%", "3.639.196.510")]
    [InlineData("3.3", "85%", "87,5%", "103%", "53%", "58%", "109%", "100%")]
    [InlineData("3.4", "79%", "81%", "84%", "39%", "-")]
    [InlineData("3.5", "91%", "96%", "60%", "93%")]
    [InlineData("3.6", "Tercapai.", "100%")]
    [InlineData(
        "3.7",
        "3.011.723.150",
        "2.354.041.055",
        "78,16%",
        "128%",
        "627.473.360",
        "586.194.410",
        "93,42%",
        "107%"
    )]
    [InlineData("3.8", "Menunjang", "Jumlah Naskah Kuno yang Dilestarikan")]
    [InlineData("3.9", "3.639.196.510", "2.940.235.465", "80,79%", "47,16%", "98,31%", "75,33%", "84,18%", "83,34%")]
    public void A_table_carries_the_reference_reports_figures_rounded_half_up(string number, params string[] figures)
    {
        var text = string.Join('\n', DocumentText.Of([SampleReport.TableOf(Report, number)])).Split('\t', '\n');
        Assert.All(figures, figure => Assert.Contains(text, cell => cell.Contains(figure, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_line_of_the_budget_stands_in_Table_3_9_once()
    {
        var rows = SampleReport.TableOf(Report, "3.9").Rows;
        Assert.Equal(4 + 9 + 22 + 1, rows.Count);
        Assert.Equal(rows.Count, rows.Select(row => row.Key).Distinct().Count());
    }

    [Fact]
    public void A_programme_behind_several_indicators_is_printed_in_full_under_the_first_and_named_under_the_others()
    {
        var report = AnnualReportDocument.Build(Shared());

        var first = Sample.Plan.StrategicPlan.Indicators().First().Name;
        var support = Rows(report, "3.8");
        Assert.Equal(22, support.Count(row => row.Cells is [_, { Indent: 2 }, ..]));
        Assert.Equal(5, support.Count(row => row is { Style: RowStyle.Subgroup, Cells.Count: 5 }));
        Assert.Contains(first, Text(Assert.Single(support, IsNote)), StringComparison.Ordinal);
        var actions = Rows(report, "L.4");
        Assert.Contains("Tabel L.3", Text(Assert.Single(actions, IsNote)), StringComparison.Ordinal);
        Assert.Equal(2, actions.Count(row => row.Cells.Count == 6));
        Assert.DoesNotContain(Rows(Report, "3.8").Concat(Rows(Report, "L.4")), IsNote);
    }

    [Fact]
    public void What_is_measured_in_words_has_no_empty_chart_and_the_numbers_of_figures_have_no_gap()
    {
        var evaluation = SampleReport.Data.Evaluation;
        var worded = evaluation.Indicators[0] with
        {
            Years = [.. evaluation.Indicators[0].Years.Select(one => one with { Target = null, Realisation = null })],
            Quarters =
            [
                .. evaluation.Indicators[0].Quarters.Select(one => one with { Target = null, Realisation = null }),
            ],
        };
        var data = SampleReport.Data with
        {
            Evaluation = evaluation with { Indicators = [worded, .. evaluation.Indicators.Skip(1)] },
        };

        var figures = AnnualReportDocument
            .Build(data)
            .Sections.SelectMany(section => section.Blocks)
            .OfType<Sakip.Documents.Figure>()
            .Select(figure => figure.Caption)
            .Where(caption => caption.Number.StartsWith("3.", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(
            Enumerable.Range(1, figures.Count).Select(number => $"3.{number}"),
            figures.Select(one => one.Number)
        );
        Assert.DoesNotContain(figures, one => one.Title.Contains(worded.Name, StringComparison.Ordinal));
    }

    /// <summary>The sample whose first programme supports both indicators.</summary>
    private static AnnualReportData Shared()
    {
        var budget = Sample.Revision.Budget with
        {
            Programmes =
            [
                Sample.Revision.Budget.Programmes[0] with
                {
                    Supports = ["snp", "rb"],
                },
                .. Sample.Revision.Budget.Programmes.Skip(1),
            ],
        };
        return SampleReport.Data with
        {
            Budget = budget,
            Evaluation = YearEvaluator.Evaluate(
                new EvaluationInput(Sample.Plan, SampleReport.Revised.Terms, budget, Sample.Quarters)
            ),
        };
    }

    private static IReadOnlyList<Row> Rows(Document report, string table) => SampleReport.TableOf(report, table).Rows;

    private static bool IsNote(Row row) => Text(row).Contains(": lihat ", StringComparison.Ordinal);

    private static string Text(Row row) =>
        string.Concat(row.Cells.SelectMany(cell => cell.Inlines).OfType<TextRun>().Select(run => run.Text));

    [Fact]
    public void The_tables_of_the_outline_are_all_there_and_captioned_once()
    {
        var numbers = Blocks
            .OfType<Table>()
            .Where(table => table.Caption is not null)
            .Select(table => table.Caption!.Number)
            .ToList();
        Assert.Equal(numbers.Distinct(), numbers);
        Assert.Superset(
            new HashSet<string> { "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9" },
            numbers.ToHashSet()
        );
    }

    [Fact]
    public void No_placeholder_is_left_in_the_text() =>
        Assert.DoesNotContain("{{", SampleReport.TextOf(Report), StringComparison.Ordinal);

    [Fact]
    public void Ids_are_unique_and_every_reference_finds_one()
    {
        var ids = Blocks
            .Select(block =>
                block switch
                {
                    Heading heading => heading.Id,
                    Table table => table.Caption?.Id,
                    Sakip.Documents.Figure figure => figure.Caption.Id,
                    _ => null,
                }
            )
            .OfType<string>()
            .ToList();
        Assert.Equal(ids.Distinct(), ids);
        var named = Blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Inlines).OfType<Reference>();
        Assert.All(named, reference => Assert.Contains(reference.Id, ids));
    }

    [Fact]
    public void Chapters_and_annexes_come_in_the_order_of_the_regulation() =>
        Assert.Equal(
            [
                "KATA PENGANTAR",
                "IKHTISAR EKSEKUTIF",
                "DAFTAR ISI",
                "DAFTAR TABEL",
                "DAFTAR GAMBAR",
                "PENDAHULUAN",
                "PERENCANAAN KINERJA",
                "AKUNTABILITAS KINERJA",
                "PENUTUP",
                "PERJANJIAN KINERJA",
                "PENGUKURAN KINERJA",
                "RENCANA AKSI",
                "INDIKATOR KINERJA UTAMA",
                "KUTIPAN RENCANA STRATEGIS",
                "SASARAN KINERJA PEGAWAI",
                "PERNYATAAN TELAH DIREVIU",
            ],
            Blocks.OfType<Heading>().Where(heading => heading.Level == 1).Select(heading => heading.Text)
        );

    [Fact]
    public void Sections_built_alone_make_the_whole()
    {
        Assert.All(AnnualReportDocument.SectionCodes, code => Assert.Matches("^[a-z0-9-]{1,16}$", code));
        var alone = AnnualReportDocument
            .SectionCodes.Select(code => AnnualReportDocument.BuildSection(SampleReport.Data, code).Blocks)
            .Where(blocks => blocks.Count > 0);
        Assert.Equal(
            Report.Sections.Select(section => string.Join('\n', DocumentText.Of(section.Blocks))),
            alone.Select(blocks => string.Join('\n', DocumentText.Of(blocks)))
        );
    }

    [Fact]
    public void A_changed_text_changes_the_hash_of_its_section_alone()
    {
        var plan = Sample.Plan;
        var changed = SampleReport.DataOf(
            plan with
            {
                Report = plan.Report with
                {
                    Narratives =
                    [
                        .. plan.Report.Narratives.Select(text =>
                            text.Section == "kendala" ? text with { Body = "Tidak ada kendala." } : text
                        ),
                    ],
                },
            },
            SampleReport.Data.Review
        );
        Assert.Equal(
            ["bab-4"],
            AnnualReportDocument.SectionCodes.Where(code =>
                AnnualReportDocument.HashOfSection(changed, code)
                != AnnualReportDocument.HashOfSection(SampleReport.Data, code)
            )
        );
    }

    [Fact]
    public void A_report_without_texts_supporting_tables_or_review_is_still_built()
    {
        var settings = new ReportSettings
        {
            Due = new(2025, 2, 28),
            LegalBases = [],
            Narratives = [],
        };
        var bare = SampleReport.DataOf(Sample.Plan with { Report = settings }, null);
        var text = SampleReport.TextOf(AnnualReportDocument.Build(bare, draft: true));
        Assert.Contains("Reviu oleh Inspektorat belum selesai", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_wrote_what_follows_the_table_has_what_the_figures_ask_for()
    {
        var silent = SampleReport.Data with
        {
            Evaluation = SampleReport.Data.Evaluation with
            {
                Indicators = [.. SampleReport.Data.Evaluation.Indicators.Select(one => one with { Notes = [] })],
            },
        };

        var report = AnnualReportDocument.Build(silent);

        Assert.All(
            SampleReport.TableOf(report, "4.1").Rows,
            row =>
                Assert.Contains(
                    "disusun kembali agar serapan",
                    string.Concat(row.Cells[2].Inlines.OfType<TextRun>().Select(run => run.Text)),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Accepted_explanations_become_notes()
    {
        var explained = SampleReport.Data with
        {
            Explanations = [new("k-ag-06-1", "Rapat diselenggarakan secara daring.", "p15", SampleReport.At)],
        };
        Assert.Contains(
            "Rapat diselenggarakan secara daring. (penjelasan diterima 14 Februari 2025)",
            SampleReport.TextOf(AnnualReportDocument.Build(explained)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Only_a_draft_bears_the_watermark()
    {
        Assert.Null(Report.Info.Watermark);
        Assert.Equal("KONSEP", AnnualReportDocument.Build(SampleReport.Data, draft: true).Info.Watermark);
    }

    [Fact]
    public void The_annexed_agreements_name_their_signed_originals()
    {
        var boxes = AnnualReportDocument.BuildSection(SampleReport.Data, "lampiran-1").Blocks.OfType<Box>().ToList();
        Assert.Equal(2, boxes.Count);
        Assert.All(
            boxes,
            box =>
            {
                var text = string.Join('\n', DocumentText.Of(box.Blocks));
                Assert.Contains("aaaaaaaa aaaaaaaa", text, StringComparison.Ordinal);
                Assert.Contains("pukul 11.30 WITA", text, StringComparison.Ordinal);
                Assert.Contains(new string('a', 64), box.QrPayload, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Rupiah_and_percentages_are_written_the_Indonesian_way() =>
        Assert.DoesNotMatch(EnglishNumber(), SampleReport.TextOf(Report));

    [GeneratedRegex(@"\d,\d{3},\d{3}|\d\.\d{1,2}%")]
    private static partial Regex EnglishNumber();
}
