using Google.Protobuf;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sakip.Tests.Host.Durable.Sdk;

/// <summary>Orchestrator functions as the official SDK runs them, without a worker.</summary>
internal sealed class SdkOrchestrators : IDisposable
{
    private readonly IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators;
    private readonly DataConverter converter;
    private readonly ServiceProvider services;
    private readonly ExtendedSessionsCache sessions = new();

    /// <param name="orchestrators">The functions by name.</param>
    /// <param name="converter">Serialises everything; the SDK's own if null.</param>
    /// <param name="loggers">Where orchestrators write.</param>
    public SdkOrchestrators(
        IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators,
        DataConverter? converter = null,
        ILoggerFactory? loggers = null
    )
    {
        this.orchestrators = orchestrators;
        this.converter = converter ?? JsonDataConverter.Default;
        var options = new DurableTaskWorkerOptions { DataConverter = this.converter };
        services = new ServiceCollection()
            .AddSingleton(new DurableTaskShimFactory(options, loggers ?? NullLoggerFactory.Instance))
            .BuildServiceProvider();
    }

    public ISet<string> Names => orchestrators.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);

    public OrchestratorResponse Run(string name, ReadOnlySpan<byte> request) =>
        OrchestratorResponse.Parser.ParseFrom(
            Convert.FromBase64String(
                GrpcOrchestrationRunner.LoadAndRun(
                    Convert.ToBase64String(request),
                    new Function(orchestrators[name], converter),
                    sessions,
                    services
                )
            )
        );

    public OrchestratorResponse Run(string name, OrchestratorRequest request) => Run(name, request.ToByteArray());

    public void Dispose()
    {
        sessions.Dispose();
        services.Dispose();
    }

    /// <summary>A function's input is read by the function, as the Functions worker has it.</summary>
    private sealed class Function(Func<TaskOrchestrationContext, Task<object?>> run, DataConverter converter)
        : ITaskOrchestrator
    {
        public Type InputType => typeof(object);

        public Type OutputType => typeof(object);

        public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) =>
            run(new SdkContext(context, input, converter));
    }
}
