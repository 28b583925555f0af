using Sakip.Kernel;
using Sakip.Notifications;

namespace Sakip.Agreements;

/// <summary>What messages about an agreement name.</summary>
internal static class AgreementFacts
{
    public static Dictionary<Fact, string> Of(AgreementInput agreement) => Of(agreement.Office, agreement.Revision);

    public static Dictionary<Fact, string> Of(OfficeYear office, int revision) =>
        new()
        {
            [Fact.Revision] = FormattableString.Invariant($"{revision}"),
            [Fact.Page] = FormattableString.Invariant($"kantor/{office.Unit}/{office.Year}/perjanjian/{revision}"),
        };
}
