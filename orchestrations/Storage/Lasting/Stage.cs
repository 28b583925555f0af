using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>Says how far an instance has come, to whoever looks at it and to the log; a replay says nothing again.</summary>
internal static partial class Stage
{
    /// <param name="status">In words of the office: "menunggu reviu Inspektorat".</param>
    public static void Enters(this TaskOrchestrationContext context, string status)
    {
        context.SetCustomStatus(status);
        StageEntered(context.CreateReplaySafeLogger("Sakip.Stage"), context.InstanceId, status);
    }

    [LoggerMessage(EventIds.StageEntered, LogLevel.Information, "{Instance}: {Status}")]
    private static partial void StageEntered(ILogger logger, string instance, string status);
}
