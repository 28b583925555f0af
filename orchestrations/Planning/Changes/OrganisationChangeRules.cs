using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What a change of the organisation may not contradict.</summary>
internal static class OrganisationChangeRules
{
    /// <param name="wanted">The plan with the sub-units that begin.</param>
    public static void Check(
        OrganisationCall call,
        OfficePlan plan,
        OfficePlan wanted,
        ChangeGround ground,
        Faults faults
    )
    {
        faults.Require(
            (call.Begun?.Count ?? 0)
                + (call.Ended?.Count ?? 0)
                + (call.Moves?.Count ?? 0)
                + (call.Indicators?.Count ?? 0)
                > 0,
            "$",
            "Sebutkan sedikitnya satu sub-unit yang dibentuk atau dihapus, atau satu pekerjaan yang berpindah."
        );
        if (call.From is not { } from)
            return;
        var standing = Carriers.On(plan, from);
        Ended(call, wanted, standing, faults);
        Moves(call, wanted, ground.Budget, standing, faults);
    }

    private static void Ended(OrganisationCall call, OfficePlan wanted, Carriers standing, Faults faults)
    {
        var ended = call.Ended ?? [];
        faults.Unique(ended.Select(one => one.SubUnit), i => $"$.ended[{i}].subUnit", "Sub-unit");
        for (var i = 0; i < ended.Count; i++)
        {
            var (one, path) = (ended[i], $"$.ended[{i}]");
            Known(wanted, standing, one.SubUnit, call, path + ".subUnit", faults);
            Known(wanted, standing, one.Successor, call, path + ".successor", faults);
            EndsOnce(wanted, one.SubUnit, call.From!.Value, path + ".subUnit", faults);
            faults.Require(
                ended.All(other => other.SubUnit != one.Successor),
                path + ".successor",
                $"'{one.Successor}' ikut berakhir pada hari yang sama. Pilih penerus yang masih berdiri."
            );
        }
    }

    // A change of a later day, entered before, ends it already: two successors cannot both have its work.
    private static void EndsOnce(OfficePlan plan, string subUnit, DateOnly from, string path, Faults faults)
    {
        var later = plan.ChangesOf(YearChangeKind.Organisation)
            .FirstOrDefault(change =>
                change.Basis.From > from && (change.Ended ?? []).Any(one => one.SubUnit == subUnit)
            );
        faults.Require(
            later is null,
            path,
            $"'{subUnit}' sudah tercatat berakhir pada {IndonesianDate.Long(later?.Basis.From ?? from)} ({later?.Basis.Decree}). "
                + "Pekerjaan yang beralih lebih awal dicatat sebagai pekerjaan yang berpindah."
        );
    }

    private static void Moves(OrganisationCall call, OfficePlan wanted, Budget budget, Carriers standing, Faults faults)
    {
        var subActivities = budget.SubActivities().DistinctBy(sub => sub.Code).ToDictionary(sub => sub.Code);
        var moves = call.Moves ?? [];
        faults.Unique(moves.Select(one => one.SubActivity), i => $"$.moves[{i}].subActivity", "Sub kegiatan");
        for (var i = 0; i < moves.Count; i++)
        {
            var path = $"$.moves[{i}]";
            Taker(call, wanted, standing, moves[i].To, path + ".to", faults);
            if (!subActivities.TryGetValue(moves[i].SubActivity, out var sub))
            {
                faults.Add(
                    path + ".subActivity",
                    $"Sub kegiatan '{moves[i].SubActivity}' tidak ada dalam anggaran yang berlaku ({budget.Number})."
                );
            }
            else
            {
                faults.Require(standing.Of(sub) != moves[i].To, path + ".to", "Sub-unit ini sudah melaksanakannya.");
            }
        }

        var indicators = call.Indicators ?? [];
        var known = wanted.StrategicPlan.Indicators().DistinctBy(one => one.Code).ToDictionary(one => one.Code);
        faults.Unique(indicators.Select(one => one.Indicator), i => $"$.indicators[{i}].indicator", "Indikator");
        for (var i = 0; i < indicators.Count; i++)
        {
            var path = $"$.indicators[{i}]";
            Taker(call, wanted, standing, indicators[i].To, path + ".to", faults);
            if (!known.TryGetValue(indicators[i].Indicator, out var indicator))
            {
                faults.Add(path + ".indicator", $"Indikator '{indicators[i].Indicator}' tidak ada dalam rencana.");
            }
            else
            {
                faults.Require(
                    standing.Of(indicator) != indicators[i].To,
                    path + ".to",
                    "Sub-unit ini sudah mengampunya."
                );
            }
        }
    }

    private static void Taker(
        OrganisationCall call,
        OfficePlan wanted,
        Carriers standing,
        string subUnit,
        string path,
        Faults faults
    )
    {
        Known(wanted, standing, subUnit, call, path, faults);
        faults.Require(
            (call.Ended ?? []).All(one => one.SubUnit != subUnit),
            path,
            $"'{subUnit}' berakhir dengan perubahan ini, jadi tidak dapat menerima pekerjaan."
        );
    }

    private static void Known(
        OfficePlan wanted,
        Carriers standing,
        string subUnit,
        OrganisationCall call,
        string path,
        Faults faults
    )
    {
        faults.Known(subUnit, PlanRules.SubUnits(wanted), path, "Sub-unit");
        var isBegun = (call.Begun ?? []).Any(one => one.Code == subUnit);
        faults.Require(
            isBegun || wanted.SubUnits.All(one => one.Code != subUnit) || standing.Stands(subUnit),
            path,
            $"Sub-unit '{subUnit}' tidak berdiri pada {IndonesianDate.Long(call.From!.Value)}: lihat daftar perubahan di "
                + $"{ChangeBasisRules.Page(wanted, "perubahan")}."
        );
    }
}
