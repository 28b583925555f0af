using Microsoft.Extensions.Options;
using Sakip.Tests.Webhooks;
using Sakip.Webhooks;

namespace Sakip.Tests.Orchestrations.Webhooks;

/// <summary>Receivers misbehave; what happened is known and said in words.</summary>
public sealed class WebhookSenderTests
{
    private static readonly WebhookEvent Told = new(
        "biro:2024:1",
        "quarter.locked",
        "biro",
        2024,
        1,
        default,
        "quarter:biro:2024:q1",
        null
    );

    [Fact]
    public async Task A_receiver_that_takes_it_gets_the_bytes_that_were_signed()
    {
        await using var receiver = await WebhookReceiver.StartAsync(WebhookReceiver.Status(204));
        using var sender = Sender(TimeSpan.FromSeconds(30));

        var result = await SendAsync(sender, receiver.Address);

        var (body, headers) = Assert.Single(receiver.Taken);
        Assert.Equal(new SendResult(204, null, false), result);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(Told.Bytes()), body);
        Assert.Equal(
            ("t=1,v1=ab", "quarter.locked", "biro:2024:1"),
            (headers["Sakip-Signature"], headers["Sakip-Event"], headers["Sakip-Delivery"])
        );
    }

    [Fact]
    public async Task One_that_fails_hangs_up_or_says_nothing_is_tried_again_and_one_that_sends_us_elsewhere_is_not()
    {
        await using var receiver = await WebhookReceiver.StartAsync(
            WebhookReceiver.Status(500),
            WebhookReceiver.HangUp,
            WebhookReceiver.Silence,
            WebhookReceiver.Elsewhere,
            WebhookReceiver.Status(410),
            WebhookReceiver.Flood
        );
        using var sender = Sender(TimeSpan.FromSeconds(2));
        var results = new List<SendResult>();
        for (var i = 0; i < 6; i++)
            results.Add(await SendAsync(sender, receiver.Address));

        Assert.Equal([500, null, null, 302, 410, 200], results.Select(result => result.Status));
        Assert.Equal([false, false, false, true, true, false], results.Select(result => result.IsFinal));
        Assert.Null(results[5].Error);
        Assert.All(results.Take(5), result => Assert.EndsWith(".", result.Error));
        Assert.Equal(6, receiver.Taken.Count);
    }

    [Fact]
    public async Task Nothing_leaves_for_this_machine_where_the_setting_does_not_allow_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var sender = new WebhookSender(Options.Create(new WebhookOptions()));

        var result = await SendAsync(sender, receiver.Address);
        var named = await SendAsync(sender, new Uri("https://localhost.localdomain.:" + receiver.Address.Port));

        Assert.True(result.IsFinal);
        Assert.NotNull(named.Error);
        Assert.Empty(receiver.Taken);
    }

    private static Task<SendResult> SendAsync(WebhookSender sender, Uri address) =>
        sender.SendAsync(address, Told, Told.Bytes(), "t=1,v1=ab", TestContext.Current.CancellationToken);

    private static WebhookSender Sender(TimeSpan patience) =>
        new(Options.Create(new WebhookOptions { AllowLoopback = true, Timeout = patience }));
}
