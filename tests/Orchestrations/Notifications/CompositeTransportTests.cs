using Microsoft.Extensions.Logging.Abstractions;
using Sakip.Notifications;

namespace Sakip.Tests.Orchestrations.Notifications;

public sealed class CompositeTransportTests
{
    [Fact]
    public async Task A_message_goes_by_mail_first_and_then_by_its_companions()
    {
        var sent = new List<string>();

        await Composite(new Stand("mail", sent), new Stand("wa", sent), new Stand("sms", sent))
            .SendAsync(Sample.Message(), TestContext.Current.CancellationToken);

        Assert.Equal(["mail", "wa", "sms"], sent);
    }

    [Fact]
    public async Task A_companion_that_fails_neither_fails_the_mail_nor_stops_the_next()
    {
        var sent = new List<string>();

        await Composite(new Stand("mail", sent), new Stand("wa", sent, DeliveryFault.Refused), new Stand("sms", sent))
            .SendAsync(Sample.Message(), TestContext.Current.CancellationToken);

        Assert.Equal(["mail", "sms"], sent);
    }

    [Fact]
    public async Task When_the_mail_is_not_accepted_nothing_else_goes_out_yet()
    {
        var sent = new List<string>();

        await Assert.ThrowsAsync<MessageDeliveryException>(() =>
            Composite(new Stand("mail", sent, DeliveryFault.Temporary), new Stand("wa", sent))
                .SendAsync(Sample.Message(), TestContext.Current.CancellationToken)
        );

        Assert.Empty(sent);
    }

    private static CompositeTransport Composite(IMessageTransport mail, params IMessageTransport[] companions) =>
        new(mail, companions, NullLogger<CompositeTransport>.Instance);

    private sealed class Stand(string name, List<string> sent, DeliveryFault? fault = null) : IMessageTransport
    {
        public Task SendAsync(ComposedMessage message, CancellationToken cancellation)
        {
            if (fault is { } kind)
            {
                throw new MessageDeliveryException(kind, "tidak diterima");
            }

            sent.Add(name);
            return Task.CompletedTask;
        }
    }
}
