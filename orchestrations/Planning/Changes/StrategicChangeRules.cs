namespace Sakip.Planning;

/// <summary>What a change of the strategic plan may not contradict.</summary>
internal static class StrategicChangeRules
{
    private const string Root = "$.strategicPlan";

    /// <param name="standing">What stands on the change's day without it.</param>
    public static void Check(
        StrategicCall call,
        OfficePlan plan,
        StrategicPlan standing,
        YearChange recorded,
        Faults faults
    )
    {
        var change = recorded.Strategic!;
        faults.Require(
            recorded.Basis.From.Year != plan.Year || plan.CountsInYear(recorded),
            "$.from",
            $"Jendela laporan triwulan terakhir yang terkena perubahan ini sudah dibuka, jadi perubahan tidak lagi dihitung dalam "
                + $"tahun {plan.Year}. Masukkan ke rencana tahun {plan.Year + 1}: "
                + $"{ChangeBasisRules.Page(plan, "rencana/tahun-depan")}."
        );
        faults.Require(
            StrategicDifference.IsAny(change),
            "$",
            "Tidak ada yang berubah: rencana strategis dan target sama dengan yang berlaku."
        );
        var known = PlanRules.Indicators(plan);
        var standingCodes = standing.Indicators().Select(one => one.Code).ToHashSet();
        var targeted = change.Targets.Select(target => target.Indicator).ToHashSet();
        foreach (var added in change.Added)
        {
            faults.Require(
                !known.Contains(added.Code) || standingCodes.Contains(added.Code),
                Root + ".goals",
                $"Kode '{added.Code}' pernah dipakai indikator yang sudah dihentikan. Beri indikator baru kodenya sendiri, supaya "
                    + "riwayat keduanya tidak tercampur."
            );
            faults.Require(
                targeted.Contains(added.Code),
                "$.targets",
                $"Target indikator '{added.Code}' untuk tahun {plan.Year} belum ada."
            );
        }

        Kept(call.StrategicPlan!, standing, faults);
        Replaces(call, change, faults);
        Targets(call, plan, change, faults);
    }

    // Only what stands from the change's day on has a target: what the wanted tree has, as the merged tree will have it.
    private static void Targets(StrategicCall call, OfficePlan plan, StrategicChange change, Faults faults)
    {
        var retired = change.Retired.ToHashSet();
        foreach (var target in (call.Targets ?? []).Where(target => retired.Contains(target.Indicator)))
        {
            faults.Add(
                "$.targets",
                $"Indikator '{target.Indicator}' dihentikan dengan perubahan ini, jadi tidak diberi target."
            );
        }

        var tree = StrategicMerge.Kept(plan.StrategicPlan, call.StrategicPlan!, isOther: change.Former is not null);
        TargetRules.Check(
            [.. (call.Targets ?? []).Where(target => !retired.Contains(target.Indicator))],
            plan with
            {
                StrategicPlan = tree,
            },
            "$.targets",
            faults
        );
    }

    // Another measure or another direction is another indicator: its figures could not stand in one row with the former ones.
    private static void Kept(StrategicPlan wanted, StrategicPlan standing, Faults faults)
    {
        foreach (
            var (old, now) in standing
                .Indicators()
                .Join(wanted.Indicators(), o => o.Code, n => n.Code, (o, n) => (o, n))
        )
        {
            faults.Require(
                (old.Kind, old.Measure, old.Polarity, old.Consolidation)
                    == (now.Kind, now.Measure, now.Polarity, now.Consolidation),
                Root + ".goals",
                $"Satuan, jenis, arah, atau cara hitung indikator '{old.Code}' berubah, sehingga angkanya tidak dapat disandingkan "
                    + "dengan yang sudah dilaporkan. Hentikan indikator itu dan tambahkan penggantinya dengan kode baru."
            );
        }
    }

    private static void Replaces(StrategicCall call, StrategicChange change, Faults faults)
    {
        foreach (var (fresh, old) in call.Replaces ?? new Dictionary<string, string>())
        {
            faults.Require(
                change.Added.Any(one => one.Code == fresh),
                "$.replaces",
                $"'{fresh}' bukan indikator baru dalam perubahan ini, jadi tidak menggantikan yang lain."
            );
            faults.Require(
                change.Retired.Contains(old),
                "$.replaces",
                $"'{old}' tidak dihentikan dengan perubahan ini, jadi tidak dapat digantikan."
            );
        }
    }
}
