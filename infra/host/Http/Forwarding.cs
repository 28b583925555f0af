using Yarp.ReverseProxy.Forwarder;

namespace Sakip.Host.Http;

/// <summary>Sends an invocation over the stream and its request to the web server; an id joins the two.</summary>
internal sealed class Forwarding(Invocations invocations, WorkerPool workers, ILogger logger) : IDisposable
{
    private static readonly ForwarderRequestConfig Patient = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private static readonly IHttpForwarder Forwarder = new ServiceCollection()
        .AddLogging()
        .AddSingleton(HostLog.Servers)
        .AddHttpForwarder()
        .BuildServiceProvider()
        .GetRequiredService<IHttpForwarder>();

    private readonly HttpMessageInvoker _client = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
        }
    );

    public async Task ForwardAsync(HttpContext http, Function function)
    {
        try
        {
            var worker = await workers.NextAsync(http.RequestAborted);
            var trace = http.Request.Headers.TraceParent is [{ } given] ? given : null;
            var request = invocations.Http(function, http.Request.RouteValues, trace);
            await RunAsync(http, function, worker, request);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            HostLog.Disconnected(logger, function.Name);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task RunAsync(HttpContext http, Function function, Worker worker, InvocationRequest request)
    {
        var running = OutcomeAsync(worker.InvokeAsync(request));
        using var left = http.RequestAborted.Register(() => worker.Cancel(request.InvocationId));
        var transformer = new Transformer(request, running);
        var error = await Forwarder.SendAsync(http, worker.HttpAddress!, _client, Patient, transformer);
        // The function may not have met its request, and would wait for it.
        if (error != ForwarderError.None)
            worker.Cancel(request.InvocationId);
        var failure = await running;
        if (error != ForwarderError.None && http.RequestAborted.IsCancellationRequested)
            HostLog.Disconnected(logger, function.Name);
        else if (failure is not null)
            Fail(http, function, failure);
    }

    // What a function throws is an empty 500; where its answer is under way, that is broken off.
    private void Fail(HttpContext http, Function function, string failure)
    {
        HostLog.FunctionFailed(logger, function.Name, failure);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }
        var status = http.Response.StatusCode;
        http.Response.Clear();
        http.Response.StatusCode = status is StatusCodes.Status502BadGateway or StatusCodes.Status504GatewayTimeout
            ? status
            : StatusCodes.Status500InternalServerError;
    }

    private static async Task<string?> OutcomeAsync(Task<InvocationResponse> running)
    {
        try
        {
            return Invocations.Failure(await running)?.Message;
        }
        catch (Exception error) when (error is WorkerGoneException or MessageTooLargeException)
        {
            return error.Message;
        }
    }

    private sealed class Transformer(InvocationRequest invocation, Task<string?> running) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext,
            HttpRequestMessage proxyRequest,
            string destinationPrefix,
            CancellationToken ct
        )
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, ct);
            proxyRequest.Headers.Host = null;
            var request = httpContext.Request;
            // The peer is added to whom the caller names; everything else that it says of itself is replaced.
            var peer = httpContext.Connection.RemoteIpAddress?.ToString();
            Set(proxyRequest, "X-Forwarded-For", StringValues.Concat(request.Headers["X-Forwarded-For"], peer));
            Set(proxyRequest, "X-Forwarded-Host", request.Host.Value);
            Set(proxyRequest, "X-Forwarded-Proto", request.Scheme);
            Set(proxyRequest, "traceparent", invocation.TraceContext.TraceParent);
            Set(proxyRequest, "x-ms-invocation-id", invocation.InvocationId);
        }

        // A function that failed without a body is an empty 200 here: only the invocation's outcome tells. A body that
        // comes goes on at once.
        public override async ValueTask<bool> TransformResponseAsync(
            HttpContext httpContext,
            HttpResponseMessage? proxyResponse,
            CancellationToken ct
        )
        {
            var hasBody = await base.TransformResponseAsync(httpContext, proxyResponse, ct);
            if (proxyResponse is null || !IsEmpty(httpContext, proxyResponse))
                return hasBody;
            return await running is null && hasBody;
        }

        private static bool IsEmpty(HttpContext http, HttpResponseMessage response) =>
            response.Content.Headers.ContentLength == 0
            || HttpMethods.IsHead(http.Request.Method)
            || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified;

        private static void Set(HttpRequestMessage request, string name, StringValues values)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values.ToArray());
        }
    }
}
