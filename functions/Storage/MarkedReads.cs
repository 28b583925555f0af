using Azure.Core;
using Azure.Core.Pipeline;
using Sakip.Storage;

namespace Sakip.Functions.Storage;

/// <summary>
/// Answers from memory what nobody has written since it was read: to a sweep whatever it asks of the tables, to any other
/// run of a function the plan that it goes by and what stands of its subject. A request is told what stood when it began
/// or later; a sweep or an activity may be told what stood a moment ago, and what they write carries the row's ETag or
/// inserts. After a write in a place everything there is read again.
/// </summary>
internal sealed class MarkedReads(TableMemory memory, WriteMarks marks) : HttpPipelinePolicy
{
    private const int Found = 200;
    private const int Missing = 404;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        memory.IsOn
        && message.Request.Method == RequestMethod.Get
        && (Sweeps.IsSweep || (ReadOnce.Current is not null && IsRemembered(message.Request)))
        && TablePlace.OfRead(message.Request) is { } place
            ? ReadAsync(place, message, pipeline)
            : ProcessNextAsync(message, pipeline);

    // The plan that a run goes by, the records of its year, and all that stands of a subject.
    private static bool IsRemembered(Request request) =>
        request.Uri.Path.Contains("/Years(", StringComparison.Ordinal)
        || RememberedReads.IsBasis(request)
        || Uri.UnescapeDataString(request.Uri.Query)
            .Contains($"(RowKey lt '{RowKeys.ChangePrefix}' or", StringComparison.Ordinal);

    private async ValueTask ReadAsync(
        TablePlace place,
        HttpMessage message,
        ReadOnlyMemory<HttpPipelinePolicy> pipeline
    )
    {
        var name = message.Request.Uri.ToString();
        // Whether others have written is asked only where there is something to be told.
        if (Known(name, place) is not null)
        {
            await LookAsync();
            if (Known(name, place) is { } kept)
            {
                message.Response = kept.For(message.Request);
                return;
            }
        }

        var changes = memory.Changes(place);
        await ProcessNextAsync(message, pipeline);
        if (
            message.Response is { Status: Found or Missing, Headers.Date: { } at } answer
            && KeptAnswer.Of(answer) is { } fresh
        )
        {
            memory.Keep(place, name, fresh, fresh.Content.Length, at, changes);
        }
    }

    private KeptAnswer? Known(string name, TablePlace place) =>
        memory.Find<KeptAnswer>(name, place, Sweeps.IsSweep ? null : TableMemory.OfPeople);

    private Task LookAsync() =>
        !Sweeps.IsSweep && ReadOnce.Current is { } run
            ? marks.LookSinceAsync(run.Since)
            : marks.LookAsync(TableMemory.Look);
}
