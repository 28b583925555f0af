namespace Sakip.Host.Wire;

/// <summary>Writes what the workers log, under their categories; the host's levels decide what is seen.</summary>
internal sealed class WorkerLogs(ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<string, ILogger> _categories = new();

    public void Write(RpcLog log)
    {
        if (log.LogCategory == RpcLog.Types.LogCategory.CustomMetric)
            return;
        var logger = _categories.GetOrAdd(log.Category, loggers.CreateLogger);
        var level = (LogLevel)log.Level;
        if (!logger.IsEnabled(level))
            return;
        var failure = log.Exception is { } thrown ? $"\n{thrown.Type}: {thrown.Message}\n{thrown.StackTrace}" : "";
        // The worker has formatted it: braces in it are no places for values.
        logger.Log(level, 0, log.Message + failure, null, static (text, _) => text);
    }
}
