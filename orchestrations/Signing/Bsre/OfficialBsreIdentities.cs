namespace Sakip.Signing;

/// <summary>
/// Identities at BSrE from the settings, where each NIK is a reference to the vault; an official without one is known
/// there by the mail address. A code of an official is one office's own: two offices may both have a "p01".
/// </summary>
/// <param name="niks">NIK by the office's code and the official's, as <c>unit:official</c>; in an old setting by the official's alone.</param>
/// <param name="offices">How many offices there are.</param>
internal sealed class OfficialBsreIdentities(
    IReadOnlyDictionary<string, string> niks,
    Func<CancellationToken, Task<int>> offices
) : IBsreIdentities
{
    // Where settings come as environment variables, a name may have no hyphen: an underscore stands for it.
    private readonly Dictionary<string, string> _niks = niks.ToDictionary(one => Plain(one.Key), one => one.Value);

    public async Task<BsreIdentity?> FindAsync(Signer signer, CancellationToken cancellationToken)
    {
        if (_niks.TryGetValue(Plain($"{signer.Unit}:{signer.OfficialCode}"), out var own))
            return BsreIdentity.Nik(own);
        if (_niks.TryGetValue(Plain(signer.OfficialCode), out var nik))
        {
            return await offices(cancellationToken) <= 1
                ? BsreIdentity.Nik(nik)
                : throw new SignerNotRegisteredException(
                    $"NIK BSrE untuk \"{signer.OfficialCode}\" tidak menyebut kantornya, padahal ada lebih dari satu kantor. Minta "
                        + $"pengelola aplikasi menulisnya sebagai Signing:Bsre:Identities:{signer.Unit}:{signer.OfficialCode}."
                );
        }

        return signer.Mail is { Length: > 0 } mail ? BsreIdentity.Mail(mail) : null;
    }

    private static string Plain(string key) => key.Replace('-', '_');
}
