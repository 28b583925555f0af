using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Access;

/// <summary>Finds what an identity is in an office, from the plan: roles by assignment, parts of heads and parties by post.</summary>
internal sealed class Callers(People people, PlanStore plans, TimeProvider clock, IOptions<AccessOptions> options)
{
    /// <summary>The caller in that office and year; null for somebody without a part there.</summary>
    public async Task<Caller?> FindAsync(Identity identity, string? unit, int? year, CancellationToken cancellation)
    {
        if (unit is null)
            return await AnywhereAsync(identity, cancellation);
        // A year that has no plan yet is prepared by the people who have that role in the latest year.
        var membership =
            year is { } known && await plans.FindPlanAsync(new OfficeYear(unit, known), cancellation) is not null
                ? await people.FindAsync(identity, new OfficeYear(unit, known), cancellation)
                : await people.FindLatestAsync(identity, unit, cancellation);
        return Of(membership, identity, unit);
    }

    private async Task<Caller?> AnywhereAsync(Identity identity, CancellationToken cancellation)
    {
        var parts = (await people.MembershipsAsync(identity, cancellation))
            .Select(membership => Of(membership, identity, membership.Plan.Unit.Code))
            .OfType<Caller>()
            .ToArray();
        return parts.Length == 0
            ? Of(null, identity, "")
            : parts[0] with
            {
                Roles = parts.SelectMany(part => part.Roles).ToHashSet(),
            };
    }

    private Caller? Of(Membership? membership, Identity identity, string unit)
    {
        var isAdministrator =
            identity.Source == IdentitySource.Mailbox
            && options.Value.Administrators.Any(address => Identity.Normal(address) == identity.Value);
        var caller = membership is null
            ? null
            : Of(membership.Plan, membership.Official, membership.Plan.Zone.DateAt(clock.GetUtcNow()));
        if (!isAdministrator)
            return caller;
        return caller is null
            ? new Caller(
                Caller.SystemAdministrator,
                identity.Value,
                unit,
                new HashSet<Who> { Who.SystemAdministrator, Who.Administrator, Who.Staff },
                new HashSet<string>()
            )
            : caller with
            {
                Roles = new HashSet<Who>(caller.Roles) { Who.SystemAdministrator, Who.Administrator, Who.Staff },
            };
    }

    /// <summary>What an official is on a date; null for one without any part on it.</summary>
    public static Caller? Of(OfficePlan plan, Official official, DateOnly on)
    {
        var directory = new OfficeDirectory(plan);
        var roles = new HashSet<Who>();
        var scopes = new Dictionary<Who, IReadOnlySet<string>>();
        foreach (var assigned in plan.Roles.Where(role => role.Official == official.Code).GroupBy(role => role.Role))
        {
            var who = Enum.Parse<Who>(assigned.Key.ToString());
            roles.Add(who);
            if (assigned.All(role => role.SubUnit is not null))
                scopes[who] = assigned.Select(role => role.SubUnit!).ToHashSet();
        }

        var headed = plan
            .SubUnits.Where(subUnit => directory.HeadOf(subUnit.Code, on)?.Official.Code == official.Code)
            .Select(subUnit => subUnit.Code)
            .ToHashSet();
        if (headed.Count > 0)
        {
            roles.Add(Who.SubUnitHead);
            scopes[Who.SubUnitHead] = headed;
        }

        if (directory.FirstParty(on)?.Official.Code == official.Code)
            roles.Add(Who.OfficeHead);
        if (directory.SecondParty(on)?.Official.Code == official.Code)
            roles.Add(Who.Superior);
        var own = new HashSet<string>(headed);
        own.UnionWith(scopes.GetValueOrDefault(Who.Operator) ?? new HashSet<string>());
        var posts = plan
            .Appointments.Where(appointment => appointment.Official == official.Code && appointment.CoversDay(on))
            .ToArray();
        own.UnionWith(posts.Select(appointment => directory.Post(appointment.Post)?.SubUnit).OfType<string>());
        // What an ended sub-unit left is its successor's to read.
        if (plan.Changes is not null && Carriers.On(plan, on) is var carriers)
        {
            own.UnionWith(
                plan.SubUnits.Select(one => one.Code).Where(code => own.Contains(carriers.SuccessorOf(code))).ToList()
            );
        }

        if (roles.Count == 0 && posts.Length == 0)
            return null;
        roles.Add(Who.Staff);
        scopes[Who.Staff] = own;
        return new Caller(official.Code, official.FullName(), plan.Unit.Code, roles, own)
        {
            Scopes = scopes,
            Zone = plan.Zone,
        };
    }
}
