using Sakip.Planning;

namespace Sakip.Functions.Web;

/// <summary>The address names an office and year without a plan: answered with 404, as a page or as a problem.</summary>
// Made only here, with its place: the usual constructors would say nothing.
#pragma warning disable CA1032
internal sealed class UnknownYearException(string unit, int year) : Exception($"No plan is stored for {unit} {year}.")
#pragma warning restore CA1032
{
    public string Unit => unit;

    public int Year => year;
}

internal static class PlansOfYears
{
    /// <summary>The plan of an office and year that an address names.</summary>
    /// <exception cref="UnknownYearException">There is none.</exception>
    public static async Task<OfficePlan> OfYearAsync(
        this PlanStore plans,
        string unit,
        int year,
        CancellationToken cancellation
    ) => await plans.FindPlanAsync(unit, year, cancellation) ?? throw new UnknownYearException(unit, year);
}
