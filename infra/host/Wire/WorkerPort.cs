using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Sakip.Host.Wire;

/// <summary>Serves workers and their clients, on loopback and on a server of its own: it is never public.</summary>
internal sealed class WorkerPort(WebApplication server) : IAsyncDisposable
{
    public string Address =>
        server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

    public static async Task<WorkerPort> OpenAsync(
        Func<WorkerStream, CancellationToken, Task> serve,
        TaskHubService taskHub
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton(HostLog.Servers).AddSingleton(serve).AddSingleton(taskHub).AddRouting();
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = null);
        var server = builder.Build();
        server.MapGrpcService<Stream>();
        server.MapGrpcService<TaskHubService>();
        await server.StartAsync();
        return new WorkerPort(server);
    }

    /// <summary>Ends every call, also that of a worker which would go on answering.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
    }

    private sealed class Stream(Func<WorkerStream, CancellationToken, Task> serve) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(
            IAsyncStreamReader<StreamingMessage> requestStream,
            IServerStreamWriter<StreamingMessage> responseStream,
            ServerCallContext context
        )
        {
            var ct = context.CancellationToken;
            if (!await requestStream.MoveNext(ct) || requestStream.Current.StartStream is null)
                throw new Grpc.Core.RpcException(new(StatusCode.InvalidArgument, "A stream begins with start_stream."));
            await serve(new(requestStream, responseStream), ct);
        }
    }
}

/// <summary>What goes to a worker and comes from it.</summary>
internal sealed record WorkerStream(IAsyncStreamReader<StreamingMessage> In, IServerStreamWriter<StreamingMessage> Out);
