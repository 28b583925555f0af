using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Sakip.Functions.Hosting;

/// <summary>Cleans log records before they are exported, their exceptions with all that lies within.</summary>
internal sealed class PrivateLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.FormattedMessage is { } message)
            data.FormattedMessage = Redaction.Clean(message);
        if (data.Body is { } body)
            data.Body = Redaction.Clean(body);
        if (data.Attributes is { } attributes)
        {
            data.Attributes =
            [
                .. attributes.Select(one => new KeyValuePair<string, object?>(
                    one.Key,
                    one.Value is string or Uri or IEnumerable<string> or Exception ? Text(one.Value) : one.Value
                )),
            ];
        }

        if (data.Exception is { } failure)
            data.Exception = new ToldException(failure);
    }

    private static object Text(object value) =>
        value is IEnumerable<string> texts
            ? texts.Select(Redaction.Clean).ToArray()
            : Redaction.Clean(value.ToString() ?? "");

    /// <summary>An exception as telemetry tells it: its type, and its text without what is nobody's business.</summary>
    // Made only here, from another one: the usual constructors would have nothing to tell.
#pragma warning disable CA1032, CA1064
    private sealed class ToldException(Exception failure)
#pragma warning restore CA1032, CA1064
        : Exception($"{failure.GetType().FullName}: {Redaction.Clean(failure.Message)}")
    {
        private readonly string _text = Redaction.Clean(failure.ToString());

        public override string? StackTrace { get; } = failure.StackTrace is { } trace ? Redaction.Clean(trace) : null;

        public override string ToString() => _text;
    }
}
