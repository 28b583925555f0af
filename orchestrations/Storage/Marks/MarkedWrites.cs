using Azure.Core;
using Azure.Core.Pipeline;

namespace Sakip.Storage;

/// <summary>Announces each write to the tables before it is made, in this process and to the others.</summary>
/// <param name="memory">What this process remembers of the tables; null where it remembers nothing.</param>
internal sealed class MarkedWrites(WriteMarks marks, TableMemory? memory = null) : HttpPipelinePolicy
{
    private const int RequestTimeout = 408;
    private const int ServerError = 500;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (
            message.Request.Method == RequestMethod.Get
            || message.Request.Method == RequestMethod.Head
            || await TablePlace.OfWriteAsync(message.Request, message.CancellationToken) is not { } place
        )
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        await marks.MarkAsync(place.Mark, message.CancellationToken);
        memory?.Changed(place);
        var isKnown = false;
        try
        {
            await ProcessNextAsync(message, pipeline);
            isKnown = message.Response.Status is < ServerError and not RequestTimeout;
        }
        finally
        {
            if (!isKnown)
                marks.Doubt(place.Mark);
            memory?.Changed(place);
        }
    }
}
