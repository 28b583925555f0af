using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Sakip.Approvals;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>security.md 6: nobody learns why a link does not hold, and nothing opens when storage is away.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class LinkSecrecyTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task Forged_unknown_revoked_and_expired_links_cost_the_same_work()
    {
        var counter = new RequestCounter();
        var office = await SmallOffice.OpenAsync(emulated, "kerja-sama", storage: Counted(emulated, counter));
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var genuine = TokenOf(office.Letters.Last);
        var tampered = genuine[..^5] + (genuine[^5] == 'A' ? 'B' : 'A') + genuine[^4..];
        var ticket = office.Tokens.Read(genuine)!;
        string[] useless =
        [
            tampered,
            "x",
            new string('x', 120),
            genuine.Replace("v1.uji.", "v1.lain.", StringComparison.Ordinal),
            office.Tokens.Write(ticket with { Expires = 1 }),
            office.Tokens.Write(ticket with { Subject = "agreement.tak-ada.2024.0" }),
            office.Tokens.Write(ticket with { Nonce = OneTimeCodes.NewNonce() }),
            office.Tokens.Write(ticket with { Bearer = "p01" }),
            office.Tokens.Write(ticket with { Audience = (LinkAudience)9 }),
        ];

        counter.Take();
        var reads = new List<int>();
        foreach (var token in useless)
        {
            Assert.Null(await office.Door.OpenAsync(token, Cancellation));
            reads.Add(counter.Take());
        }

        Assert.All(reads, count => Assert.Equal(1, count));
        Assert.NotNull(await office.Door.OpenAsync(genuine, Cancellation));
    }

    [Fact]
    public async Task While_storage_is_away_no_link_opens_and_no_code_counts_as_right()
    {
        var away = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(2) } };
        var gone = Regex.Replace(
            emulated.ConnectionString,
            "TableEndpoint=http://[^/]+/",
            "TableEndpoint=http://127.0.0.1:1/"
        );
        var office = await SmallOffice.OpenAsync(emulated, "tertutup");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var storage = new OfficeStorage(
            new TableServiceClient(gone, away),
            new BlobServiceClient(emulated.ConnectionString)
        );
        var door = new LinkDoor(storage, office.Tokens, office.Plans, office.Clock);

        await Assert.ThrowsAnyAsync<Exception>(() => door.OpenAsync(TokenOf(office.Letters.Last), Cancellation));
    }
}
