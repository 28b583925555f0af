using System.Text.Json.Nodes;

namespace Sakip.Signing;

/// <summary>Finds by which identity a person is known at BSrE; kept encrypted, apart from the rest.</summary>
internal interface IBsreIdentities
{
    /// <returns>The identity, or null when none is on record.</returns>
    Task<BsreIdentity?> FindAsync(Signer signer, CancellationToken cancellationToken);
}

/// <summary>A NIK or a mail address at BSrE. Personal data: it prints as <c>***</c>.</summary>
internal sealed class BsreIdentity
{
    private readonly string _key;
    private readonly string _value;

    private BsreIdentity(string key, string value) => (_key, _value) = (key, value);

    public static BsreIdentity Nik(string nik) =>
        nik.Length == 16 && nik.All(char.IsAsciiDigit)
            ? new("nik", nik)
            : throw new ArgumentException("A NIK has 16 digits.", nameof(nik));

    public static BsreIdentity Mail(string address) => new("email", address);

    public override string ToString() => "***";

    internal JsonObject ToJson() => new() { [_key] = _value };
}
