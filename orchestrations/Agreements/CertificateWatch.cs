using System.Globalization;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>Warns signer and administrators 30 days before a party's certificate ends.</summary>
internal sealed class CertificateWatch(
    OfficeStorage storage,
    PlanStore plans,
    CertificateEnds ends,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    private const int DaysBefore = 30;

    public async Task RunAsync(OfficeYear office, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var directory = new OfficeDirectory(plan);
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var parties = new[] { directory.FirstParty(today)?.Official, directory.SecondParty(today)?.Official }
            .OfType<Official>()
            .DistinctBy(official => official.Code)
            .ToList();
        foreach (var (party, until) in await ends.OfAsync(office, parties, cancellation))
        {
            if (IsNear(until, clock.GetUtcNow()))
                await WarnAsync(plan, party, until, cancellation);
        }
    }

    public static bool IsNear(DateTimeOffset end, DateTimeOffset now) => end > now && end <= now.AddDays(DaysBefore);

    private async Task WarnAsync(OfficePlan plan, Official party, DateTimeOffset end, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var day = plan.Zone.DateAt(end);
        var subject = new AgreementSubject(plan.Office, 0);
        var id = FormattableString.Invariant($"certificate:{party.Code}:{day:yyyyMMdd}");
        if (await storage.IsDoneAsync(subject, id, cancellation))
        {
            return;
        }

        var facts = new Dictionary<Fact, string>
        {
            [Fact.Who] = party.FullName(),
            [Fact.Due] = Facts.Iso(day),
            [Fact.Days] = (day.DayNumber - plan.Zone.DateAt(now).DayNumber).ToString(CultureInfo.InvariantCulture),
        };
        var change = new SubjectChange(subject, id, now).By(Actor.System, AuditAction.WarnOfCertificate);
        var keepers = new OfficeDirectory(plan).WithRole(OfficeRole.Administrator) is { Count: > 0 } administrators
            ? administrators
            : [Bearers.Planner(plan)];
        change.Tell(MessageKind.CertificateExpiring, keepers.Select(keeper => keeper.Code).Prepend(party.Code), facts);

        await dispatcher.CommitAsync(change, null, cancellation);
    }
}
