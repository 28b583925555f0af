using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Hosting;

/// <summary>
/// Turns what an activity throws into a lean, typed failure before the Durable extension writes it down: a middleware
/// would come too late, since the extension has by then put the stack trace into the message.
/// </summary>
internal sealed partial class LeanFailures(IFunctionExecutor inner, ILogger<LeanFailures> log) : IFunctionExecutor
{
    public async ValueTask ExecuteAsync(FunctionContext context)
    {
        try
        {
            await inner.ExecuteAsync(context);
        }
        catch (Exception failure) when (IsActivity(context))
        {
            var lean = ActivityFaults.Lean(failure);
            if (lean is StorageAwayException)
                LogAway(context.FunctionDefinition.Name, lean.Message);
            else
                LogFailed(context.FunctionDefinition.Name, failure);
            throw lean;
        }
    }

    private static bool IsActivity(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding =>
            binding.Type.Equals("activityTrigger", StringComparison.OrdinalIgnoreCase)
        );

    [LoggerMessage(
        EventIds.ActivityWithoutStorage,
        LogLevel.Warning,
        "Activity {Function} found storage away: {Reason}"
    )]
    private partial void LogAway(string function, string reason);

    [LoggerMessage(EventIds.ActivityFailed, LogLevel.Error, "Activity {Function} failed.")]
    private partial void LogFailed(string function, Exception failure);
}

internal static class LeanFailuresSetup
{
    /// <summary>Call it last: it stands around the executor that the worker has by then.</summary>
    public static void AddLeanFailures(this FunctionsApplicationBuilder builder)
    {
        var found = builder.Services.Last(service => service.ServiceType == typeof(IFunctionExecutor));
        builder.Services.Remove(found);
        builder.Services.AddSingleton<IFunctionExecutor>(services => new LeanFailures(
            (IFunctionExecutor)(
                found.ImplementationInstance
                ?? found.ImplementationFactory?.Invoke(services)
                ?? ActivatorUtilities.CreateInstance(services, found.ImplementationType!)
            ),
            services.GetRequiredService<ILogger<LeanFailures>>()
        ));
    }
}
