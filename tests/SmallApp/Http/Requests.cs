using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sakip.SmallApp.Hosting;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace Sakip.SmallApp.Http;

/// <summary>What reaches a function of a request, and requests that take their time.</summary>
public sealed class Requests(Desk desk, ILoggerFactory logs)
{
    [Function("Echo")]
    public IResult Echo([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post")] HttpRequest request) =>
        HttpResults.Json(
            new
            {
                request.Method,
                request.Scheme,
                Host = request.Host.Value,
                Remote = request.HttpContext.Connection.RemoteIpAddress?.MapToIPv4().ToString(),
                Path = request.Path.Value,
                Query = request.QueryString.Value,
                request.ContentType,
                request.Protocol,
                Headers = request.Headers.ToDictionary(
                    header => header.Key.ToLowerInvariant(),
                    header => header.Value.ToString()
                ),
            }
        );

    [Function("Invocation")]
    public IResult Invocation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "invocation/{unit}")] HttpRequest request,
        FunctionContext context
    ) =>
        HttpResults.Json(
            new
            {
                context.InvocationId,
                Header = request.Headers["x-ms-invocation-id"].ToString(),
                context.FunctionDefinition.Name,
                context.FunctionDefinition.EntryPoint,
                Unit = context.BindingContext.BindingData["unit"]?.ToString(),
                context.TraceContext.TraceParent,
            }
        );

    [Function("Form")]
    public async Task<IResult> Form([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var files = form.Files.Select(file => $" {file.FileName} {file.Length}");
        return HttpResults.Text($"{form["value"]}{string.Concat(files)}");
    }

    [Function("Bound")]
    public IResult Bound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request,
        [FromBody] Item item
    ) => HttpResults.Text($"{item.UnitCode} {item.Level}");

    [Function("Size")]
    public async Task<IResult> Size([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        try
        {
            var (total, buffer) = (0L, new byte[81920]);
            while (await request.Body.ReadAsync(buffer) is > 0 and var read)
                total += read;
            return HttpResults.Text(total.ToString(CultureInfo.InvariantCulture));
        }
        catch (BadHttpRequestException error)
        {
            return HttpResults.StatusCode(error.StatusCode);
        }
    }

    [Function("Big")]
    public IResult Big(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "big/{megabytes:int}")] HttpRequest request,
        int megabytes
    ) =>
        HttpResults.Stream(
            async body =>
            {
                var piece = new byte[1024 * 1024];
                for (var n = 0; n < megabytes; n++)
                    await body.WriteAsync(piece);
            },
            "application/octet-stream"
        );

    [Function("Events")]
    public IResult Events([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        HttpResults.Stream(
            async body =>
            {
                await body.WriteAsync("data: one\n\n"u8.ToArray());
                await body.FlushAsync();
                await desk.WaitForAsync("second-event");
                await body.WriteAsync("data: two\n\n"u8.ToArray());
            },
            "text/event-stream"
        );

    [Function("Slow")]
    public async Task<IResult> Slow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow/{file}")] HttpRequest request,
        string file,
        CancellationToken ending
    )
    {
        desk.Note($"slow {file} begun");
        await desk.WaitForAsync(file, CancellationToken.None);
        return HttpResults.Text($"told to end: {ending.IsCancellationRequested}");
    }

    [Function("Waits")]
    public async Task Waits([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        desk.Note("waits begun");
        var aborted = request.HttpContext.RequestAborted;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted)
            .ContinueWith(_ => { }, TaskScheduler.Default);
        desk.Note($"waits aborted: {aborted.IsCancellationRequested}");
    }

    [Function("UntilTold")]
    public async Task<IResult> UntilTold(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        CancellationToken ending
    )
    {
        desk.Note("until told begun");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending)
            .ContinueWith(_ => { }, TaskScheduler.Default);
        return HttpResults.Text($"told to end: {ending.IsCancellationRequested}");
    }

    [Function("Process")]
    public IResult Process([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        HttpResults.Text(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    [Function("Setting")]
    public IResult Setting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "settings/{name}")] HttpRequest request,
        string name
    ) => HttpResults.Text(Environment.GetEnvironmentVariable(name) ?? "");

    [Function("Now")]
    public IResult Now(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        FunctionContext context
    ) => HttpResults.Text($"{context.InstanceServices.GetRequiredService<TimeProvider>().GetUtcNow():u}");

    [Function("Logs")]
    public void Logs([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        logs.CreateLogger("SmallApp.Spoken").LogInformation("said aloud {Number}", 42);
        logs.CreateLogger("SmallApp.Other").LogInformation("said below the level");
        logs.CreateLogger("SmallApp.Silent").LogError("said into the void");
    }
}
