using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What a change may not touch: the plan's identity, and what a signed agreement rests on.</summary>
internal static class PlanChangeRules
{
    public static IReadOnlyList<PlanError> Check(OfficePlan current, OfficePlan wanted, bool signed)
    {
        var faults = new Faults();
        faults.Require(wanted.Unit.Code == current.Unit.Code, "$.unit.code", $"Kode unit tetap '{current.Unit.Code}'.");
        faults.Require(wanted.Year == current.Year, "$.year", $"Tahun tetap {current.Year}.");
        if (!signed)
            return faults.All;
        faults.Require(
            Same(current.Budget, wanted.Budget),
            "$.budget",
            "Perjanjian kinerja sudah ditandatangani atas anggaran murni ini. Perubahannya masuk sebagai perubahan anggaran."
        );
        faults.Require(
            Same(current.AnnualPlan, wanted.AnnualPlan),
            "$.annualPlan.targets",
            "Perjanjian kinerja sudah ditandatangani atas target ini. Perubahannya masuk bersama perubahan anggaran."
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
