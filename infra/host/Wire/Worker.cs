using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Content = Sakip.Host.Wire.StreamingMessage.ContentOneofCase;

namespace Sakip.Host.Wire;

/// <summary>One worker at its stream. Answers come in any order and are told apart by their ids.</summary>
internal sealed class Worker(WorkerStream stream, HostSettings settings, ILoggerFactory loggers)
{
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>();

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _expected = new();
    private volatile bool _gone;
    private volatile bool _hurried;

    /// <summary>Where its web server listens; null when it has none.</summary>
    public string? HttpAddress { get; private set; }

    /// <summary>Carries messages both ways until the stream ends; then everything that runs there has failed.</summary>
    public async Task CarryAsync(CancellationToken cancellation)
    {
        var writing = WriteAsync(cancellation);
        try
        {
            while (await stream.In.MoveNext(cancellation))
                Hear(stream.In.Current);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The worker's process is gone, or the host ends the call.
        }
        finally
        {
            _gone = true;
            _outgoing.Writer.TryComplete();
            Forget();
        }
        await writing;
    }

    public async Task<IReadOnlyList<RpcFunctionMetadata>> GreetAsync()
    {
        var app = settings.AppFolder;
        var greeting = new WorkerInitRequest { HostVersion = "4.0.0", WorkerDirectory = app };
        greeting.FunctionAppDirectory = app;
        var init = await AskAsync(new() { WorkerInitRequest = greeting });
        HttpAddress = init.WorkerInitResponse.Capabilities.GetValueOrDefault("HttpUri");
        if (HttpAddress is not null)
            await WaitForServerAsync(new Uri(HttpAddress));
        var found = await AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = app } });
        return found.FunctionMetadataResponse.FunctionMetadataResults;
    }

    /// <summary>Has a function loaded; null, or why it cannot be.</summary>
    public async Task<string?> LoadAsync(RpcFunctionMetadata function)
    {
        var load = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
        var loaded = await AskAsync(new() { FunctionLoadRequest = load });
        var result = loaded.FunctionLoadResponse.Result;
        return result.Status == StatusResult.Types.Status.Success
            ? null
            : result.Exception?.Message.Split('\n')[0].Trim() ?? "no reason given";
    }

    /// <exception cref="WorkerGoneException">The worker ended before it had answered.</exception>
    /// <exception cref="MessageTooLargeException">The request is larger than a message may be.</exception>
    public async Task<InvocationResponse> InvokeAsync(InvocationRequest request)
    {
        var message = new StreamingMessage { RequestId = request.InvocationId, InvocationRequest = request };
        if (settings.TooLarge(message) is { } tooLarge)
            throw tooLarge;
        return (await AskAsync(message)).InvocationResponse;
    }

    public void Cancel(string invocationId)
    {
        if (_expected.ContainsKey(invocationId))
            Send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } });
    }

    public void CancelAll()
    {
        _hurried = true;
        foreach (var invocation in _expected.Keys)
            Cancel(invocation);
    }

    public void Terminate(TimeSpan grace) =>
        Send(new StreamingMessage { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(grace) } });

    private Task<StreamingMessage> AskAsync(StreamingMessage question)
    {
        if (question.RequestId.Length == 0)
            question.RequestId = Guid.NewGuid().ToString();
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _expected[question.RequestId] = answer;
        Send(question);
        if (_gone)
            Forget();
        return answer.Task;
    }

    // Its web server may come up after its stream.
    private static async Task WaitForServerAsync(Uri server)
    {
        for (var tries = 0; tries < 100 && !await LocalPorts.IsListeningAsync(server.Port); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(50));
    }

    private void Send(StreamingMessage message) => _outgoing.Writer.TryWrite(message);

    private async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation))
                await stream.Out.WriteAsync(message, cancellation);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The reading side notices the same and ends what runs.
        }
    }

    private void Hear(StreamingMessage message)
    {
        if (message.ContentCase == Content.RpcLog)
        {
            Log(message.RpcLog);
            return;
        }
        // What has no content confirms a cancellation or the end.
        if (message.ContentCase == Content.None || !_expected.TryRemove(message.RequestId, out var waiting))
            return;
        if (settings.TooLarge(message) is { } tooLarge)
            waiting.TrySetException(tooLarge);
        // What did not succeed because it was told to end is no outcome: it runs again after the next start.
        else if (_hurried && message.InvocationResponse is { Result.Status: not StatusResult.Types.Status.Success })
            waiting.TrySetException(new WorkerGoneException());
        else
            waiting.TrySetResult(message);
    }

    private void Log(RpcLog log)
    {
        var (logger, level) = (loggers.CreateLogger(log.Category), (LogLevel)log.Level);
        if (log.LogCategory == RpcLog.Types.LogCategory.CustomMetric || !logger.IsEnabled(level))
            return;
        var failure = log.Exception is { } thrown ? $"\n{thrown.Type}: {thrown.Message}\n{thrown.StackTrace}" : "";
        // The worker has formatted it: braces in it are no places for values.
        logger.Log(level, 0, log.Message + failure, null, static (text, _) => text);
    }

    private void Forget()
    {
        foreach (var id in _expected.Keys)
        {
            if (_expected.TryRemove(id, out var waiting))
                waiting.TrySetException(new WorkerGoneException());
        }
    }
}

/// <summary>A message between host and worker is larger than the limit that the host was given.</summary>
internal sealed class MessageTooLargeException(long size, long limit)
    : Exception($"The message has {size} bytes, the limit is {limit}: pass a reference instead of the content.");
