using System.Diagnostics.CodeAnalysis;
using Azure;
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
        using var reading = ReadOnce.Begin();
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
    private static bool IsBasis(Request request)
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
        if (reading.Find<Kept>(name) is { } kept)
        {
            message.Response = new KeptResponse(kept) { ClientRequestId = message.Request.ClientRequestId };
            return;
        }

        var writes = reading.Writes;
        await ProcessNextAsync(message, pipeline);
        var answer = message.Response;
        if (answer is { Status: 200, ContentStream: MemoryStream { Length: <= ReadOnce.Largest } content })
        {
            reading.Keep(name, new Kept([.. answer.Headers], content.ToArray(), answer.ReasonPhrase), writes);
        }
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

    private sealed record Kept(IReadOnlyList<HttpHeader> Headers, byte[] Content, string Reason);

    private sealed class KeptResponse(Kept kept) : Response
    {
        public override int Status => 200;

        public override string ReasonPhrase => kept.Reason;

        public override Stream? ContentStream { get; set; } = new MemoryStream(kept.Content, writable: false);

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose() { }

        protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => kept.Headers;

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
            (value = kept.Headers.FirstOrDefault(header => Is(header, name)).Value) is not null;

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = [.. kept.Headers.Where(header => Is(header, name)).Select(header => header.Value)];
            return values.Any();
        }

        private static bool Is(HttpHeader header, string name) =>
            string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
    }
}
