using CsCheck;
using Microsoft.Extensions.Options;
using Sakip.Approvals;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>security.md 1: what a link's token is made of, and that no changed one passes.</summary>
public sealed class LinkTokensTests
{
    private static readonly LinkTicket Ticket = new(
        "agreement.biro-organisasi.2024.0",
        "first-party",
        1,
        "p01",
        LinkAudience.StepPage,
        1704153600,
        1712000000,
        OneTimeCodes.NewNonce(),
        new string('a', 64)
    );

    [Fact]
    public void A_token_gives_back_its_ticket_and_has_the_form_that_is_agreed()
    {
        var token = Tokens("k1").Write(Ticket);

        Assert.Equal(Ticket, Tokens("k1").Read(token));
        Assert.Matches("^v1[.]k1[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]{43}$", token);
    }

    [Fact]
    public void A_token_carries_ids_instants_nonce_and_document_hash_and_nothing_else()
    {
        var names = typeof(LinkTicket).GetProperties().Select(property => property.Name);

        Assert.Equal(
            ["Attempt", "Audience", "Bearer", "Document", "Expires", "Issued", "Nonce", "Step", "Subject"],
            names.Order(StringComparer.Ordinal)
        );
        Assert.Equal(16, System.Buffers.Text.Base64Url.DecodeFromChars(Ticket.Nonce).Length);
        Assert.NotEqual(OneTimeCodes.NewNonce(), OneTimeCodes.NewNonce());
    }

    [Fact]
    public void A_changed_character_anywhere_makes_a_token_worthless()
    {
        var tokens = Tokens("k1");
        var token = tokens.Write(Ticket);
        for (var at = 0; at < token.Length; at++)
        {
            foreach (var other in "Ab0_.")
            {
                if (token[at] == other)
                    continue;
                var changed = token[..at] + other + token[(at + 1)..];
                Assert.Null(tokens.Read(changed));
            }
        }
    }

    [Theory]
    [InlineData("{0}=")]
    [InlineData("{0}\n")]
    [InlineData("{0} ")]
    [InlineData("{0}/")]
    [InlineData("{0}.")]
    [InlineData(" {0}")]
    [InlineData("{1} {2}")]
    [InlineData("{1}\t{2}")]
    [InlineData("{1}={2}")]
    public void One_link_has_one_spelling(string spelling)
    {
        var token = Tokens("k1").Write(Ticket);
        for (var at = 1; at < token.Length; at++)
        {
            Assert.Null(
                Tokens("k1")
                    .Read(
                        string.Format(
                            System.Globalization.CultureInfo.InvariantCulture,
                            spelling,
                            token,
                            token[..at],
                            token[at..]
                        )
                    )
            );
        }
    }

    [Fact]
    public void Any_text_is_read_without_an_exception_and_is_no_token()
    {
        var tokens = Tokens("k1");
        Gen.String[Gen.Char, 0, 400].Sample(text => Assert.Null(tokens.Read(text)));
        Gen.String[Gen.Char["abAB01_-."], 0, 400].Sample(text => Assert.Null(tokens.Read("v1.k1." + text)));
    }

    [Fact]
    public void A_retired_key_still_verifies_and_a_removed_one_does_not()
    {
        var old = Tokens("k1").Write(Ticket);

        Assert.Equal(Ticket, Tokens("k2", "k1").Read(old));
        Assert.Null(Tokens("k2").Read(old));
        Assert.StartsWith("v1.k2.", Tokens("k2", "k1").Write(Ticket), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_cannot_be_swapped_for_another_by_its_name()
    {
        var token = Tokens("k1").Write(Ticket);

        Assert.Null(Tokens("k2", "k1").Read(token.Replace("v1.k1.", "v1.k2.", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_longest_token_stays_below_the_260_characters_of_a_path_segment()
    {
        var code = new string('x', 16);
        var longest = Ticket with
        {
            Subject = $"report.{code}.2024.q4.{code}.r999",
            Step = code,
            Attempt = ushort.MaxValue,
            Bearer = code,
        };

        var token = Tokens("produksi").Write(longest);

        Assert.InRange(token.Length, 200, 259);
        Assert.Equal(longest, Tokens("produksi").Read(token));
    }

    private static LinkTokens Tokens(string active, params string[] retired)
    {
        var options = new LinkOptions { ActiveKey = active };
        foreach (var id in (string[])[active, .. retired])
        {
            options.Keys[id] = Convert.ToBase64String(
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(id))
            );
        }

        return new LinkTokens(Options.Create(options));
    }
}
