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
