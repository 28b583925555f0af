using Grpc.Core;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.DurableTask.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sakip.Tests.Host.Durable.Sdk;

/// <summary>Brings the calls of the official client to the service without a network.</summary>
internal sealed class DirectCalls : CallInvoker
{
    private readonly Methods methods = new();

    private DirectCalls(TaskHubSidecarService.TaskHubSidecarServiceBase service) =>
        TaskHubSidecarService.BindService(methods, service);

    public static DurableTaskClient Client(TaskHubSidecarService.TaskHubSidecarServiceBase service) =>
        new GrpcDurableTaskClient(
            "tests",
            new GrpcDurableTaskClientOptions { CallInvoker = new DirectCalls(service) },
            NullLogger.Instance
        );

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    ) =>
        new(
            RunAsync<TResponse>(() =>
                ((UnaryServerMethod<TRequest, TResponse>)methods[method.FullName])(request, new Context(options))
            ),
            Task.FromResult(Metadata.Empty),
            () => Status.DefaultSuccess,
            () => [],
            () => { }
        );

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    )
    {
        var written = new Written<TResponse>();
        var called = RunAsync(async () =>
        {
            var serve = (ServerStreamingServerMethod<TRequest, TResponse>)methods[method.FullName];
            await serve(request, written, new Context(options));
            return true;
        });
        written.Done = called;
        return new(written, Task.FromResult(Metadata.Empty), () => Status.DefaultSuccess, () => [], () => { });
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    ) => throw new NotSupportedException();

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    ) => throw new NotSupportedException();

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    ) => throw new NotSupportedException();

    /// <summary>Turns an exception into a status, as a gRPC server does.</summary>
    private static async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            var code = exception is OperationCanceledException ? StatusCode.Cancelled : StatusCode.Unknown;
            throw new RpcException(new Status(code, exception.Message, exception));
        }
    }

    private sealed class Methods : ServiceBinderBase
    {
        private readonly Dictionary<string, Delegate> byName = [];

        public Delegate this[string name] => byName[name];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            UnaryServerMethod<TRequest, TResponse>? handler
        ) => byName.Add(method.FullName, handler!);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ServerStreamingServerMethod<TRequest, TResponse>? handler
        ) => byName.Add(method.FullName, handler!);
    }

    private sealed class Written<T> : IServerStreamWriter<T>, IAsyncStreamReader<T>
    {
        private readonly Queue<T> items = [];

        public Task Done { get; set; } = Task.CompletedTask;

        public WriteOptions? WriteOptions { get; set; }

        public T Current { get; private set; } = default!;

        public Task WriteAsync(T message)
        {
            items.Enqueue(message);
            return Task.CompletedTask;
        }

        public Task WriteAsync(T message, CancellationToken cancellationToken) => WriteAsync(message);

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            await Done;
            if (!items.TryDequeue(out var next))
                return false;
            Current = next;
            return true;
        }
    }

    private sealed class Context(CallOptions options) : ServerCallContext
    {
        protected override string MethodCore => "";

        protected override string HostCore => "";

        protected override string PeerCore => "";

        protected override DateTime DeadlineCore => options.Deadline ?? DateTime.MaxValue;

        protected override Metadata RequestHeadersCore => options.Headers ?? [];

        protected override CancellationToken CancellationTokenCore => options.CancellationToken;

        protected override Metadata ResponseTrailersCore => [];

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore => new("", []);

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
    }
}
