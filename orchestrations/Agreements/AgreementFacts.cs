using Sakip.Notifications;

namespace Sakip.Agreements;

/// <summary>What messages about an agreement name.</summary>
internal static class AgreementFacts
{
    public static Dictionary<string, string> Of(AgreementInput agreement) =>
        Of(agreement.Unit, agreement.Year, agreement.Revision);

    public static Dictionary<string, string> Of(string unit, int year, int revision) =>
        new()
        {
            [FactNames.Revision] = FormattableString.Invariant($"{revision}"),
            [FactNames.Page] = FormattableString.Invariant($"kantor/{unit}/{year}/perjanjian/{revision}"),
        };
}
