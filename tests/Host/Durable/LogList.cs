using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Sakip.Tests.Host.Durable;

internal sealed class LogList : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public bool Has(string text) => Lines.Any(line => line.Contains(text, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue($"{logLevel}: {formatter(state, exception)}{exception}");

    public void Dispose()
    {
        // Nothing is held.
    }
}
