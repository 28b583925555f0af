using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>The windows of a year's quarters as they hold: the plan's dates, extended, or those of a later round.</summary>
internal sealed class WindowBook(OfficeStorage storage) : IWindows
{
    public async Task<WindowInForce> WindowAsync(
        OfficePlan plan,
        Quarter quarter,
        int round,
        CancellationToken cancellation
    )
    {
        var planned = plan.Windows.Single(candidate => candidate.Quarter == quarter);
        var partition = Keys.Partition(new QuarterSubject(plan.Office, quarter));
        if (round > 1)
        {
            var row = await storage.Subjects.FindAsync<RoundRow>(partition, QuarterKeys.Round(round), cancellation);
            return new WindowInForce(DatesOf(plan, planned, row!), Extension: 0, row!.Reason);
        }

        var last = (await ExtensionsAsync(plan.Office, quarter, cancellation)).LastOrDefault();
        return last is null
            ? new WindowInForce(planned, Extension: 0)
            : new WindowInForce(
                planned with
                {
                    Due = plan.Zone.DateAt(last.Due),
                    Closes = plan.Zone.DateAt(last.Closes),
                    VerificationDue = plan.Zone.DateAt(last.VerificationDue),
                },
                last.Number,
                last.Reason
            );
    }

    /// <summary>The windows of all quarters, in order, as they hold in the first round.</summary>
    public async Task<IReadOnlyList<WindowInForce>> AllAsync(OfficePlan plan, CancellationToken cancellation) =>
        await Task.WhenAll(Quarters.All.Select(quarter => WindowAsync(plan, quarter, round: 1, cancellation)));

    public async Task<IReadOnlyDictionary<Fact, string>> AboutReopeningAsync(
        OfficePlan plan,
        ReopeningSubject reopening,
        CancellationToken cancellation
    )
    {
        var row = await storage.Subjects.FindAsync<RoundRow>(
            Keys.Partition(new QuarterSubject(reopening.Office, reopening.Quarter)),
            QuarterKeys.Round(reopening.Round),
            cancellation
        );
        return row is null
            ? new Dictionary<Fact, string>()
            : new Dictionary<Fact, string>
            {
                [Fact.Who] = new OfficeDirectory(plan).Official(row.AskedBy)?.FullName() ?? row.AskedBy,
                [Fact.SubUnit] = row.SubUnitNames(plan),
                [Fact.Note] = row.Reason,
            };
    }

    /// <summary>Every extension of a quarter's window, in order.</summary>
    public async Task<IReadOnlyList<ExtensionRow>> ExtensionsAsync(
        OfficeYear office,
        Quarter quarter,
        CancellationToken cancellation
    )
    {
        return await storage
            .Subjects.UnderAsync<ExtensionRow>(
                Keys.Partition(new QuarterSubject(office, quarter)),
                QuarterKeys.Extensions,
                cancellation
            )
            .ToListAsync(cancellation);
    }

    /// <summary>Every further round of a quarter, in order.</summary>
    public async Task<IReadOnlyList<RoundRow>> RoundsAsync(
        OfficeYear office,
        Quarter quarter,
        CancellationToken cancellation
    )
    {
        return await storage
            .Subjects.UnderAsync<RoundRow>(
                Keys.Partition(new QuarterSubject(office, quarter)),
                QuarterKeys.Rounds,
                cancellation
            )
            .ToListAsync(cancellation);
    }

    private static ReportingWindow DatesOf(OfficePlan plan, ReportingWindow planned, RoundRow round) =>
        new(
            planned.Quarter,
            plan.Zone.DateAt(round.Opens!.Value),
            plan.Zone.DateAt(round.Due!.Value),
            plan.Zone.DateAt(round.Closes!.Value),
            plan.Zone.DateAt(round.VerificationDue!.Value)
        );
}
