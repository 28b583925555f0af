using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Web;

/// <summary>The address names an office and year without a plan: answered with 404, as a page or as a problem.</summary>
// Made only here, with its place: the usual constructors would say nothing.
#pragma warning disable CA1032
internal sealed class UnknownYearException(OfficeYear office)
    : Exception($"No plan is stored for {office.Unit} {office.Year}.")
#pragma warning restore CA1032
{
    public OfficeYear Office => office;
}

internal static class PlansOfYears
{
    /// <summary>The plan of an office and year that an address names.</summary>
    /// <exception cref="UnknownYearException">There is none.</exception>
    public static async Task<OfficePlan> OfYearAsync(
        this PlanStore plans,
        OfficeYear office,
        CancellationToken cancellation
    ) => await plans.FindPlanAsync(office, cancellation) ?? throw new UnknownYearException(office);
}
