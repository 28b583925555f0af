using System.Globalization;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>Table 3.9: ceilings, spending and own performance of every node, summed from the sub-activities up.</summary>
internal sealed class BudgetTree(CalculationPolicy policy, IReadOnlyDictionary<string, SubActivityFigure> figures)
{
    public const string Table = "3.9";
    private static readonly string[] Romans =
    [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
    ];

    private readonly Rounding _rounding = new(policy);

    public BudgetNode Build(Budget budget, string office) =>
        Sum(BudgetLevel.Office, "", "", office, "", budget.Programmes.Select(Programme).ToList());

    private BudgetNode Programme(Budget.Programme programme, int index) =>
        Sum(
            BudgetLevel.Programme,
            index < Romans.Length ? Romans[index] : Digits(index + 1),
            programme.Code,
            programme.Name,
            programme.Indicator,
            programme.Activities.Select(Activity).ToList()
        );

    private BudgetNode Activity(Budget.Activity activity, int index) =>
        Sum(
            BudgetLevel.Activity,
            index < 26 ? ((char)('A' + index)).ToString() : Digits(index + 1),
            activity.Code,
            activity.Name,
            activity.Indicator,
            activity.SubActivities.Select(SubActivity).ToList()
        );

    private BudgetNode SubActivity(Budget.SubActivity sub, int index)
    {
        var figure = figures.GetValueOrDefault(sub.Code);
        return new(
            BudgetLevel.SubActivity,
            Digits(index + 1),
            sub.Code,
            sub.Name,
            sub.Indicator,
            sub.Ceiling,
            figure?.Spending,
            figure?.Spending ?? 0m,
            Absorption(figure?.Spending, sub.Ceiling),
            Performance(sub, figure),
            figure?.Note,
            []
        );
    }

    private BudgetNode Sum(
        BudgetLevel level,
        string number,
        string code,
        string name,
        string indicator,
        List<BudgetNode> parts
    )
    {
        var ceiling = parts.Sum(part => part.Ceiling);
        decimal? realisation = parts.TrueForAll(part => part.Realisation is not null)
            ? parts.Sum(part => part.Realisation!.Value)
            : null;
        return new(
            level,
            number,
            code,
            name,
            indicator,
            ceiling,
            realisation,
            parts.Sum(part => part.Known),
            Absorption(realisation, ceiling),
            Mean(parts),
            null,
            parts
        );
    }

    private Computed Absorption(decimal? spending, decimal ceiling) =>
        Computed.Share(spending, ceiling, _rounding, Table, "Realisasi anggaran belum dilaporkan seluruhnya.");

    private Computed Performance(Budget.SubActivity sub, SubActivityFigure? figure) =>
        (sub.OutputTarget, figure) switch
        {
            (> 0m, { Output: { } output }) => Computed.Of(output / sub.OutputTarget.Value * 100m, _rounding, "3.8"),
            (_, { PhysicalPercent: { } percent }) => Computed.Of(percent, _rounding, "3.8"),
            _ => Computed.Missing(ValueState.NotReported, "Keluaran belum dilaporkan."),
        };

    private Computed Mean(List<BudgetNode> parts) =>
        parts switch
        {
            [] => Computed.Missing(ValueState.NotComputable, "Tidak mempunyai bagian."),
            _ when parts.Exists(part => part.Performance.Exact is null) => Computed.Missing(
                ValueState.NotReported,
                "Keluaran sebagian belum dilaporkan."
            ),
            _ => Computed.Of(parts.Average(part => part.Performance.Exact!.Value), _rounding, "3.8"),
        };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
