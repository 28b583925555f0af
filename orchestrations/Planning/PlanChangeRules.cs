using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What a change may not touch: the plan's identity, and what a signed agreement rests on.</summary>
internal static class PlanChangeRules
{
    /// <param name="recorded">The change adds to what is recorded of the year's changes, and was checked as such.</param>
    public static IReadOnlyList<PlanError> Check(
        OfficePlan current,
        OfficePlan wanted,
        bool signed,
        bool recorded = false
    )
    {
        var faults = new Faults();
        faults.Require(wanted.Unit.Code == current.Unit.Code, "$.unit.code", $"Kode unit tetap '{current.Unit.Code}'.");
        faults.Require(wanted.Year == current.Year, "$.year", $"Tahun tetap {current.Year}.");
        faults.Require(
            recorded || Same(current.Changes, wanted.Changes),
            "$.changes",
            "Perubahan dalam tahun dicatat dengan keputusan dan hari berlakunya di "
                + $"{ChangeBasisRules.Page(current, "perubahan")}, bukan lewat berkas rencana."
        );
        if (!signed || recorded)
            return faults.All;
        var moved = PlannedMoves.Of(current.Budget, wanted.Budget);
        faults.Require(
            Same(current.Budget, wanted.Budget),
            "$.budget",
            moved.Count > 0
                ? $"Yang berbeda hanya pelaksana sub kegiatan ({string.Join(", ", moved.Select(one => one.SubActivity))}); anggarannya "
                    + "tetap. Catat perpindahannya dengan keputusan dan hari berlakunya di "
                    + $"{ChangeBasisRules.Page(current, "perubahan/organisasi")}."
                : "Perjanjian kinerja sudah ditandatangani atas anggaran murni ini. Perubahannya masuk sebagai perubahan anggaran di "
                    + $"{ChangeBasisRules.Page(current, "anggaran")}."
        );
        faults.Require(
            Same(current.AnnualPlan, wanted.AnnualPlan),
            "$.annualPlan.targets",
            "Perjanjian kinerja sudah ditandatangani atas target ini. Indikator dan target yang baru masuk sebagai perubahan "
                + $"rencana strategis di {ChangeBasisRules.Page(current, "perubahan/renstra")}; target yang berubah bersama anggaran "
                + $"masuk sebagai perubahan anggaran di {ChangeBasisRules.Page(current, "anggaran")}."
        );
        var kept = PlanRules.Indicators(wanted);
        foreach (var gone in PlanRules.Indicators(current).Where(code => !kept.Contains(code)))
        {
            faults.Add(
                "$.strategicPlan.goals",
                $"Indikator '{gone}' tercantum dalam perjanjian kinerja dan tidak dapat dihapus."
            );
        }

        return faults.All;
    }

    // What was signed before texts were made tidy differs from the same file today by spaces alone.
    private static bool Same<T>(T one, T other) =>
        SakipJson.Text(one) == SakipJson.Text(other) || JsonNode.DeepEquals(Tidy(one), Tidy(other));

    private static JsonNode Tidy<T>(T value)
    {
        var node = JsonSerializer.SerializeToNode(value, SakipJson.Options)!;
        PlanTidy.Tidy(node);
        return node;
    }
}
