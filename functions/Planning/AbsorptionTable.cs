using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>The budget's tree with what was spent by quarter: as the finance system has it, until then as sub-units reported it.</summary>
internal static class AbsorptionTable
{
    private const int Amounts = 3;

    /// <param name="last">The last quarter that was imported; null while none was.</param>
    /// <param name="own">Quarters that have the sub-units' own figures.</param>
    public static PlanTable Of(
        OfficePlan plan,
        IReadOnlyList<AbsorptionLine> lines,
        Quarter? last,
        IReadOnlyList<Quarter> own
    )
    {
        string[] heads =
        [
            "Kode",
            "Uraian",
            "Sub-unit",
            "Pagu",
            .. Quarters.All.Select(quarter => "TW " + quarter.Roman() + (own.Contains(quarter) ? " (sub-unit)" : "")),
            "Serapan",
            .. last is { } known ? [$"Menurut sub-unit (TW {known.Roman()})", "Selisih"] : Array.Empty<string>(),
        ];
        return PlanViews.Table(
            "Pagu dan serapan",
            heads,
            lines.Select(line =>
                (IReadOnlyList<string>)
                    [
                        line.Code,
                        line.Name,
                        line.SubUnit is { } code
                            ? YearWords.Carrier(plan, CarriedKind.SubActivity, line.Code, code)
                            : "",
                        PageWords.Rupiah(line.Ceiling),
                        .. line.Spending.Select(PageWords.Rupiah),
                        line.Absorption is { } percent ? PageWords.Number(percent) + "%" : "–",
                        .. last is null
                            ? []
                            : new[]
                            {
                                line.Level == AbsorptionLevel.SubActivity ? PageWords.Rupiah(line.Own) : "",
                                line.Difference is { } difference ? BudgetViews.Signed(difference) : "",
                            },
                    ]
            ),
            [.. Enumerable.Range(Amounts, heads.Length - Amounts)]
        );
    }
}
