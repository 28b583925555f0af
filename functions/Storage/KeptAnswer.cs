using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Sakip.Functions.Storage;

/// <summary>An answer of storage that is given again to whoever asks the same.</summary>
internal sealed record KeptAnswer(int Status, string Reason, IReadOnlyList<HttpHeader> Headers, byte[] Content)
{
    /// <summary>The answer as it can be kept; null where it is a stream that is read once.</summary>
    public static KeptAnswer? Of(Response answer) =>
        answer.ContentStream is null or MemoryStream
            ? new KeptAnswer(
                answer.Status,
                answer.ReasonPhrase,
                [.. answer.Headers],
                (answer.ContentStream as MemoryStream)?.ToArray() ?? []
            )
            : null;

    public Response For(Request request) => new Given(this) { ClientRequestId = request.ClientRequestId };

    private sealed class Given(KeptAnswer kept) : Response
    {
        public override int Status => kept.Status;

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
