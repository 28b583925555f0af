using Microsoft.Azure.Functions.Worker;
using Sakip.SmallApp.Hosting;

namespace Sakip.SmallApp.Durable;

/// <summary>Activities on an instance with services, on a static class and in an internal class.</summary>
public sealed class Tasks(Desk desk)
{
    [Function(nameof(Square))]
    public int Square([ActivityTrigger] int n) => n * n;

    [Function(nameof(Note))]
    public void Note([ActivityTrigger] string line) => desk.Note(line);

    [Function(nameof(WhoseIsIt))]
    public string WhoseIsIt([ActivityTrigger] string input, string instanceId) => $"{input} of {instanceId}";

    [Function(nameof(Length))]
    public int Length([ActivityTrigger] string text) => text.Length;

    [Function(nameof(Weigh))]
    public Figure Weigh([ActivityTrigger] Figure figure) => figure with { Note = $"{figure.Note} weighed" };

    [Function(nameof(OfNothing))]
    public string? OfNothing([ActivityTrigger] string? input) => input is null ? null : "something";

    [Function(nameof(Bytes))]
    public byte[] Bytes([ActivityTrigger] int n) => [.. Enumerable.Range(0, n).Select(value => (byte)value)];

    [Function(nameof(Break))]
    public string Break([ActivityTrigger] string message) =>
        throw new NoSuchUnitException(message, new TimeoutException("the cause"));

    [Function(nameof(FailsTwice))]
    public string FailsTwice([ActivityTrigger] string id)
    {
        desk.Note($"attempt of {id}");
        var attempts = Attempts.AddOrUpdate(id, 1, (_, count) => count + 1);
        return attempts > 2 ? $"attempt {attempts}" : throw new InvalidOperationException($"attempt {attempts} fails");
    }

    [Function(nameof(TakeTime))]
    public async Task<string> TakeTime([ActivityTrigger] string file, CancellationToken ending)
    {
        desk.Note($"slow {file} begun in {Environment.ProcessId}");
        await desk.WaitForAsync(file, ending);
        desk.Note($"slow {file} ended in {Environment.ProcessId}");
        return file;
    }

    private static System.Collections.Concurrent.ConcurrentDictionary<string, int> Attempts { get; } = new();
}

public static class Doubling
{
    [Function("Double")]
    public static async Task<int> Double([ActivityTrigger] int n)
    {
        await Task.Yield();
        return 2 * n;
    }
}

/// <summary>Its class is internal, its method public: that is found, and called by reflection.</summary>
internal sealed class Hidden(Desk desk)
{
    [Function("Whisper")]
    public string Whisper([ActivityTrigger] string words) => desk.Has("loud") ? words.ToUpperInvariant() : words;
}

public sealed class NoSuchUnitException(string message, Exception inner) : ArgumentException(message, inner);

public sealed record Figure(decimal Amount, string Note);
