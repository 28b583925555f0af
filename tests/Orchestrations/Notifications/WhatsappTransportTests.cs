using Microsoft.AspNetCore.Http;
using Sakip.Notifications;

namespace Sakip.Tests.Orchestrations.Notifications;

public sealed class WhatsappTransportTests : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_message_with_a_link_goes_as_the_approved_template_for_tasks()
    {
        await using var gateway = await WhatsappGateway.StartAsync(200, WhatsappGateway.Accepted);

        await Transport(gateway).SendAsync(Sample.Message(), TestContext.Current.CancellationToken);

        var body = Assert.Single(gateway.Bodies);
        Assert.Equal("whatsapp", body.GetProperty("messaging_product").GetString());
        Assert.Equal("628110000001", body.GetProperty("to").GetString());
        var template = body.GetProperty("template");
        Assert.Equal("sakip_permintaan", template.GetProperty("name").GetString());
        Assert.Equal("id", template.GetProperty("language").GetProperty("code").GetString());
        var words = template
            .GetProperty("components")[0]
            .GetProperty("parameters")
            .EnumerateArray()
            .Select(parameter => parameter.GetProperty("text").GetString())
            .ToList();
        Assert.Equal(["Wayan Contoh", Sample.Message().Subject, Sample.Message().Link!.AbsoluteUri], words);
        Assert.Equal("Bearer kunci", gateway.Headers[0]["Authorization"]);
        Assert.Equal(Sample.Message().MessageId, gateway.Headers[0]["Idempotency-Key"]);
    }

    [Fact]
    public async Task A_message_without_a_link_goes_as_the_template_for_news()
    {
        await using var gateway = await WhatsappGateway.StartAsync(200, WhatsappGateway.Accepted);

        await Transport(gateway).SendAsync(Sample.Message(link: false), TestContext.Current.CancellationToken);

        var template = Assert.Single(gateway.Bodies).GetProperty("template");
        Assert.Equal("sakip_pemberitahuan", template.GetProperty("name").GetString());
        Assert.Equal(2, template.GetProperty("components")[0].GetProperty("parameters").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_gets_one_without_consent_or_number_and_a_code_never_goes_this_way()
    {
        await using var gateway = await WhatsappGateway.StartAsync(200, WhatsappGateway.Accepted);
        ComposedMessage[] kept =
        [
            Sample.Message(to: Sample.Operator with { WhatsappConsent = false }),
            Sample.Message(to: Sample.Operator with { Whatsapp = null }),
            Sample.Message(MessageKind.OneTimeCode),
            Sample.Message(MessageKind.SignInCode),
        ];

        foreach (var message in kept)
        {
            await Transport(gateway).SendAsync(message, TestContext.Current.CancellationToken);
        }

        Assert.Empty(gateway.Bodies);
    }

    [Theory]
    [InlineData(429, DeliveryFault.Temporary)]
    [InlineData(500, DeliveryFault.Temporary)]
    [InlineData(503, DeliveryFault.Temporary)]
    [InlineData(400, DeliveryFault.RecipientRefused)]
    [InlineData(401, DeliveryFault.Refused)]
    [InlineData(302, DeliveryFault.Refused)]
    public async Task The_gateways_answer_says_whether_to_try_again(int status, DeliveryFault expected)
    {
        await using var gateway = await WhatsappGateway.StartAsync(status, "");

        Assert.Equal(expected, (await FailAsync(gateway)).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>login</html>")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"error":{"message":"no"}}""")]
    public async Task Two_hundred_without_an_acceptance_is_not_sent(string body)
    {
        await using var gateway = await WhatsappGateway.StartAsync(200, body);

        Assert.True((await FailAsync(gateway)).IsTemporary);
    }

    [Fact]
    public async Task A_gateway_that_hangs_up_is_a_passing_fault()
    {
        await using var gateway = await WhatsappGateway.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.True((await FailAsync(gateway)).IsTemporary);
    }

    [Fact]
    public async Task A_gateway_that_never_answers_is_a_passing_fault()
    {
        await using var gateway = await WhatsappGateway.StartAsync(context =>
            Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default)
        );

        Assert.True((await FailAsync(gateway, TimeSpan.FromSeconds(1))).IsTemporary);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        await using var gateway = await WhatsappGateway.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string(' ', 4096));
            }
        });

        Assert.True((await FailAsync(gateway)).IsTemporary);
    }

    private Task<MessageDeliveryException> FailAsync(WhatsappGateway gateway, TimeSpan? timeout = null) =>
        Assert.ThrowsAsync<MessageDeliveryException>(() =>
            Transport(gateway, timeout).SendAsync(Sample.Message(), TestContext.Current.CancellationToken)
        );

    private WhatsappTransport Transport(WhatsappGateway gateway, TimeSpan? timeout = null) =>
        new(
            _http,
            new WhatsappOptions
            {
                Endpoint = gateway.Endpoint,
                Token = "kunci",
                Timeout = timeout ?? TimeSpan.FromSeconds(15),
            }
        );
}
