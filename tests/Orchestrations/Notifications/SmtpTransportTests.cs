using Sakip.Notifications;

namespace Sakip.Tests.Orchestrations.Notifications;

public sealed class SmtpTransportTests
{
    private static readonly MailOptions Options = new() { FromAddress = "sakip@biro.invalid" };

    [Theory]
    [InlineData("starttls", SmtpSecurity.StartTls)]
    [InlineData("tls", SmtpSecurity.Tls)]
    public async Task A_message_arrives_over_tls_as_it_was_composed(string mode, SmtpSecurity security)
    {
        await using var server = await SmtpServer.StartAsync(mode);
        var message = Sample.Message();

        await Transport(server, security: security).SendAsync(message, TestContext.Current.CancellationToken);

        var received = Assert.Single(server.Received);
        Assert.Equal(message.Subject, received.Subject);
        Assert.Equal(message.Text, received.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(message.Html, received.HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task After_a_crash_past_acceptance_the_repeated_mail_has_the_same_message_id()
    {
        await using var server = await SmtpServer.StartAsync();
        var transport = Transport(server);

        await transport.SendAsync(Sample.Message(), TestContext.Current.CancellationToken);
        await transport.SendAsync(Sample.Message(), TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Received.Count);
        Assert.Single(server.Received.Select(mime => mime.MessageId).Distinct());
    }

    [Fact]
    public async Task A_connection_lost_before_the_answer_may_be_retried_with_the_same_message_id()
    {
        await using var server = await SmtpServer.StartAsync();
        var message = Sample.MessageTo("putus@biro.invalid");

        var fault = await FailAsync(Transport(server), message);

        Assert.Equal(DeliveryFault.Temporary, fault.Fault);
        Assert.Equal(message.MessageId, Assert.Single(server.Received).MessageId);
    }

    [Fact]
    public async Task A_greylisting_server_gets_the_message_at_the_next_try()
    {
        await using var server = await SmtpServer.StartAsync();
        var message = Sample.MessageTo("nanti@biro.invalid");

        var fault = await FailAsync(Transport(server), message);
        await Transport(server).SendAsync(message, TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryFault.Temporary, fault.Fault);
        Assert.Contains("451", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("tidak-ada@biro.invalid", DeliveryFault.RecipientRefused)]
    [InlineData("spam@biro.invalid", DeliveryFault.Refused)]
    public async Task A_final_refusal_is_told_apart_and_names_no_address(string email, DeliveryFault expected)
    {
        await using var server = await SmtpServer.StartAsync();

        var fault = await FailAsync(Transport(server), Sample.MessageTo(email));

        Assert.Equal(expected, fault.Fault);
        Assert.DoesNotContain("@", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_a_passing_fault()
    {
        await using var server = await SmtpServer.StartAsync();
        var transport = Transport(server, timeout: TimeSpan.FromSeconds(1));

        var fault = await FailAsync(transport, Sample.MessageTo("bungkam@biro.invalid"));

        Assert.Equal(DeliveryFault.Temporary, fault.Fault);
    }

    [Fact]
    public async Task A_server_that_is_away_is_a_passing_fault()
    {
        var server = await SmtpServer.StartAsync();
        await server.DisposeAsync();

        var fault = await FailAsync(Transport(server), Sample.Message());

        Assert.Equal(DeliveryFault.Temporary, fault.Fault);
    }

    [Fact]
    public async Task A_wrong_password_is_for_the_administrator()
    {
        await using var server = await SmtpServer.StartAsync();

        var fault = await FailAsync(Transport(server, password: "salah"), Sample.Message());

        Assert.Equal(DeliveryFault.Refused, fault.Fault);
        Assert.DoesNotContain("salah", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Nothing_is_sent_to_a_server_whose_certificate_is_not_trusted(string? pinned)
    {
        await using var server = await SmtpServer.StartAsync();
        var options = new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = server.Port,
            User = "sakip",
            Password = "rahasia",
            CertificateSha256 = pinned,
        };

        var fault = await FailAsync(new SmtpTransport(options, Options), Sample.Message());

        Assert.Equal(DeliveryFault.Refused, fault.Fault);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_cancelled_caller_is_not_a_failed_delivery()
    {
        await using var server = await SmtpServer.StartAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Transport(server).SendAsync(Sample.Message(), new CancellationToken(canceled: true))
        );
    }

    private static Task<MessageDeliveryException> FailAsync(SmtpTransport transport, ComposedMessage message) =>
        Assert.ThrowsAsync<MessageDeliveryException>(() =>
            transport.SendAsync(message, TestContext.Current.CancellationToken)
        );

    private static SmtpTransport Transport(
        SmtpServer server,
        SmtpSecurity security = SmtpSecurity.StartTls,
        string password = "rahasia",
        TimeSpan? timeout = null
    ) =>
        new(
            new SmtpOptions
            {
                Host = "127.0.0.1",
                Port = server.Port,
                Security = security,
                User = "sakip",
                Password = password,
                CertificateSha256 = server.CertificateSha256,
                Timeout = timeout ?? TimeSpan.FromSeconds(30),
            },
            Options
        );
}
