namespace Sakip.Signing;

/// <summary>
/// Identities at BSrE from the settings, where each NIK is a reference to the vault; an official without one is known
/// there by the mail address.
/// </summary>
/// <param name="niks">NIK by the official's code.</param>
internal sealed class OfficialBsreIdentities(IReadOnlyDictionary<string, string> niks) : IBsreIdentities
{
    public Task<BsreIdentity?> FindAsync(Signer signer, CancellationToken cancellationToken)
    {
        return Task.FromResult(
            niks.TryGetValue(signer.OfficialCode, out var nik) ? BsreIdentity.Nik(nik)
            : signer.Mail is { Length: > 0 } mail ? BsreIdentity.Mail(mail)
            : null
        );
    }
}
