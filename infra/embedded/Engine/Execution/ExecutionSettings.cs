using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>What every execution needs to know of the engine.</summary>
internal sealed record ExecutionSettings(
    DataConverter Converter,
    TimeSpan MaximumTimerInterval,
    ILoggerFactory Loggers,
    Func<string, OrchestratorInvoker?> FindOrchestrator);
