using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sakip.Tests.Webhooks;

/// <summary>A receiver on loopback that keeps what it was sent and answers, one after another, as the test says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _access = new();
    private readonly List<(string Body, IReadOnlyDictionary<string, string> Headers)> _taken = [];
    private readonly Queue<Func<HttpContext, Task>> _answers;

    private WebhookReceiver(WebApplication app, IEnumerable<Func<HttpContext, Task>> answers)
    {
        _app = app;
        _answers = new Queue<Func<HttpContext, Task>>(answers);
    }

    public IReadOnlyList<(string Body, IReadOnlyDictionary<string, string> Headers)> Taken
    {
        get
        {
            lock (_access)
                return [.. _taken];
        }
    }

    public Uri Address => new(_app.Urls.First() + "/sakip");

    /// <param name="answers">The answers in turn; after the last one everything is taken.</param>
    public static async Task<WebhookReceiver> StartAsync(params Func<HttpContext, Task>[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build(), answers);
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public static Func<HttpContext, Task> Status(int status) =>
        context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    public static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static Task Silence(HttpContext context) =>
        Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);

    public static Task Elsewhere(HttpContext context)
    {
        context.Response.Redirect("http://127.0.0.1:9/dalam");
        return Task.CompletedTask;
    }

    /// <summary>Says yes, and then never stops talking.</summary>
    public static async Task Flood(HttpContext context)
    {
        var block = new byte[64 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(block, context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Func<HttpContext, Task>? answer;
        lock (_access)
        {
            // Headers are the server's again when the request is over.
            _taken.Add(
                (
                    body,
                    context.Request.Headers.ToDictionary(
                        header => header.Key,
                        header => header.Value.ToString(),
                        StringComparer.OrdinalIgnoreCase
                    )
                )
            );
            _answers.TryDequeue(out answer);
        }

        if (answer is not null)
            await answer(context);
    }
}
