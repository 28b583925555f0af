using Microsoft.Extensions.Configuration;
using Sakip.Functions.Hosting;

namespace Sakip.Tests.House.Azure;

public sealed class VaultReferencesTests
{
    [Fact]
    public void Every_setting_whose_secret_is_missing_is_named_at_once()
    {
        var configuration = With(
            ("Mail:Password", "@Microsoft.KeyVault(SecretUri=https://kv/secrets/mail-password)"),
            ("Links:Keys:k1", "@Microsoft.KeyVault(SecretUri=https://kv/secrets/link-key-k1)"),
            ("Links:ActiveKey", "k1"));

        var failure = Assert.Throws<InvalidOperationException>(configuration.RefuseUnanswered);

        Assert.EndsWith(": Links:Keys:k1, Mail:Password.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Answered_references_are_plain_values() => With(("Mail:Password", "rahasia uji")).RefuseUnanswered();

    private static IConfiguration With(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .Build();
}
