using Sakip.Kernel;

namespace Sakip.Evaluation;

/// <summary>The figures of the budget tree: ceiling, spending, absorption and output of each node.</summary>
internal sealed class BudgetFigures(FigureList figures, EvaluationInput input, YearEvaluation evaluation)
{
    public void Add(BudgetNode node)
    {
        AddPerformance(node);
        var suffix = node.Level == BudgetLevel.Office ? "" : "." + node.Code;
        figures.AddRupiah(
            "pagu" + suffix,
            "Pagu " + node.Name,
            node.Ceiling,
            node.Parts.Count == 0 ? "pagu sub kegiatan" : "jumlah pagu di bawahnya",
            node.Parts.Count == 0
                ? [new("Pagu", node.Ceiling, null, "Anggaran " + input.Budget.Number)]
                : node.Parts.Select(part => new FigureInput(part.Name, part.Ceiling, "pagu." + part.Code))
        );
        figures.AddRupiah(
            "realisasi.anggaran" + suffix,
            "Realisasi anggaran " + node.Name,
            node.Realisation,
            node.Parts.Count == 0 ? "realisasi kumulatif sub kegiatan" : "jumlah realisasi di bawahnya",
            node.Parts.Count == 0
                ? SpendingInputs(node)
                : node.Parts.Select(part => new FigureInput(
                    part.Name,
                    part.Realisation,
                    "realisasi.anggaran." + part.Code
                ))
        );
        figures.AddPercent(
            "serapan" + suffix,
            "Serapan anggaran " + node.Name,
            node.Absorption,
            BudgetTree.Table,
            "realisasi / pagu × 100",
            [
                new("Realisasi", node.Realisation, "realisasi.anggaran" + suffix),
                new("Pagu", node.Ceiling, "pagu" + suffix),
            ]
        );
    }

    // Table 3.8: a sub-activity's own output, and the mean of what is below an activity or programme.
    private void AddPerformance(BudgetNode node)
    {
        if (node.Level == BudgetLevel.Office)
            return;
        figures.AddPercent(
            "kinerja." + node.Code,
            "Capaian keluaran " + node.Name,
            node.Performance,
            "3.8",
            node.Parts.Count == 0
                ? "keluaran / target keluaran × 100, atau kemajuan fisik"
                : "rata-rata capaian di bawahnya",
            node.Parts.Count > 0
                ? node.Parts.Select(part => new FigureInput(part.Name, part.Performance.Exact, "kinerja." + part.Code))
                : input
                    .Quarters.Where(quarter => quarter.Quarter == evaluation.UpTo)
                    .SelectMany(quarter =>
                        quarter
                            .SubActivities.Where(figure => figure.SubActivity == node.Code)
                            .Select(figure => new FigureInput(
                                "TW " + quarter.Quarter.Roman(),
                                figure.Output ?? figure.PhysicalPercent,
                                null,
                                "Laporan triwulan",
                                quarter.Quarter,
                                figure.SubUnit,
                                figure.Provenance
                            ))
                    )
        );
    }

    private IEnumerable<FigureInput> SpendingInputs(BudgetNode node) =>
        input
            .Quarters.Where(quarter => quarter.Quarter == evaluation.UpTo)
            .SelectMany(quarter =>
                quarter
                    .SubActivities.Where(figure => figure.SubActivity == node.Code)
                    .Select(figure => new FigureInput(
                        "TW " + Quarters.Roman(quarter.Quarter),
                        figure.Spending,
                        null,
                        "Laporan triwulan",
                        quarter.Quarter,
                        figure.SubUnit,
                        figure.Provenance
                    ))
            );
}
