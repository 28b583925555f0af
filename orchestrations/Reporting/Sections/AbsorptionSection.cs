using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Figure = Sakip.Documents.Figure;

namespace Sakip.Reporting;

/// <summary>Section 3.3: Table 3.9 and the programmes one by one.</summary>
internal static class AbsorptionSection
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(2, "Realisasi Anggaran", "3.3", "anggaran");
        foreach (var block in context.Narrative("anggaran", () => ComputedTexts.Budget(context)))
            yield return block;
        yield return Absorption(context);
        yield return Chart(context);
        foreach (var block in QuarterlyAbsorption.Build(context))
            yield return block;
        var letters = new TableLetters("3.9");
        letters.Next();
        foreach (var (programme, index) in context.Evaluation.Budget.Parts.Select((part, i) => (part, i)))
        {
            yield return new Heading(3, programme.Name, $"3.3.{index + 1}", "program-" + programme.Code);
            foreach (
                var block in context.Narrative(
                    "program-" + SectionOf(programme.Code),
                    () => ComputedTexts.Programme(context, programme)
                )
            )
            {
                yield return block;
            }

            yield return Outputs(context, programme, letters.Next());
            yield return Spending(context, programme, letters.Next());
        }

        foreach (var block in LowAbsorption(context))
            yield return block;
        foreach (var block in Notes(context))
            yield return block;
    }

    /// <summary>A budget code as part of a section's code: lower case, hyphens for dots.</summary>
    public static string SectionOf(string budgetCode) => budgetCode.ToLowerInvariant().Replace('.', '-');

    private static Table Absorption(ReportContext context)
    {
        var root = context.Evaluation.Budget;
        return new Table(
            [new(7), new(45), new(18), new(18), new(12)],
            [Cells.HeadRow("No.", "Program/Kegiatan/Sub Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "Capaian")],
            [.. root.All().Skip(1).Append(root).Select(node => AbsorptionRow(context, node))]
        )
        {
            Caption = new Caption("tabel-3-9", "3.9", "Capaian Anggaran Program"),
            ColumnNumbers = true,
        };
    }

    private static Row AbsorptionRow(ReportContext context, BudgetNode node)
    {
        var sum = node.Parts.Count == 0 ? null : new SumOfRows([.. node.Parts.Select(part => part.Code)]);
        var name = node.Level == BudgetLevel.Office ? "Jumlah" : node.Name;
        return new Row(
            [
                Cells.Centre(node.Number),
                new Cell(name) { Indent = SupportSection.Depth(node.Level) },
                Cells.Rupiah(node.Ceiling, sum),
                Cells.Rupiah(node.Realisation, sum),
                context.PercentCell(node.Absorption, BudgetTree.Table, new PercentOfColumns(3, 2)),
            ],
            node.Level switch
            {
                BudgetLevel.Office => RowStyle.Total,
                BudgetLevel.Programme => RowStyle.Group,
                BudgetLevel.Activity => RowStyle.Subgroup,
                _ => RowStyle.Normal,
            }
        )
        {
            Key = node.Code,
        };
    }

    private static Figure Chart(ReportContext context)
    {
        var number = IndicatorCharts.Count(context) + 1;
        var programmes = context.Evaluation.Budget.Parts;
        return new Figure(
            IndicatorCharts.Numbered(number, $"Serapan Anggaran per Program Tahun {context.Year}"),
            new Chart(
                ChartKind.HorizontalBar,
                "Persentase serapan anggaran setiap program.",
                [.. programmes.Select(programme => programme.Name)],
                [new ChartSeries("Serapan", [.. programmes.Select(programme => programme.Absorption.Rounded)])]
            )
            {
                Unit = "%",
            }
        );
    }

    private static Table Outputs(ReportContext context, BudgetNode programme, string number)
    {
        var budget = context.Data.Budget.SubActivities().ToDictionary(sub => sub.Code);
        var reported = context
            .Data.Quarters.Where(quarter => quarter.Quarter == Quarter.Q4)
            .SelectMany(quarter => quarter.SubActivities)
            .ToLookup(figure => figure.SubActivity);
        return new Table(
            [new(7), new(34), new(15), new(12), new(12), new(20)],
            [Cells.HeadRow("No.", "Sub Kegiatan", "Satuan", "Target", "Realisasi", "Fisik (%)")],
            [
                .. Leaves(programme)
                    .Select(
                        (leaf, index) =>
                            new Row([
                                Cells.Number(index + 1),
                                new Cell(leaf.Name),
                                Cells.Centre(budget[leaf.Code].OutputMeasure ?? "-"),
                                Cells.Natural(budget[leaf.Code].OutputTarget),
                                Cells.Natural(reported[leaf.Code].LastOrDefault()?.Output),
                                Cells.Natural(reported[leaf.Code].LastOrDefault()?.PhysicalPercent),
                            ])
                    ),
            ]
        )
        {
            Caption = new Caption(TableLetters.Id(number), number, $"Keluaran Sub Kegiatan {programme.Name}"),
        };
    }

    private static Table Spending(ReportContext context, BudgetNode programme, string number)
    {
        var spending = context.Data.Quarters.ToDictionary(
            quarter => quarter.Quarter,
            quarter => quarter.SubActivities.ToLookup(figure => figure.SubActivity)
        );
        return new Table(
            [new(7), new(33), .. Enumerable.Repeat(new Column(15), 4)],
            [
                new Row([
                    Cells.Head("No.", rows: 2),
                    Cells.Head("Sub Kegiatan", rows: 2),
                    Cells.Head("Realisasi Kumulatif (Rp)", 4),
                ]),
                Cells.HeadRow("TW I", "TW II", "TW III", "TW IV"),
            ],
            [
                .. Leaves(programme)
                    .Select(
                        (leaf, index) =>
                            new Row([
                                Cells.Number(index + 1),
                                new Cell(leaf.Name),
                                .. Quarters.All.Select(quarter =>
                                    Cells.Rupiah(
                                        spending.TryGetValue(quarter, out var figures)
                                            ? figures[leaf.Code].LastOrDefault()?.Spending
                                            : null
                                    )
                                ),
                            ])
                    ),
            ]
        )
        {
            Caption = new Caption(TableLetters.Id(number), number, $"Realisasi Anggaran per Triwulan {programme.Name}"),
        };
    }

    private static IEnumerable<BudgetNode> Leaves(BudgetNode programme) =>
        programme.All().Where(node => node.Level == BudgetLevel.SubActivity);

    /// <summary>Sub-activities whose absorption asks for an explanation.</summary>
    public static IReadOnlyList<BudgetNode> Low(ReportContext context) =>
        [
            .. Leaves(context.Evaluation.Budget)
                .Where(node =>
                    node.Absorption.Exact is { } absorption
                    && Consistency.LowAbsorption.NeedsExplanation(
                        absorption,
                        node.Performance.Exact,
                        context.Plan.Policy.LowAbsorption
                    )
                ),
        ];

    private static IEnumerable<Block> LowAbsorption(ReportContext context)
    {
        var low = Low(context);
        if (low.Count == 0)
            yield break;
        yield return new Heading(
            3,
            "Penjelasan Serapan Rendah",
            $"3.3.{context.Evaluation.Budget.Parts.Count + 1}",
            "serapan-rendah"
        );
        yield return new Paragraph(
            $"Sub kegiatan dengan serapan di bawah "
                + $"{IndonesianNumber.Natural(context.Plan.Policy.LowAbsorption, 0)}%, atau lebih dari "
                + $"{IndonesianNumber.Natural(Consistency.LowAbsorption.Gap, 0)} poin di bawah keluaran yang sudah selesai, beserta "
                + "penjelasan dari sub-unit pelaksananya adalah sebagai berikut."
        )
        {
            KeepWithNext = true,
        };
        yield return new BlockList(
            ListStyle.Letter,
            low.Select(node =>
                $"{node.Name}: serapan {context.Percent(node.Absorption, BudgetTree.Table)}. "
                + $"{node.Note ?? "Penjelasan belum diberikan."}"
            )
        ).From(PartSource.Data);
    }

    /// <summary>Contradictions that were looked at and explained, so that a reader finds them explained too.</summary>
    private static IEnumerable<Block> Notes(ReportContext context)
    {
        if (context.Data.Explanations is not { Count: > 0 } explanations)
            yield break;
        yield return new Heading(2, "Catatan atas Data", "3.4", "catatan");
        yield return new BlockList(
            ListStyle.Number,
            explanations.Select(one =>
                $"{one.Explanation} (penjelasan diterima {IndonesianDate.Long(context.Plan.Zone.DateAt(one.AcceptedAt))})"
            )
        );
    }
}
