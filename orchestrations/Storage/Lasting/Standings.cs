using System.Text.Json;
using Microsoft.DurableTask;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>Why an instance does not go on, as its custom status says it.</summary>
/// <param name="Waits">For what, in words of the office.</param>
/// <param name="Reason">The kind of what has to be mended.</param>
/// <param name="Task">The activity that failed.</param>
/// <param name="Number">Number of the event that has it tried again.</param>
internal sealed record Standing(
    string Waits,
    DateTimeOffset Since,
    string? Reason = null,
    string? Task = null,
    string? Detail = null,
    int Number = 0
)
{
    public const string ForStorage = "menunggu penyimpanan";
    public const string ForMending = "menunggu perbaikan";

    /// <summary>What a custom status says; null where it says nothing.</summary>
    public static Standing? Read(string? status)
    {
        if (status is null or "null")
            return null;
        try
        {
            return SakipJson.Read<Standing>(status);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Says that something was mended. It carries nothing: who hears it tries again.</summary>
internal sealed record MendedSignal(string? By = null);

/// <summary>What an instance waits for beside its own steps, the first thing that a person has to mend foremost.</summary>
internal sealed class Standings(TaskOrchestrationContext context)
{
    // Tried again after a day, also when nobody has said that it was mended.
    private static readonly TimeSpan UntilTriedByItself = TimeSpan.FromDays(1);

    private readonly SortedDictionary<int, Standing> _toMend = [];
    private Standing? _storage;
    private object? _usual;
    private int _number;

    /// <summary>What the instance says of itself while nothing is in its way.</summary>
    public void Usually(object? status)
    {
        _usual = status;
        Show();
    }

    public void WaitForStorage(DateTime? since)
    {
        _storage = since is { } at ? new Standing(Standing.ForStorage, at) : null;
        Show();
    }

    /// <summary>Waits until somebody says that it was mended, at most a day.</summary>
    public async Task MendedAsync(TaskName task, TaskFailureDetails? failure)
    {
        var number = ++_number;
        _toMend[number] = new Standing(
            Standing.ForMending,
            context.CurrentUtcDateTime,
            Faults.ReasonOf(failure),
            task.Name,
            Faults.DetailOf(failure),
            number
        );
        Show();
        using var over = new CancellationTokenSource();
        var mended = context.WaitForExternalEvent<MendedSignal>(InstanceIds.Mended(number), over.Token);
        var timer = context.CreateTimer(context.CurrentUtcDateTime + UntilTriedByItself, over.Token);
        await Task.WhenAny(mended, timer);
        over.Cancel();
        _toMend.Remove(number);
        Show();
    }

    private void Show() => context.SetCustomStatus(_toMend.Count > 0 ? _toMend.First().Value : _storage ?? _usual);
}
