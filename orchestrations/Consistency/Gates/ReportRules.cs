using System.Globalization;
using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>Rules on what an annual report is made from, one function each.</summary>
internal static class ReportRules
{
    private const string Report = "Laporan kinerja";

    public static IEnumerable<Contradiction> Check(ReportCase report) =>
        [
            .. TargetsAreAgreed(report),
            .. BudgetIsLatest(report),
            .. SumsAgree(report),
            .. QuartersAreThere(report),
            .. ResultsAreThere(report),
            .. ValuesAgree(report),
            .. BenchmarkIsSaid(report),
            .. NarrativesHold(report),
            .. LegalBasesHold(report),
            .. LowAbsorptionIsExplained(report),
        ];

    private static IEnumerable<Contradiction> TargetsAreAgreed(ReportCase report) =>
        from indicator in report.Evaluation.Indicators
        let agreed = report.Terms.Targets.FirstOrDefault(target => target.Indicator == indicator.Code)
        where agreed is null || agreed.Value != indicator.Target?.Value
        select new Contradiction(
            "K-PK-01",
            $"Target \"{indicator.Name}\" dalam laporan berbeda dengan perjanjian kinerja yang berlaku.",
            [Report, "Perjanjian kinerja"],
            "Pakai target perjanjian kinerja yang berlaku.",
            indicator.TargetText,
            agreed?.Value?.ToString(CultureInfo.InvariantCulture) ?? "-"
        );

    private static IEnumerable<Contradiction> BudgetIsLatest(ReportCase report)
    {
        if (report.Budget.Sequence == report.Latest.Sequence)
            yield break;
        yield return new(
            "K-PK-03",
            "Anggaran telah diubah, tetapi perjanjian kinerja perubahan belum berlaku.",
            ["Perjanjian kinerja", "Dokumen anggaran " + report.Latest.Number],
            "Selesaikan perjanjian kinerja perubahan.",
            IndonesianNumber.Rupiah(report.Budget.Ceiling()),
            IndonesianNumber.Rupiah(report.Latest.Ceiling()),
            IndonesianNumber.Rupiah(report.Latest.Ceiling() - report.Budget.Ceiling())
        );
    }

    private static IEnumerable<Contradiction> SumsAgree(ReportCase report) =>
        from node in report.Evaluation.Budget.All()
        let sum = node.Parts.Sum(part => part.Ceiling)
        where node.Parts.Count > 0 && sum != node.Ceiling
        select new Contradiction(
            "K-AG-02",
            $"Pagu \"{node.Name}\" tidak sama dengan jumlah bagiannya.",
            ["Tabel 3.9"],
            "Periksa pagu bagiannya.",
            IndonesianNumber.Rupiah(node.Ceiling),
            IndonesianNumber.Rupiah(sum),
            IndonesianNumber.Rupiah(node.Ceiling - sum)
        );

    private static IEnumerable<Contradiction> QuartersAreThere(ReportCase report) =>
        from quarter in Quarters.All
        where report.Quarters.All(figures => figures.Quarter != quarter)
        select new Contradiction(
            "K-IN-02",
            $"Data triwulan {quarter.Roman()} belum dikunci.",
            ["Pengukuran kinerja"],
            "Kunci triwulan itu sebelum laporan disusun.",
            "-",
            "terkunci"
        );

    private static IEnumerable<Contradiction> ResultsAreThere(ReportCase report) =>
        from indicator in report.Evaluation.Indicators
        where indicator.RealisationState == ValueState.NotReported
        select new Contradiction(
            "K-IN-02",
            $"Realisasi \"{indicator.Name}\" belum dilaporkan; kosong tidak dihitung nol.",
            ["Tabel 3.3"],
            "Buka kembali triwulan dan lengkapi realisasinya, atau jelaskan mengapa tidak ada.",
            "-",
            indicator.TargetText
        );

    private static IEnumerable<Contradiction> ValuesAgree(ReportCase report) =>
        from indicator in report.Evaluation.Indicators
        where
            indicator is { Realisation: not null, Numerator: not null, Denominator: > 0 }
            && indicator.Measure == "Persen"
        let computed = indicator.Numerator!.Value / indicator.Denominator!.Value * 100
        let reported = indicator.Realisation!.Value
        where Math.Abs(computed - reported) > QuarterRules.Tolerance
        select new Contradiction(
            "K-IN-01",
            $"Realisasi \"{indicator.Name}\" tidak sama dengan pembilang dibagi penyebut.",
            ["Bab III"],
            "Periksa pembilang dan penyebutnya.",
            indicator.RealisationText,
            IndonesianNumber.Percent(computed, 2),
            IndonesianNumber.Number(reported - computed, 2) + " poin"
        );

    private static IEnumerable<Contradiction> BenchmarkIsSaid(ReportCase report) =>
        from indicator in report.Evaluation.Indicators
        where indicator.Benchmark is { Benchmark: null, NoneReason: null or "" }
        select new Contradiction(
            "K-DK-01",
            $"Pembanding nasional \"{indicator.Name}\" tidak diisi dan tidak dinyatakan tidak ada.",
            ["Bab III"],
            "Isi pembandingnya, atau tulis alasan mengapa tidak ada."
        );

    private static IEnumerable<Contradiction> NarrativesHold(ReportCase report)
    {
        var register = new FigureRegister(report.Evaluation.Figures);
        foreach (var narrative in report.Plan.Report.Narratives)
        {
            var place = $"Narasi \"{narrative.Title}\"";
            if (string.IsNullOrWhiteSpace(narrative.Body))
            {
                yield return new("K-NR-02", "Narasi masih kosong.", [place], "Tulis narasinya.");
                continue;
            }

            foreach (var code in register.Fill(narrative.Body).Unknown)
            {
                yield return new(
                    "K-NR-02",
                    $"Narasi menyebut angka yang tidak dikenal: {{{{{code}}}}}.",
                    [place],
                    "Pakai kode angka yang ada dalam daftar.",
                    code
                );
            }
        }

        foreach (
            var same in report
                .Plan.Report.Narratives.Where(narrative => narrative.Body.Trim().Length > 0)
                .GroupBy(narrative => narrative.Body.Trim(), StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
        )
        {
            yield return new(
                "K-NR-02",
                "Beberapa bagian memakai narasi yang sama.",
                [.. same.Select(narrative => $"Narasi \"{narrative.Title}\"")],
                "Tulis narasi untuk setiap bagian."
            );
        }
    }

    private static IEnumerable<Contradiction> LegalBasesHold(ReportCase report) =>
        from basis in report.Plan.Report.LegalBases
        let start = new DateOnly(report.Plan.Year, 1, 1)
        where basis.Until < start || (basis.FiscalYear is { } year && year != report.Plan.Year)
        select new Contradiction(
            "K-DK-05",
            $"Dasar hukum \"{basis.Citation}\" tidak berlaku untuk tahun {report.Plan.Year}.",
            ["Bab I, landasan hukum"],
            "Ganti dengan peraturan yang berlaku atau keluarkan.",
            basis.Until?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture) ?? $"tahun anggaran {basis.FiscalYear}"
        );

    private static IEnumerable<Contradiction> LowAbsorptionIsExplained(ReportCase report) =>
        from node in report.Evaluation.Budget.All()
        where
            node is { Level: BudgetLevel.SubActivity, Absorption.Exact: { } absorption, Note: null or "" }
            && LowAbsorption.NeedsExplanation(
                node.Absorption.Exact!.Value,
                node.Performance.Exact,
                report.Plan.Policy.LowAbsorption
            )
        select new Contradiction(
            "K-AG-06",
            $"Serapan \"{node.Name}\" rendah dan belum dijelaskan.",
            ["Tabel 3.9"],
            "Tulis penjelasannya.",
            IndonesianNumber.Percent(node.Absorption.Exact!.Value, 2)
        );
}
