using System.Diagnostics.CodeAnalysis;
using global::Azure;
using global::Azure.Core;

namespace Sakip.Tests.House.Azure;

/// <summary>The answer of a service that has taken everything.</summary>
internal sealed class Accepted : Response
{
    public override int Status => 200;

    public override string ReasonPhrase => "OK";

    public override Stream? ContentStream { get; set; } =
        new MemoryStream("{\"itemsReceived\":1,\"itemsAccepted\":1}"u8.ToArray());

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = null;
        return false;
    }

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];
}
