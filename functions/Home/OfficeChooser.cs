using Sakip.Access;
using Sakip.Functions.Access;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Home;

internal sealed record OfficeChoice(string Name, int Year, string State, string Roles, string Url);

internal sealed record OfficesView(IReadOnlyList<OfficeChoice> Choices, bool IsAdministrator, bool MayCheck);

/// <summary>Lists the years of offices that somebody has a part in.</summary>
internal sealed class OfficeChooser(People people, Callers callers, PlanStore plans)
{
    public async Task<OfficesView> OfAsync(Identity identity, Caller caller, CancellationToken cancellation)
    {
        var choices = new List<OfficeChoice>();
        foreach (var row in await people.YearsAsync(cancellation))
        {
            if (await callers.FindAsync(identity, row.Unit, row.Year, cancellation) is not { } there)
                continue;
            if (await plans.FindPlanAsync(row.Office, cancellation) is not { } plan)
                continue;
            choices.Add(
                new OfficeChoice(
                    plan.Unit.Name,
                    row.Year,
                    row.State == OfficeYearState.Closed ? "Selesai" : "Berjalan",
                    RoleWords.Of(there),
                    $"/kantor/{row.Unit}/{row.Year}"
                )
            );
        }

        return new OfficesView(
            choices,
            caller.Is(Who.SystemAdministrator),
            caller.Is(Who.Planner) || caller.Is(Who.Administrator)
        );
    }
}
