using Microsoft.Extensions.Options;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Storage;
using Sakip.Webhooks;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Webhooks;

/// <summary>Secrets of receivers outlive the key that sealed them.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class WebhookSecretTests(EmulatedStorage emulated)
{
    private const string Hook = "0a1b2c3d";

    [Fact]
    public async Task The_sweep_seals_both_secrets_again_with_the_active_key_and_moves_no_cursor_back()
    {
        var office = await SmallOffice.OpenAsync(emulated, "segel-ulang");
        var (bound, links) = (Keys.Join(office.Unit, Hook), new LinkOptions { ActiveKey = "k1" });
        links.Keys["k1"] = Convert.ToBase64String(new byte[32]);
        var before = new WebhookSecrets(Options.Create(links));
        await office.Storage.Webhooks.AddEntityAsync(
            new WebhookRow
            {
                PartitionKey = WebhookKeys.Office(office.Unit),
                RowKey = WebhookKeys.Of(Hook),
                Url = "https://penerima.example/",
                Topics = "quarter",
                Secret = before.Seal("rahasia", bound),
                FormerSecret = before.Seal("yang lama", bound),
            },
            Cancellation
        );
        await office.Storage.Webhooks.AddEntityAsync(
            new WebhookCursorRow
            {
                PartitionKey = WebhookKeys.Office(office.Unit),
                RowKey = WebhookKeys.Cursor(Hook, 2024),
                Sequence = 99,
            },
            Cancellation
        );
        var rotated = new LinkOptions { ActiveKey = "k2" };
        rotated.Keys["k1"] = links.Keys["k1"];
        rotated.Keys["k2"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]);

        await new WebhookFeed(
            office.Storage,
            office.Book,
            new WebhookSecrets(Options.Create(rotated)),
            office.Clock
        ).RunAsync(new OfficeYear(office.Unit, 2024), office.Client.Object, Cancellation);

        rotated.Keys.Remove("k1");
        var after = new WebhookSecrets(Options.Create(rotated));
        var row = (
            await office.Storage.Webhooks.FindAsync<WebhookRow>(
                WebhookKeys.Office(office.Unit),
                WebhookKeys.Of(Hook),
                Cancellation
            )
        )!;
        Assert.Equal(("rahasia", "yang lama"), (after.Open(row.Secret, bound), after.Open(row.FormerSecret!, bound)));
        var cursor = await office.Storage.Webhooks.FindAsync<WebhookCursorRow>(
            WebhookKeys.Office(office.Unit),
            WebhookKeys.Cursor(Hook, 2024),
            Cancellation
        );
        Assert.Equal(99, cursor!.Sequence);
    }
}
