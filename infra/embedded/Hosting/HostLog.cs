using Microsoft.Extensions.Logging;

namespace Sakip.Embedded.Hosting;

/// <summary>The host's log messages; event ids 9000 to 9099.</summary>
internal static partial class HostLog
{
    [LoggerMessage(9000, LogLevel.Error, "Function {Function} failed")]
    public static partial void FunctionFailed(ILogger logger, string function, Exception error);

    [LoggerMessage(9001, LogLevel.Debug, "The client of {Function} went away")]
    public static partial void Disconnected(ILogger logger, string function);

    [LoggerMessage(9002, LogLevel.Critical, "The durable engine failed; the host stops")]
    public static partial void EngineFailed(ILogger logger, Exception error);

    [LoggerMessage(9003, LogLevel.Information, "{Functions} functions are ready")]
    public static partial void Ready(ILogger logger, int functions);
}
