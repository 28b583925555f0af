using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Sakip.Storage;

namespace Sakip.Functions.Storage;

/// <summary>What one run of a function reads of the tables is read once, until it writes.</summary>
internal sealed class ReadsOnce : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // Who asks for a page sees what he has just done, whichever process did it.
        var isAsked = context.FunctionDefinition.InputBindings.Values.Any(binding =>
            binding.Type.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase)
        );
        using var reading = ReadOnce.Begin(isAsked ? TimeSpan.Zero : TableMemory.Together);
        await next(context);
    }
}

/// <summary>
/// Answers a read of what a run goes by (the plan in force, its budget versions, the year's agreements) from what the
/// same run has read before; a write ends that. Claims, heads and states are read each time: who reads them again wants
/// to know whether another process was first.
/// </summary>
/// <param name="isTable">Whether this client is that of the tables; each client's writes end what was kept.</param>
internal sealed class RememberedReads(bool isTable) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ReadOnce.Current is not { } reading ? ProcessNextAsync(message, pipeline)
        : !IsRead(message.Request) ? WriteAsync(reading, message, pipeline)
        : isTable && IsBasis(message.Request) ? ReadAsync(reading, message, pipeline)
        : ProcessNextAsync(message, pipeline);

    // The partition of a year's plan, and the lists of its agreements and of what revises them.
    internal static bool IsBasis(Request request)
    {
        var asked = Uri.UnescapeDataString(request.Uri.PathAndQuery);
        return asked.Contains("|plan|'", StringComparison.Ordinal)
            || asked.Contains("RowKey ge 'agreement|'", StringComparison.Ordinal)
            || asked.Contains("RowKey ge 'revision|'", StringComparison.Ordinal);
    }

    private static bool IsRead(Request request) =>
        request.Method == RequestMethod.Get || request.Method == RequestMethod.Head;

    private static async ValueTask ReadAsync(
        ReadOnce reading,
        HttpMessage message,
        ReadOnlyMemory<HttpPipelinePolicy> pipeline
    )
    {
        var name = message.Request.Uri.ToString();
        if (reading.Find<KeptAnswer>(name) is { } kept)
        {
            message.Response = kept.For(message.Request);
            return;
        }

        var writes = reading.Writes;
        await ProcessNextAsync(message, pipeline);
        var answer = message.Response;
        if (answer is { Status: 200, ContentStream: MemoryStream { Length: <= ReadOnce.Largest } })
            reading.Keep(name, KeptAnswer.Of(answer)!, writes);
    }

    private static async ValueTask WriteAsync(
        ReadOnce reading,
        HttpMessage message,
        ReadOnlyMemory<HttpPipelinePolicy> pipeline
    )
    {
        reading.Forget();
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            reading.Forget();
        }
    }
}
