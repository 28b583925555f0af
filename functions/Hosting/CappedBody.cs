using Microsoft.AspNetCore.Http;

namespace Sakip.Functions.Hosting;

/// <summary>
/// A request's body that may not become longer than a limit, whether or not it said its size. The web server's own limit
/// would break the connection while the rest is still being sent, and the caller might never read the answer.
/// </summary>
internal sealed class CappedBody(Stream body, long limit) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <summary>Puts the limit on a request before its body is read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes; reading beyond them is a <see cref="BadHttpRequestException"/> of 413.</param>
    public static void Put(HttpRequest request, long limit) => request.Body = new CappedBody(request.Body, limit);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        if ((_read += count) <= limit)
            return count;
        throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
