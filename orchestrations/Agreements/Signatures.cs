using Sakip.Documents;
using Sakip.Planning;

namespace Sakip.Agreements;

internal static class Signatures
{
    /// <param name="part">The part that the official has in the document, for example "Pihak Pertama,".</param>
    public static SignatureParty Party(string slot, string? part, OfficialSnapshot official)
    {
        string?[] roles = [part, official.Title + ","];
        string?[] identity = [official.Rank, official.Nip is { Length: > 0 } nip ? "NIP. " + Nip(nip) : null];
        return new SignatureParty(slot, [.. roles.OfType<string>()], official.Name)
        {
            IdentityLines = [.. identity.OfType<string>()],
        };
    }

    /// <summary>A civil servant number as documents show it: 8, 6, 1 and 3 digits.</summary>
    public static string Nip(string nip) =>
        nip.Length == 18 ? $"{nip[..8]} {nip[8..14]} {nip[14..15]} {nip[15..]}" : nip;
}
