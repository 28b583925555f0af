using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Rehearsal;
using Sakip.Rehearsal.Generated;

namespace Sakip.Faults;

/// <summary>How a walk went.</summary>
/// <param name="Writes">What failed both before and after its effect.</param>
/// <param name="End">What the year left behind.</param>
/// <param name="Evaluation">The year's evaluation as it was fetched.</param>
internal sealed record Walk(
    IReadOnlyList<string> Writes,
    int Failures,
    int Hosts,
    TimeSpan Took,
    IReadOnlyList<string> End,
    string Evaluation
)
{
    /// <summary>What only one of the two left behind; nothing where both ended the same.</summary>
    public IReadOnlyList<string> Differences(Walk calm) =>
        [
            .. YearEnd.Differences(calm.End, End),
            .. Evaluation == calm.Evaluation ? [] : (string[])["evaluasi tahunannya berbeda"],
        ];
}

/// <summary>Plays a year against the app in this process, with or without failing writes.</summary>
internal static class FaultWalk
{
    /// <summary>All of a small office have reported for the first quarter, and it is evaluated.</summary>
    public static readonly DateTimeOffset FirstQuarterOver = new(2024, 4, 8, 0, 0, 0, TimeSpan.Zero);

    // A sweep comes with the reminders of a day, a whole one once a week.
    private static readonly TimeSpan ShortRest = TimeSpan.FromHours(25);
    private static readonly TimeSpan Rest = TimeSpan.FromDays(8);

    /// <param name="folder">Where everything of the walk goes; it must not exist.</param>
    /// <param name="subUnits">Sub-units of a generated office; 0 plays the sample.</param>
    /// <param name="plan">Which writes fail.</param>
    /// <param name="output">Where the months are shown.</param>
    /// <param name="outages">When storage is away.</param>
    /// <param name="until">How far the year is played; null for its whole.</param>
    /// <param name="alter">What else of the app's services is altered.</param>
    /// <param name="isEvaluated">Whether there is an evaluation by then, to be fetched with what belongs to it.</param>
    public static async Task<Walk> RunAsync(
        string folder,
        int subUnits,
        FaultPlan plan,
        TextWriter output,
        DateTimeOffset? until,
        CancellationToken cancellation,
        StorageOutages? outages = null,
        Action<IServiceCollection>? alter = null,
        bool isEvaluated = true
    )
    {
        var watch = Stopwatch.StartNew();
        var options = RehearsalOptions.Read([
            "--out",
            Path.Combine(folder, "out"),
            "--data",
            Path.Combine(folder, "data"),
            "--sub-units",
            $"{subUnits}",
        ]) with
        {
            // Two hundred who wait for storage ask it often enough without the client's own tries.
            Settings = isEvaluated ? [] : [("StorageTries:Retries", "0")],
        };
        Stage.Set(options);
        if (subUnits > 0)
            new GeneratedOffice(subUnits).Write(options.Sample, options.Given);
        var (connection, stop) = await HostOfApps.StartStorage(Path.Combine(folder, "storage"));
        try
        {
            return await PlayAsync(
                options,
                connection,
                plan,
                outages,
                output,
                until,
                watch,
                alter,
                isEvaluated,
                cancellation
            );
        }
        finally
        {
            await stop();
        }
    }

    private static async Task<Walk> PlayAsync(
        RehearsalOptions options,
        string storage,
        FaultPlan plan,
        StorageOutages? outages,
        TextWriter output,
        DateTimeOffset? until,
        Stopwatch watch,
        Action<IServiceCollection>? alter,
        bool isEvaluated,
        CancellationToken cancellation
    )
    {
        await using var app = new AppInProcess(options, storage, plan, outages, alter);
        await app.StartAsync(cancellation);
        using var office = new Office(app);
        var figures = Figures.Load(Path.Combine(options.Given, "realisations.json"));
        var progress = new Progress(output, isTerminal: false);
        await new Play(options, office, new Mailbox(options.Mailbox), figures, progress).RunAsync(cancellation, until);
        var documents = new Deliverables(options, office);
        if (isEvaluated)
            await (until is null ? documents.FetchAsync(cancellation) : documents.FetchFirstQuarterAsync(cancellation));
        await RestAsync(office, isEvaluated ? Rest : ShortRest, cancellation);
        return new Walk(
            plan.Done,
            plan.Failures,
            app.Hosts,
            watch.Elapsed,
            await YearEnd.ReadAsync(storage, options, cancellation),
            isEvaluated
                ? await File.ReadAllTextAsync(Path.Combine(options.Out, "evaluasi-2024.json"), cancellation)
                : ""
        );
    }

    /// <summary>Lets the sweep come once more that finishes what a failure of the last days has cut off.</summary>
    private static async Task RestAsync(Office office, TimeSpan rest, CancellationToken cancellation)
    {
        var reading = await office.StepAsync(DateTimeOffset.MinValue, cancellation);
        for (var end = reading.Now + rest; reading.Now < end; )
            reading = await office.StepAsync(end, cancellation);
    }
}
