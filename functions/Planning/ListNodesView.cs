using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>The sub-activities of a programme that need a sub-unit, chosen for all of them at once or one by one.</summary>
internal sealed record OpenProgramme(string Title, FieldView All, IReadOnlyList<OpenActivity> Activities);

internal sealed record OpenActivity(string Title, FieldView All, IReadOnlyList<OpenSub> Subs);

/// <param name="Target">Output target and its measure: the finance system's list may not have them.</param>
internal sealed record OpenSub(string Title, FieldView Unit, FieldView Target, FieldView Measure);

/// <param name="Indicators">Codes with names, to be ticked.</param>
internal sealed record SupportChoice(
    string Name,
    string Title,
    IReadOnlySet<string> Ticked,
    IReadOnlyList<(string, string)> Indicators
);

/// <summary>What a person says of the nodes of a list: bulk choices first, single ones folded below.</summary>
internal sealed record ListNodesView(
    IReadOnlyList<FieldView> Carriers,
    IReadOnlyList<OpenProgramme> Programmes,
    IReadOnlyList<SupportChoice> Supports,
    int Beyond
)
{
    /// <summary>So many sub-activities are shown one by one; more are chosen by programme and activity.</summary>
    private const int MostSubs = 200;

    public static ListNodesView? Of(OfficePlan plan, BudgetListImport import, MergedList merged)
    {
        if (merged.Open.Count == 0 && merged.NewProgrammes.Count == 0)
            return null;
        var units = plan.SubUnits.Select(unit => (unit.Code, unit.Name)).ToList();
        var shown = merged.Open.DistinctBy(one => one.Sub.Code).Take(MostSubs).Select(one => one.Sub.Code).ToHashSet();
        FieldView Unit(string asked, string label, string blank) =>
            new(BudgetListAnswers.Node + asked, label, import.Of(asked) ?? "") { Options = units, Blank = blank };

        var carriers = merged.Open.Select(one => one.Carrier).Where(name => name.Length > 0).Distinct().ToList();
        return new ListNodesView(
            carriers.Count is 0 or > 60
                ? []
                : [.. carriers.Select(name => Unit(ListAsked.UnitOfCarrier(name), name, Like(plan, name)))],
            [
                .. merged
                    .Open.GroupBy(one => one.Programme.Code)
                    .Select(programme => new OpenProgramme(
                        Title(programme.First().Programme),
                        Unit(
                            ListAsked.UnitOfProgramme(programme.Key),
                            $"Sub-unit untuk seluruh program {programme.Key}",
                            "Pilih…"
                        ),
                        [
                            .. programme
                                .GroupBy(one => one.Activity.Code)
                                .Select(activity => new OpenActivity(
                                    Title(activity.First().Activity),
                                    Unit(
                                        ListAsked.UnitOfActivity(activity.Key),
                                        $"Sub-unit untuk kegiatan {activity.Key}",
                                        "Seperti programnya"
                                    ),
                                    [
                                        .. activity
                                            .DistinctBy(one => one.Sub.Code)
                                            .Where(one => shown.Contains(one.Sub.Code))
                                            .Select(one => Sub(one.Sub, import, Unit)),
                                    ]
                                )),
                        ]
                    )),
            ],
            [.. merged.NewProgrammes.Select(one => Support(plan, import, one))],
            merged.Open.DistinctBy(one => one.Sub.Code).Count() - shown.Count
        );
    }

    private static OpenSub Sub(ListNode sub, BudgetListImport import, Func<string, string, string, FieldView> unit)
    {
        FieldView Text(string asked, string label) =>
            new(BudgetListAnswers.Node + asked, label, import.Of(asked) ?? "");
        return new OpenSub(
            Title(sub),
            unit(ListAsked.UnitOfSub(sub.Code), "Sub-unit", "Seperti kegiatannya"),
            Text(ListAsked.Target(sub.Code), "Target keluaran"),
            Text(ListAsked.Measure(sub.Code), "Satuan keluaran")
        );
    }

    private static SupportChoice Support(OfficePlan plan, BudgetListImport import, ListNode programme)
    {
        var asked = ListAsked.Supports(programme.Code);
        return new SupportChoice(
            BudgetListAnswers.Node + asked,
            Title(programme),
            (import.Of(asked) ?? "").Split(',').ToHashSet(),
            [.. plan.StrategicPlan.Indicators().Select(one => (one.Code, one.Name))]
        );
    }

    private static string Like(OfficePlan plan, string carrier) =>
        plan.SubUnits.FirstOrDefault(unit => SheetTable.Plain(unit.Name) == SheetTable.Plain(carrier)) is { } same
            ? $"{same.Name} (bernama sama)"
            : "Seperti programnya";

    private static string Title(ListNode node) => $"{node.Code} {node.Name}";
}
