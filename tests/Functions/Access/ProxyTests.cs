using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Sakip.Access;
using Sakip.Functions.Access;

namespace Sakip.Tests.Functions.Access;

/// <summary>Of what a proxy or the host writes into a request only that counts which they are configured to write.</summary>
public sealed class ProxyTests
{
    private const string ObjectId = "11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData(0, "203.0.113.9", "192.0.2.1")]
    [InlineData(1, "203.0.113.9", "203.0.113.9")]
    [InlineData(1, "198.51.100.66, 203.0.113.9", "203.0.113.9")]
    [InlineData(2, "198.51.100.66, 203.0.113.9, 10.0.0.4", "203.0.113.9")]
    [InlineData(2, "203.0.113.9", "192.0.2.1")]
    [InlineData(1, "203.0.113.9:4711", "203.0.113.9")]
    [InlineData(1, "[2001:db8::7]:4711", "2001:db8::7")]
    [InlineData(1, "bukan-alamat", "192.0.2.1")]
    [InlineData(1, "", "192.0.2.1")]
    public void The_forwarded_address_is_the_one_that_the_outermost_trusted_proxy_saw(
        int hops,
        string header,
        string expected
    )
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.1");
        if (header.Length > 0)
            http.Request.Headers["X-Forwarded-For"] = header;

        Assert.Equal(
            expected,
            new ClientAddress(Options.Create(new AccessOptions { TrustedHops = hops })).Of(http.Request)
        );
    }

    [Theory]
    [InlineData(false, "True", false)]
    [InlineData(true, null, false)]
    [InlineData(true, "False", false)]
    [InlineData(true, "True", true)]
    public void An_Entra_identity_counts_only_where_our_setting_and_the_host_both_say_so(
        bool isOn,
        string? host,
        bool counts
    ) =>
        Assert.Equal(
            counts ? Identity.OfDirectory(ObjectId) : null,
            Principal(isOn, host).Of(Request(Claims($$"""{"typ":"oid","val":"{{ObjectId}}"}""")))
        );

    [Theory]
    [InlineData(
        """{"auth_typ":"aad","claims":[{"typ":"name","val":"Contoh"},{"typ":"preferred_username","val":"a@b.example"}]}"""
    )]
    [InlineData("""{"auth_typ":"google","claims":[{"typ":"oid","val":"11111111-2222-3333-4444-555555555555"}]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"oid","val":"1"},{"typ":"oid","val":"2"}]}""")]
    [InlineData("""{"auth_typ":"aad"}""")]
    [InlineData("""[1,2]""")]
    [InlineData("bukan json")]
    public void A_principal_without_one_object_id_of_the_directory_is_nobody(string principal) =>
        Assert.Null(Principal(isOn: true, "true").Of(Request(principal)));

    [Fact]
    public void What_is_no_base64_or_too_long_is_nobody()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = "***";
        Assert.Null(Principal(isOn: true, "true").Of(http.Request));
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = new string('A', 40_000);
        Assert.Null(Principal(isOn: true, "true").Of(http.Request));
    }

    [Fact]
    public void An_official_is_found_by_object_id_and_never_by_name_or_mail()
    {
        var identity = Identity.OfDirectory("tiga.belas.dewanti@contoh.example");
        var plan = Sakip
            .Planning.PlanReader.Read(
                File.ReadAllText(
                    Path.Combine(
                        Sakip.Rehearsal.RehearsalOptions.FindRoot(),
                        "infra",
                        "sample",
                        "biro-organisasi-2024",
                        "plan.json"
                    )
                )
            )
            .Value!;
        var known = plan with
        {
            Officials =
            [
                .. plan.Officials.Select(one => one.Code == "p13" ? one with { EntraObjectId = ObjectId } : one),
            ],
        };

        Assert.Null(identity.In(plan));
        Assert.Equal("p13", Identity.OfDirectory(ObjectId.ToUpperInvariant()).In(known)!.Code);
        Assert.Null(Identity.OfMailbox(ObjectId).In(known));
    }

    private static string Claims(string claims) => $$"""{"auth_typ":"aad","claims":[{{claims}}]}""";

    private static DirectoryPrincipal Principal(bool isOn, string? host) =>
        new(
            new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", host)]).Build(),
            Options.Create(new AccessOptions { Entra = isOn })
        );

    private static HttpRequest Request(string principal)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(principal));
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"] = "tiga.belas.dewanti@contoh.example";
        return http.Request;
    }
}
