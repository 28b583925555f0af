using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Sakip.Faults;

/// <summary>Lets the writes of the Azure clients fail, and refuses every call once the power is gone.</summary>
internal sealed partial class FailingWrites(Power power) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessAsync(message, pipeline).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (power.Gone.IsCancellationRequested)
            throw new PowerCutException();
        var request = message.Request;
        if (request.Method == RequestMethod.Get || request.Method == RequestMethod.Head)
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        var (writes, shape) = await DescribeAsync(request, message.CancellationToken);
        power.Check(StoreMoment.BeforeEffect, writes, shape);
        await ProcessNextAsync(message, pipeline);
        // A refused write had no effect after which it could fail.
        if (!message.Response.IsError)
            power.Check(StoreMoment.AfterEffect, writes, shape);
    }

    /// <summary>
    /// The writes' names, the same when they are tried again, one for each row of a batch; and a blob's shape, without
    /// what differs each time.
    /// </summary>
    private static async Task<(IReadOnlyList<string> Writes, string? Shape)> DescribeAsync(
        Request request,
        CancellationToken cancellation
    )
    {
        var path = $"{request.Method} {request.Uri.Path}{request.Uri.Query}";
        if (request.Content is null)
            return ([path], null);
        if (
            path.Contains("/documents/", StringComparison.Ordinal)
            || path.Contains("/snapshots/", StringComparison.Ordinal)
        )
        {
            request.Content.TryComputeLength(out var length);
            request.Headers.TryGetValue("x-ms-blob-content-type", out var type);
            return ([$"{Hash().Replace(path, "*")} {type} {length}"], Hash().Replace(path, "*"));
        }

        using var body = new MemoryStream();
        await request.Content.WriteToAsync(body, cancellation);
        var text = Encoding.UTF8.GetString(body.ToArray());
        if (!path.Contains("$batch", StringComparison.Ordinal))
            return ([$"{Signed().Replace(path, "*")} {RowOf(text)}"], null);
        // What goes out together differs from one time to the next; the rows are the same.
        return (
            [
                .. text.Split("\r\n--changeset_")
                    .Select(RowOf)
                    .Where(row => row.Length > 0)
                    .Select(row => $"$batch {row}"),
            ],
            null
        );
    }

    private static string RowOf(string text)
    {
        var name = string.Join(' ', Telling().Matches(text).Select(match => match.Value));
        // A code that is asked for again is another row each time, and a signature that is made again another document.
        name = Signed().Replace(CodeNumber().Replace(name, "$1*"), "*");
        return text.Contains("\"Kind\":\"OneTimeCode\"", StringComparison.Ordinal)
            ? LetterKey().Replace(name, "*")
            : name;
    }

    [GeneratedRegex("[0-9a-f]{32,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signed();

    [GeneratedRegex("(?<=[0-9]{19}(?:%7C|[|]))[0-9a-f]{16}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LetterKey();

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    // Keys and states, and whether a column that is filled later is there; never nonces, hashes or counters.
    [GeneratedRegex(
        """(?:PUT|MERGE|PATCH|DELETE) http\S+|"(?:PartitionKey|RowKey|State|Dispatched)":(?:"[^"]*"|true|false)|"(?:SentAt|Nonce|CodeHash)":(?="|null)(?:null)?""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Telling();

    [GeneratedRegex(
        @"(code(?::|%3A)[a-z-]+(?:(?::|%3A)\d+){2}(?::|%3A))\d+",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CodeNumber();
}
