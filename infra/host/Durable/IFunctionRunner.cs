namespace Sakip.Host.Durable;

/// <summary>Runs the app's orchestrators and activities: a worker in the product, the official SDK in tests.</summary>
internal interface IFunctionRunner
{
    /// <exception cref="WorkerGoneException">Nobody finished the turn; the engine runs it again.</exception>
    /// <exception cref="TurnFailedException">The turn cannot be run; its instance fails, and nothing else.</exception>
    Task<OrchestratorResponse> RunTurnAsync(TurnCall call, CancellationToken cancellation);

    /// <exception cref="WorkerGoneException">Nobody finished it; the engine runs it again.</exception>
    Task<ActivityOutcome> RunActivityAsync(ActivityCall call, CancellationToken cancellation);
}

/// <summary>A turn; the serialized <see cref="OrchestratorRequest"/> is the engine's memory again afterwards.</summary>
internal sealed record TurnCall(string InstanceId, string Name, ReadOnlyMemory<byte> Request);

/// <summary>A call of an activity, with the JSON of its one argument; null for none.</summary>
internal sealed record ActivityCall(string InstanceId, string Name, string? Input);

/// <summary>What came of an activity: the JSON of its result, null for none, or why it failed.</summary>
internal sealed record ActivityOutcome(string? Result, TaskFailureDetails? Failure = null);

internal sealed class WorkerGoneException(string message = "The worker is gone.", Exception? cause = null)
    : Exception(message, cause);

/// <summary>The worker could not run a turn, for instance because an event's payload has the wrong shape.</summary>
internal sealed class TurnFailedException(string message, string errorType = Failures.Unknown) : Exception(message)
{
    public string ErrorType => errorType;
}

/// <summary>Who runs the app's durable functions, and their names, which any case finds.</summary>
internal sealed record DurableFunctions(IFunctionRunner Runner, ISet<string> Orchestrators, ISet<string> Activities);
