using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Sakip.Kernel;

namespace Sakip.Functions.Hosting;

/// <summary>Says of every timer function that it has finished; an alert fires when one no longer does.</summary>
internal sealed partial class TimerLog(ILogger<TimerLog> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        var bindings = context.FunctionDefinition.InputBindings.Values;
        if (bindings.Any(binding => binding.Type.Equals("timerTrigger", StringComparison.OrdinalIgnoreCase)))
            LogFinished(context.FunctionDefinition.Name);
    }

    [LoggerMessage(EventIds.TimerFinished, LogLevel.Information, "Timer function {Function} has finished.")]
    private partial void LogFinished(string function);
}
