using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Says what a recorded change of the year changed.</summary>
internal static class ChangeWords
{
    public static string Of(YearChangeKind kind) =>
        kind switch
        {
            YearChangeKind.Organisation => "Perubahan organisasi",
            YearChangeKind.StrategicPlan => "Perubahan rencana strategis",
            _ => "Pergantian pejabat",
        };

    public static string Of(OfficialEvent what) =>
        what switch
        {
            OfficialEvent.Died => "meninggal dunia",
            OfficialEvent.Retired => "pensiun",
            OfficialEvent.Suspended => "diberhentikan sementara",
            _ => "pindah tugas",
        };

    public static IEnumerable<string> Lines(OfficePlan plan, YearChange change) =>
        [.. Organisation(plan, change), .. Strategic(plan, change), .. Official(plan, change)];

    private static IEnumerable<string> Organisation(OfficePlan plan, YearChange change)
    {
        foreach (var code in change.Begun ?? [])
            yield return $"{SubUnit(plan, code)} dibentuk";
        foreach (var ended in change.Ended ?? [])
            yield return $"{SubUnit(plan, ended.SubUnit)} berakhir dan diteruskan {SubUnit(plan, ended.Successor)}";
        var moved = (change.Assignments ?? []).GroupBy(one => (one.Kind, one.Before, one.SubUnit));
        foreach (var group in moved)
        {
            var what = group.Key.Kind == CarriedKind.SubActivity ? "sub kegiatan" : "indikator";
            yield return $"{what} {string.Join(", ", group.Select(one => NameOf(plan, one)))} beralih dari "
                + $"{SubUnit(plan, group.Key.Before)} ke {SubUnit(plan, group.Key.SubUnit)}";
        }
    }

    private static IEnumerable<string> Strategic(OfficePlan plan, YearChange change)
    {
        if (change.Strategic is not { } strategic)
            yield break;
        if (strategic.Former is { } former)
            yield return $"{former.Name} {former.StartYear}–{former.EndYear} digantikan {plan.StrategicPlan.Name}";
        foreach (var added in strategic.Added)
        {
            yield return added.Replaces is { } old
                ? $"indikator {Indicator(plan, old)} digantikan {Indicator(plan, added.Code)}"
                : $"indikator {Indicator(plan, added.Code)} ditambahkan";
        }

        var replaced = strategic.Added.Select(one => one.Replaces).ToHashSet();
        foreach (var code in strategic.Retired.Where(code => !replaced.Contains(code)))
            yield return $"indikator {Indicator(plan, code)} dihentikan";
        foreach (var renamed in strategic.Renamed)
            yield return $"“{renamed.Before}” berganti nama menjadi “{renamed.After}”";
        foreach (var line in Targets(plan, strategic))
            yield return line;
    }

    /// <summary>"target Indeks X: 60 → 56", one for each kept indicator whose target changes.</summary>
    public static IEnumerable<string> Targets(OfficePlan plan, StrategicChange change)
    {
        var added = change.Added.Select(one => one.Code).ToHashSet();
        var master = plan.StrategicPlan.Indicators().DistinctBy(one => one.Code).ToDictionary(one => one.Code);
        var former = (change.FormerTargets ?? plan.AnnualPlan.Targets).ToLookup(target => target.Indicator);
        foreach (var target in change.Targets.Where(target => !added.Contains(target.Indicator)))
        {
            var indicator = master.GetValueOrDefault(target.Indicator);
            var before = former[target.Indicator].FirstOrDefault();
            var (was, now) = (before is null ? "-" : Target(indicator, before), Target(indicator, target));
            var name = indicator?.Name ?? target.Indicator;
            // Where the year's target stays, the quarters' are what changes.
            yield return was == now
                ? $"target triwulan {name}: {Quarterly(indicator, before)} → {Quarterly(indicator, target)}"
                : $"target {name}: {was} → {now}";
        }
    }

    private static string Target(Indicator? indicator, AnnualTarget target)
    {
        if (target.Value is not { } value)
            return target.Text ?? "-";
        return Figure(indicator, value) + (target.Upper is { } upper ? "–" + Figure(indicator, upper) : "");
    }

    private static string Quarterly(Indicator? indicator, AnnualTarget? target) =>
        target?.Quarterly is { } quarters
            ? string.Join("; ", quarters.Select(one => one is { } value ? Figure(indicator, value) : "-"))
            : "-";

    private static string Figure(Indicator? indicator, decimal value) =>
        IndonesianNumber.Natural(value, indicator?.Precision ?? 0) + (indicator?.Kind == ValueKind.Percent ? "%" : "");

    private static IEnumerable<string> Official(OfficePlan plan, YearChange change)
    {
        if (change.Official is not { } leaving)
            yield break;
        var name = plan.Officials.FirstOrDefault(one => one.Code == leaving.Official)?.FullName() ?? leaving.Official;
        yield return $"{name} {Of(leaving.Event)}";
        var directory = new OfficeDirectory(plan);
        foreach (var post in leaving.Posts)
        {
            yield return directory.HolderOf(post, change.Basis.From) is { } holder
                ? $"{holder.Title}: {holder.Official.FullName()}"
                : $"{directory.Post(post)?.Name ?? post} kosong";
        }
    }

    private static string NameOf(OfficePlan plan, CarrierAssignment one) =>
        one.Kind == CarriedKind.SubActivity ? one.Code : Indicator(plan, one.Code);

    private static string SubUnit(OfficePlan plan, string code) =>
        plan.SubUnits.FirstOrDefault(one => one.Code == code)?.Name ?? code;

    private static string Indicator(OfficePlan plan, string code) =>
        plan.StrategicPlan.Indicators().FirstOrDefault(one => one.Code == code)?.Name ?? code;
}
