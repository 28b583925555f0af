using System.Buffers;
using System.Buffers.Text;

namespace Sakip.Host.Functions;

/// <summary>Has workers run functions: what each kind of trigger is handed, and what comes back.</summary>
internal sealed class Invocations(WorkerPool workers, HostSettings settings, FunctionTable functions, string address)
    : IFunctionRunner
{
    private static readonly TypedData EmptyRequest = new() { Http = new RpcHttp() };
    private static readonly JsonParser Details = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    private readonly Dictionary<string, Function> _byName = functions.All.ToDictionary(
        function => function.Name,
        StringComparer.OrdinalIgnoreCase
    );

    // Clients are kept by this text: it stays the same for the life of the process.
    private readonly TypedData _client = Text(
        JsonSerializer.Serialize(
            new
            {
                taskHubName = settings.TaskHub,
                connectionName = (string?)null,
                rpcBaseUrl = address,
                requiredQueryStringParameters = "",
                httpBaseUrl = $"{settings.Urls[0]}/runtime/webhooks/durabletask",
                maxGrpcMessageSizeInBytes = settings.MessageLimit,
                grpcHttpClientTimeout = "\"00:01:40\"",
            }
        )
    );

    /// <summary>The invocation of an HTTP function; the request itself goes another way.</summary>
    public InvocationRequest Http(Function function, RouteValueDictionary routeValues, string? trace)
    {
        var request = New(function, EmptyRequest, trace);
        foreach (var (name, value) in routeValues)
            request.TriggerMetadata[name] = Text(value?.ToString() ?? "");
        return request;
    }

    /// <summary>Runs a timer function; gives why it failed, or null.</summary>
    public async Task<string?> TickAsync(Function function, string timer) =>
        Failure(await InvokeAsync(New(function, new TypedData { Json = timer }), default))?.Message;

    public async Task<OrchestratorResponse> RunTurnAsync(TurnCall call, CancellationToken cancellation)
    {
        var text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(call.Request.Length));
        Base64.EncodeToUtf8(call.Request.Span, text, out _, out var length);
        var input = new TypedData { String = UnsafeByteOperations.UnsafeWrap(text.AsMemory(0, length)) };
        var turn = New(_byName[call.Name], input);
        turn.TriggerMetadata["instanceId"] = Text(call.InstanceId);
        InvocationResponse response;
        try
        {
            response = await InvokeAsync(turn, cancellation);
            // It was sent whole, or there would be no answer.
            ArrayPool<byte>.Shared.Return(text);
        }
        catch (MessageTooLargeException tooLarge)
        {
            throw new TurnFailedException(tooLarge.Message);
        }
        const string Failed = "failed with an unhandled exception.";
        if (Failure(response) is { } failure)
            throw new TurnFailedException($"Function '{call.Name}' {Failed} {failure.Message}");
        var answer = response.ReturnValue?.String.ToStringUtf8() ?? "";
        return OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer));
    }

    public async Task<ActivityOutcome> RunActivityAsync(ActivityCall call, CancellationToken cancellation)
    {
        var input = call.Input is null ? new TypedData() : Text(call.Input);
        var request = New(_byName[call.Name], input);
        request.TriggerMetadata["instanceId"] = Text(call.InstanceId);
        if (call.Input is not null)
            request.TriggerMetadata["data"] = new TypedData { Json = call.Input };
        try
        {
            var response = await InvokeAsync(request, cancellation);
            var failure = Failure(response) is { } failed ? DetailsOf(failed) : null;
            return new(failure is null ? JsonOf(response.ReturnValue) : null, failure);
        }
        catch (MessageTooLargeException tooLarge)
        {
            var reason = $"Activity '{call.Name}': {tooLarge.Message}";
            return new(null, Failures.Of(typeof(MessageTooLargeException).FullName!, reason));
        }
    }

    private static TypedData Text(string text) => new() { String = ByteString.CopyFromUtf8(text) };

    private static string NewTrace() =>
        $"00-{ActivityTraceId.CreateRandom().ToHexString()}-{ActivitySpanId.CreateRandom().ToHexString()}-01";

    /// <summary>Why an invocation failed, or null; a missing status is a failure.</summary>
    public static RpcException? Failure(InvocationResponse response) =>
        response.Result?.Status == StatusResult.Types.Status.Success
            ? null
            : response.Result?.Exception ?? new RpcException { Message = "The function failed without a reason." };

    private async Task<InvocationResponse> InvokeAsync(InvocationRequest request, CancellationToken cancellation) =>
        await (await workers.NextAsync(cancellation)).InvokeAsync(request);

    private InvocationRequest New(Function function, TypedData input, string? trace = null)
    {
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.Id,
            // The worker reads it without asking whether it is there.
            TraceContext = new RpcTraceContext { TraceParent = trace ?? NewTrace() },
        };
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = input });
        foreach (var parameter in function.Clients)
            request.InputData.Add(new ParameterBinding { Name = parameter, Data = _client });
        return request;
    }

    private static string? JsonOf(TypedData? value) =>
        value?.DataCase switch
        {
            TypedData.DataOneofCase.String => JsonSerializer.Serialize(value.String.ToStringUtf8()),
            TypedData.DataOneofCase.Json => value.Json,
            TypedData.DataOneofCase.Bytes => JsonSerializer.Serialize(value.Bytes.ToBase64()),
            TypedData.DataOneofCase.Int => JsonSerializer.Serialize(value.Int),
            TypedData.DataOneofCase.Double => JsonSerializer.Serialize(value.Double),
            _ => null,
        };

    // The worker writes the details as JSON into the first line of the message.
    private static TaskFailureDetails DetailsOf(RpcException failure)
    {
        try
        {
            return Details.Parse<TaskFailureDetails>(failure.Message.Split('\n', 2)[0]);
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidJsonException)
        {
            var parts = failure.Message.Split(": ", 2);
            return parts.Length == 2 ? Failures.Of(parts[0], parts[1]) : Failures.Of(Failures.Unknown, failure.Message);
        }
    }
}
