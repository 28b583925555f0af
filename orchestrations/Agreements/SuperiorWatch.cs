using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>
/// Tells the planner, once, that the superior is another than the one who signed. The agreement stands, for it binds
/// posts; whether it is to be revised (reason a) is the planner's to ask for. A Plh stands in for days and changes nothing.
/// </summary>
internal sealed class SuperiorWatch(
    OfficeStorage storage,
    PlanStore plans,
    AgreementRecords records,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    public async Task RunAsync(OfficeYear office, CancellationToken cancellation)
    {
        if (await records.ReadAsync(office, cancellation) is not [.., var (snapshot, _)])
            return;
        var plan = await plans.PlanAsync(office, cancellation);
        var now = clock.GetUtcNow();
        var holder = new OfficeDirectory(plan).SecondParty(plan.Zone.DateAt(now));
        var bound = snapshot.SecondParty.Official;
        if (holder is null or { Tenure: Tenure.Plh } || holder.Official.Code == bound)
            return;

        var revision = snapshot.Terms.Revision;
        var subject = new AgreementSubject(office, revision);
        var id = $"superior:{holder.Official.Code}";
        if (await storage.IsDoneAsync(subject, id, cancellation))
        {
            return;
        }

        var before = plan.Officials.FirstOrDefault(official => official.Code == bound)?.FullName() ?? bound;
        var facts = AgreementFacts.Of(office, revision);
        facts[Fact.Decision] = $"{holder.Title} berganti dari {before} kepada {holder.Official.FullName()}";
        var planner = Bearers.Planner(plan).Code;
        var change = new SubjectChange(subject, id, now)
            .By(Actor.System, AuditAction.TellOfSuperior)
            .Tell(MessageKind.SuperiorChanged, planner, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
    }
}
