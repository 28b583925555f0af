using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>What messages about an agreement name.</summary>
internal static class AgreementFacts
{
    public static Dictionary<Fact, string> Of(OfficePlan plan, AgreementSubject subject)
    {
        var facts = Of(subject.Office, subject.Revision);
        if (subject.Post is not null)
        {
            facts[Fact.Page] = MessagePages.Of(subject);
            facts[Fact.Document] = Facts.TitleOf(plan, subject);
        }

        return facts;
    }

    public static Dictionary<Fact, string> Of(OfficeYear office, int revision) =>
        new()
        {
            [Fact.Revision] = FormattableString.Invariant($"{revision}"),
            [Fact.Page] = FormattableString.Invariant($"kantor/{office.Unit}/{office.Year}/perjanjian/{revision}"),
        };
}
