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
        StrategicChange change,
        Faults faults
    )
    {
        faults.Require(
            StrategicDifference.IsAny(change),
            "$",
            "Tidak ada yang berubah: rencana strategis dan target sama dengan yang berlaku."
        );
        var known = PlanRules.Indicators(plan);
        var standingCodes = standing.Indicators().Select(one => one.Code).ToHashSet();
        foreach (var added in change.Added)
        {
            faults.Require(
                !known.Contains(added.Code) || standingCodes.Contains(added.Code),
                Root + ".goals",
                $"Kode '{added.Code}' pernah dipakai indikator yang sudah dihentikan. Beri indikator baru kodenya sendiri, supaya "
                    + "riwayat keduanya tidak tercampur."
            );
            faults.Require(
                change.Targets.Any(target => target.Indicator == added.Code),
                "$.targets",
                $"Target indikator '{added.Code}' untuk tahun {plan.Year} belum ada."
            );
        }

        Kept(call.StrategicPlan!, standing, faults);
        Replaces(call, change, faults);
        foreach (var target in call.Targets ?? [])
        {
            faults.Require(
                !change.Retired.Contains(target.Indicator),
                "$.targets",
                $"Indikator '{target.Indicator}' dihentikan dengan perubahan ini, jadi tidak diberi target."
            );
        }
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
