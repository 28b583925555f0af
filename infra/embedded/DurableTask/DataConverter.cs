namespace Microsoft.DurableTask;

/// <summary>Turns inputs, outputs and event payloads into text and back.</summary>
public abstract class DataConverter
{
    /// <summary>The text of a value; null for null.</summary>
    public abstract string? Serialize(object? value);

    /// <summary>The value of a text; null for null.</summary>
    public abstract object? Deserialize(string? data, Type targetType);

    /// <summary>The value of a text; the default value for null.</summary>
    public virtual T? Deserialize<T>(string? data) => data is null ? default : (T?)Deserialize(data, typeof(T));
}
