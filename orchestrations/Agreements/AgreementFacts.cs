using Sakip.Kernel;
using Sakip.Notifications;

namespace Sakip.Agreements;

/// <summary>What messages about an agreement name.</summary>
internal static class AgreementFacts
{
    public static Dictionary<string, string> Of(AgreementInput agreement) => Of(agreement.Office, agreement.Revision);

    public static Dictionary<string, string> Of(OfficeYear office, int revision) =>
        new()
        {
            [FactNames.Revision] = FormattableString.Invariant($"{revision}"),
            [FactNames.Page] = FormattableString.Invariant($"kantor/{office.Unit}/{office.Year}/perjanjian/{revision}"),
        };
}
