using Sakip.Evaluation;

namespace Sakip.Planning;

internal static class ReportRules
{
    public static void Check(OfficePlan plan, Faults faults)
    {
        var report = plan.Report;
        var subUnits = PlanRules.SubUnits(plan);
        var indicators = PlanRules.Indicators(plan);
        faults.Require(
            report.Due.Year > plan.Year,
            "$.report.due",
            $"Batas laporan harus setelah tahun {plan.Year} berakhir."
        );
        for (var i = 0; i < report.LegalBases.Count; i++)
        {
            var (basis, path) = (report.LegalBases[i], $"$.report.legalBases[{i}]");
            faults.Text(basis.Citation, path + ".citation");
            faults.Require(
                basis.Until is null || basis.Until >= basis.From,
                path + ".until",
                "Tanggal akhir tidak boleh sebelum tanggal mulai."
            );
        }

        faults.Unique(
            report.Narratives.Select(text => text.Section),
            i => $"$.report.narratives[{i}].section",
            "Bagian"
        );
        for (var i = 0; i < report.Narratives.Count; i++)
        {
            var (text, path) = (report.Narratives[i], $"$.report.narratives[{i}]");
            faults.SectionCode(text.Section, path + ".section");
            faults.Text(text.Title, path + ".title");
            faults.Known(text.Owner, subUnits, path + ".owner", "Sub-unit");
        }

        var items = (report.ReviewChecklist ?? []).SelectMany(group => group.Items).Select(item => item.Code).ToList();
        faults.Unique(items, _ => "$.report.reviewChecklist", "Kode butir reviu");
        for (var i = 0; i < items.Count; i++)
            faults.Code(items[i], "$.report.reviewChecklist");

        for (var i = 0; i < report.SupportingTables.Count; i++)
        {
            faults.Known(
                report.SupportingTables[i].Indicator,
                indicators,
                $"$.report.supportingTables[{i}].indicator",
                "Indikator"
            );
        }
    }
}

/// <summary>Every placeholder of a narrative names a figure that an evaluation of this plan will have.</summary>
internal static class NarrativeRules
{
    public static void Check(OfficePlan plan, Faults faults)
    {
        var terms = new AgreementTerms(0, plan.Budget.Date, 0, plan.AnnualPlan.Targets);
        var known = YearEvaluator
            .Evaluate(new EvaluationInput(plan, terms, plan.Budget, []))
            .Figures.Select(figure => figure.Code)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var indicator in PlanRules.Indicators(plan))
        {
            known.UnionWith(["pembilang." + indicator, "penyebut." + indicator]);
        }

        for (var i = 0; i < plan.Report.Narratives.Count; i++)
        {
            var asked = FigureRegister.CodesIn(plan.Report.Narratives[i].Body).Distinct();
            foreach (var code in asked.Where(code => !known.Contains(code)))
            {
                faults.Add($"$.report.narratives[{i}].body", $"Angka '{{{{{code}}}}}' tidak dikenal.");
            }
        }
    }
}
