using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sakip.Tests.Orchestrations.Notifications;

/// <summary>A gateway on loopback that keeps what it was sent and answers as the test says.</summary>
public sealed class WhatsappGateway : IAsyncDisposable
{
    public const string Accepted = """{"messaging_product":"whatsapp","messages":[{"id":"wamid.1"}]}""";

    private readonly WebApplication _app;

    private WhatsappGateway(WebApplication app) => _app = app;

    public List<JsonElement> Bodies { get; } = [];

    public List<Dictionary<string, string>> Headers { get; } = [];

    public Uri Endpoint => new(_app.Urls.First() + "/v1/628000/messages");

    public static async Task<WhatsappGateway> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new WhatsappGateway(builder.Build());
        gateway._app.MapPost(
            "/v1/628000/messages",
            async context =>
            {
                gateway.Headers.Add(
                    context.Request.Headers.ToDictionary(
                        header => header.Key,
                        header => header.Value.ToString(),
                        StringComparer.OrdinalIgnoreCase
                    )
                );
                gateway.Bodies.Add((await JsonDocument.ParseAsync(context.Request.Body)).RootElement);
                await answer(context);
            }
        );
        await gateway._app.StartAsync();
        return gateway;
    }

    public static Task<WhatsappGateway> StartAsync(int status, string body) =>
        StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
