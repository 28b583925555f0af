using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sakip.Signing;

/// <summary>
/// A passphrase or one-time code on its way from the request to the signing service. It prints as <c>***</c>, refuses to be
/// serialised, and has no property that a logger or serialiser could read.
/// </summary>
[DebuggerDisplay("***")]
[JsonConverter(typeof(RefuseJson))]
internal sealed class SigningSecret
{
    private readonly string _value;
    private readonly bool _isOneTimeCode;

    private SigningSecret(string value, bool isOneTimeCode)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
        _isOneTimeCode = isOneTimeCode;
    }

    /// <summary>Whether this is a code for one time (TOTP) and no passphrase.</summary>
    public bool IsOneTimeCode() => _isOneTimeCode;

    public static SigningSecret Passphrase(string value) => new(value, isOneTimeCode: false);

    public static SigningSecret OneTimeCode(string value) => new(value, isOneTimeCode: true);

    /// <summary>The secret itself, for the call that carries it to the signing service and for nothing else.</summary>
    public string Reveal() => _value;

    public override string ToString() => "***";

    private sealed class RefuseJson : JsonConverter<SigningSecret>
    {
        public override SigningSecret Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException("A signing secret is never read from JSON.");

        public override void Write(Utf8JsonWriter writer, SigningSecret value, JsonSerializerOptions options) =>
            throw new NotSupportedException("A signing secret is never written as JSON.");
    }
}
