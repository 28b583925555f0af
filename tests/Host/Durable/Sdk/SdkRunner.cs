using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Protobuf;
using Sakip.Host.Durable;

namespace Sakip.Tests.Host.Durable.Sdk;

/// <summary>What a worker would do, in this process and at once.</summary>
internal sealed class SdkRunner(
    SdkOrchestrators orchestrators,
    IReadOnlyDictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>> activities
) : IFunctionRunner
{
    public DurableFunctions Functions => new(this, orchestrators.Names, activities.Keys.ToHashSet());

    public Task<OrchestratorResponse> RunTurnAsync(TurnCall call, CancellationToken ct)
    {
        try
        {
            return Task.FromResult(orchestrators.Run(call.Name, call.Request.Span));
        }
        catch (Exception exception)
        {
            throw new TurnFailedException(
                $"Function '{call.Name}' failed with an unhandled exception: {exception.Message}",
                exception.GetType().FullName!
            );
        }
    }

    public async Task<ActivityOutcome> RunActivityAsync(ActivityCall call, CancellationToken ct)
    {
        try
        {
            return new ActivityOutcome(JsonDataConverter.Default.Serialize(await activities[call.Name](call, ct)));
        }
        catch (Exception exception)
            when (exception is not WorkerGoneException
                && !(exception is OperationCanceledException && ct.IsCancellationRequested)
            )
        {
            return new ActivityOutcome(null, Details(exception));
        }
    }

    private static TaskFailureDetails? Details(Exception? exception) =>
        exception is null
            ? null
            : new()
            {
                ErrorType = exception.GetType().FullName,
                ErrorMessage = exception.Message,
                StackTrace = exception.StackTrace,
                InnerFailure = Details(exception.InnerException),
            };
}
