namespace Sakip.Host.Start;

/// <summary>The host's log messages; event ids 9000 to 9099.</summary>
internal static partial class HostLog
{
    /// <summary>For the host's own web servers, whose every request is somebody else's to log.</summary>
    public static ILoggerFactory Servers { get; } =
        LoggerFactory.Create(logging =>
            logging.AddSimpleConsole().AddFilter(level => level >= LogLevel.Warning && !IsSilent)
        );

    /// <summary>True where hosts come and go in a process that has something else to say.</summary>
    public static bool IsSilent { get; set; }

    [LoggerMessage(EventIds.FunctionFailed, LogLevel.Error, "Function {Function} failed: {Reason}")]
    public static partial void FunctionFailed(ILogger logger, string function, string reason);

    [LoggerMessage(EventIds.ClientWentAway, LogLevel.Debug, "The client of {Function} went away")]
    public static partial void Disconnected(ILogger logger, string function);

    [LoggerMessage(EventIds.FunctionsReady, LogLevel.Information, "{Functions} functions are ready")]
    public static partial void Ready(ILogger logger, int functions);

    [LoggerMessage(EventIds.EmulatorRestarted, LogLevel.Warning, "The storage emulator ended; it is started again")]
    public static partial void EmulatorEnded(ILogger logger);

    [LoggerMessage(EventIds.WorkerRestarted, LogLevel.Warning, "Worker {Worker} ended; another is started")]
    public static partial void WorkerEnded(ILogger logger, string worker);
}
