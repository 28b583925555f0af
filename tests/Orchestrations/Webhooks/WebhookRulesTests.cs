using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Sakip.Approvals;
using Sakip.Audit;
using Sakip.Webhooks;

namespace Sakip.Tests.Orchestrations.Webhooks;

/// <summary>What may be told to whom, and how a receiver knows that it comes from us.</summary>
public sealed class WebhookRulesTests
{
    [Theory]
    [InlineData("https://data.contoh.go.id/sakip?kunci=1")]
    [InlineData("https://93.184.215.14/")]
    [InlineData("https://[2606:2800:220:1::1]:8443/a")]
    public void An_https_address_on_the_internet_is_taken(string address) =>
        Assert.Null(WebhookAddress.Refuse(address, allowLoopback: false));

    [Theory]
    [InlineData("")]
    [InlineData("sakip")]
    [InlineData("http://data.contoh.go.id/")]
    [InlineData("ftp://data.contoh.go.id/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://orang:sandi@data.contoh.go.id/")]
    [InlineData("https://data.contoh.go.id/#a")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://a.LOCAL./")]
    [InlineData("https://①②⑦.0.0.1/")]
    [InlineData("https://１２７.0.0.1/")]
    [InlineData("https://data.contoh.go.id:22/")]
    [InlineData("https://data.contoh.go.id:25/")]
    [InlineData("https://data.contoh.go.id:80/")]
    [InlineData("https://basisdata/")]
    [InlineData("https://vault.internal/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://169.254.169.254/metadata/instance")]
    [InlineData("https://168.63.129.16/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[64:ff9b::a00:1]/")]
    [InlineData("https://[2002:a00:1::1]/")]
    public void Everything_else_is_refused_in_words(string address) =>
        Assert.EndsWith(".", WebhookAddress.Refuse(address, allowLoopback: false));

    [Theory]
    [InlineData("https://DATA.Contoh.GO.ID./sakip", "https://data.contoh.go.id/sakip")]
    [InlineData("https://data.contoh.go.id:443/sakip?a=1", "https://data.contoh.go.id/sakip?a=1")]
    [InlineData("https://data.contoh.go.id:8443/", "https://data.contoh.go.id:8443/")]
    [InlineData("https://ｄａｔａ.contoh.go.id/", "https://data.contoh.go.id/")]
    [InlineData("https://[2606:2800:220:1::1]/a", "https://[2606:2800:220:1::1]/a")]
    public void A_receiver_has_one_spelling(string given, string expected)
    {
        Assert.Null(WebhookAddress.Refuse(given, allowLoopback: false));
        Assert.Equal(expected, WebhookAddress.Normal(given));
    }

    [Fact]
    public void This_machine_is_taken_only_where_the_setting_says_so()
    {
        Assert.Null(WebhookAddress.Refuse("http://127.0.0.1:5000/a", allowLoopback: true));
        Assert.NotNull(WebhookAddress.Refuse("http://127.0.0.1:5000/a", allowLoopback: false));
        Assert.NotNull(WebhookAddress.Refuse("http://10.0.0.1/a", allowLoopback: true));
        Assert.False(WebhookAddress.IsPublic(IPAddress.Parse("0.0.0.0")));
    }

    [Fact]
    public void The_signature_is_over_the_time_and_the_bytes_and_has_one_part_for_each_secret()
    {
        var body = "{\"a\":1}"u8.ToArray();
        var expected = Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes("rahasia"), Encoding.UTF8.GetBytes("1700000000.{\"a\":1}"))
        );

        var header = WebhookSignature.Write(
            DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
            body,
            ["rahasia", "lama"]
        );

        Assert.StartsWith("t=1700000000,v1=" + expected + ",v1=", header, StringComparison.Ordinal);
        Assert.Equal(3, header.Split(',').Length);
    }

    [Fact]
    public void A_secret_opens_only_in_its_own_row_and_only_while_its_key_is_known()
    {
        var (one, other) = (Secrets("a", "a", "b"), Secrets("b", "b"));
        var secret = WebhookSecrets.Make();

        var sealedText = one.Seal(secret, "biro|1");

        Assert.DoesNotContain(secret, sealedText, StringComparison.Ordinal);
        Assert.Equal(secret, one.Open(sealedText, "biro|1"));
        Assert.Null(one.Open(sealedText, "biro|2"));
        Assert.Null(other.Open(sealedText, "biro|1"));
        Assert.Equal((false, true), (one.IsOld(sealedText), other.IsOld(sealedText)));
        Assert.NotEqual(secret, WebhookSecrets.Make());
    }

    [Theory]
    [InlineData("LockQuarter", "quarter:biro:2024:q1", "quarter.locked")]
    [InlineData("Signed", "agreement:biro:2024:0", "agreement.signed")]
    [InlineData("Verified", "report:biro:2024:q1:tu:r1", "report.verified")]
    [InlineData("Approved", "reopening:biro:2024:q1:r2", "quarter.approved")]
    [InlineData("PublishReport", "annual-report:biro:2024:v1", "annual-report.published")]
    [InlineData("Remind", "report:biro:2024:q1:tu:r1", null)]
    [InlineData("SendCode", "agreement:biro:2024:0", null)]
    public void Changes_of_state_have_names_and_reminders_have_none(string action, string entity, string? name) =>
        Assert.Equal(name, WebhookTopics.NameOf(new AuditIntent(default, "p1", "peran", action, entity, "x")));

    [Fact]
    public void What_is_told_names_nobody()
    {
        var entry = new AuditEntry(
            7,
            new AuditIntent(default, "p13", "Planner", "LockQuarter", "quarter:biro:2024:q1", "x")
            {
                Note = "oleh Bu Ani",
            },
            "hash"
        );

        var told = Encoding.UTF8.GetString(WebhookEvent.Of("biro", 2024, entry).Bytes());

        Assert.Contains("\"event\":\"quarter.locked\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("p13", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ani", told, StringComparison.Ordinal);
    }

    private static WebhookSecrets Secrets(string active, params string[] keys)
    {
        var options = new LinkOptions { ActiveKey = active };
        foreach (var key in keys)
            options.Keys[key] = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return new WebhookSecrets(Options.Create(options));
    }
}
