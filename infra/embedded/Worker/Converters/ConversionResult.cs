namespace Microsoft.Azure.Functions.Worker.Converters;

public enum ConversionStatus
{
    Unhandled = 0,
    Succeeded = 1,
    Failed = 2,
}

/// <summary>The answer of an <see cref="IInputConverter"/>.</summary>
// The package declares no equality on this struct, so none may be declared here.
#pragma warning disable CA1815
public readonly struct ConversionResult
#pragma warning restore CA1815
{
    private ConversionResult(ConversionStatus status, object? value, Exception? error)
    {
        Status = status;
        Value = value;
        Error = error;
    }

    public ConversionStatus Status { get; }

    public object? Value { get; }

    public Exception? Error { get; }

    /// <summary>The converter does not serve this parameter.</summary>
    public static ConversionResult Unhandled() => default;

    public static ConversionResult Success(object? value) => new(ConversionStatus.Succeeded, value, null);

    public static ConversionResult Failed(Exception exception) => new(ConversionStatus.Failed, null, exception);
}
