using System.Text.Json;
using Sakip.Signing;
using static Sakip.Tests.Orchestrations.Signing.SigningWorld;

namespace Sakip.Tests.Orchestrations.Signing;

public sealed class SigningSecretTests
{
    private readonly SigningSecret _secret = SigningSecret.Passphrase("Rahasia-Sekali#2024");

    [Fact]
    public void It_prints_as_asterisks_also_within_a_request()
    {
        var request = Request(Document(), First) with { Secret = _secret };

        Assert.Equal("***", $"{_secret}");
        Assert.DoesNotContain("Rahasia", request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_refuses_to_become_json_also_within_a_request()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(_secret));
        Assert.Throws<NotSupportedException>(() =>
            JsonSerializer.Serialize(Request(Document(), First) with { Secret = _secret })
        );
    }

    [Fact]
    public void It_has_no_property_that_a_logger_could_read() => Assert.Empty(typeof(SigningSecret).GetProperties());
}
