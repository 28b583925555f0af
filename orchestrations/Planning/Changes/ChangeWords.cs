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
    }

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
