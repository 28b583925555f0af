using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Access;

/// <summary>A person's part in one year of an office.</summary>
internal sealed record Membership(OfficePlan Plan, Official Official);

/// <summary>Finds people over all offices, and their part in each.</summary>
internal sealed class People(OfficeStorage storage, PlanStore plans)
{
    /// <summary>The years of all offices, newest first.</summary>
    public async Task<IReadOnlyList<OfficeYearRow>> YearsAsync(CancellationToken cancellation)
    {
        var years = new List<OfficeYearRow>();
        await foreach (
            var row in storage.Years.QueryAsync<OfficeYearRow>(
                TableClient.CreateQueryFilter($"PartitionKey eq {OfficeYearRow.Partition}"),
                cancellationToken: cancellation
            )
        )
        {
            years.Add(row);
        }

        return [.. years.OrderByDescending(row => row.Year).ThenBy(row => row.Unit, StringComparer.Ordinal)];
    }

    /// <summary>The person's parts in all offices and years, newest first.</summary>
    public async Task<IReadOnlyList<Membership>> MembershipsAsync(Identity identity, CancellationToken cancellation)
    {
        var found = new List<Membership>();
        foreach (var year in await YearsAsync(cancellation))
        {
            if (await FindAsync(identity, year.Office, cancellation) is { } membership)
                found.Add(membership);
        }

        return found;
    }

    public async Task<Membership?> FindAsync(Identity identity, OfficeYear office, CancellationToken cancellation) =>
        await plans.FindPlanAsync(office, cancellation) is { } plan && identity.In(plan) is { } official
            ? new Membership(plan, official)
            : null;

    /// <summary>The part in the office's newest year: what counts for a year that is still to be begun.</summary>
    public async Task<Membership?> FindLatestAsync(Identity identity, string unit, CancellationToken cancellation)
    {
        var latest = (await YearsAsync(cancellation)).FirstOrDefault(row => row.Unit == unit);
        return latest is null ? null : await FindAsync(identity, latest.Office, cancellation);
    }
}
