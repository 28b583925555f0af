using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Sakip.Faults;

/// <summary>In which way storage is away.</summary>
internal enum Outage
{
    None,

    /// <summary>Nothing listens.</summary>
    Refuses,

    /// <summary>Every answer takes a while.</summary>
    IsSlow,

    /// <summary>No answer comes.</summary>
    Hangs,

    /// <summary>What was asked for is done, and the answer is lost.</summary>
    LosesAnswers,
}

/// <summary>Storage that goes away by the office's clock.</summary>
/// <param name="From">From when on calls are counted.</param>
/// <param name="Calls">How many are answered before it goes away.</param>
internal sealed record Cut(DateTimeOffset From, int Calls, TimeSpan Lasts, Outage As = Outage.Refuses);

/// <summary>Which calls of storage are not answered: those within a cut, and all while somebody says so.</summary>
internal sealed class StorageOutages(params IReadOnlyList<Cut> cuts)
{
    private readonly Lock _access = new();
    private readonly int[] _calls = new int[cuts.Count];
    private readonly DateTimeOffset?[] _since = new DateTimeOffset?[cuts.Count];

    /// <summary>What holds now, whatever the clock says.</summary>
    public Outage Now { get; set; }

    public TimeSpan Slowness { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Told of each call, by its method and address.</summary>
    public Action<string>? OnCall { get; set; }

    /// <summary>Calls that were not answered.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Cuts that have begun.</summary>
    public int Begun => _since.Count(since => since is not null);

    public Outage Of(DateTimeOffset now)
    {
        lock (_access)
        {
            var found = Now == Outage.None ? OfCuts(now) : Now;
            if (found != Outage.None)
                Unanswered++;
            return found;
        }
    }

    private Outage OfCuts(DateTimeOffset now)
    {
        for (var at = 0; at < cuts.Count; at++)
        {
            if (now < cuts[at].From)
                continue;
            if (_since[at] is null && ++_calls[at] > cuts[at].Calls)
                _since[at] = now;
            if (_since[at] is { } since && now < since + cuts[at].Lasts)
                return cuts[at].As;
        }

        return Outage.None;
    }
}

/// <summary>Stands where the network is: behind the client's own tries and time limits.</summary>
internal sealed class UnansweredCalls(StorageOutages outages, Power power) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessAsync(message, pipeline).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        outages.OnCall?.Invoke($"{message.Request.Method} {message.Request.Uri}");
        var outage = power.Clock is { } clock ? outages.Of(clock.GetUtcNow()) : Outage.None;
        if (outage == Outage.Refuses)
            throw Refused();
        if (outage == Outage.IsSlow)
            await Task.Delay(outages.Slowness, message.CancellationToken);
        if (outage == Outage.Hangs)
            await Task.Delay(Timeout.Infinite, message.CancellationToken);
        await ProcessNextAsync(message, pipeline);
        if (outage == Outage.LosesAnswers)
            throw Refused();
    }

    // As the client's transport says it.
    private static RequestFailedException Refused() =>
        new("Connection refused", new HttpRequestException("Connection refused"));
}
