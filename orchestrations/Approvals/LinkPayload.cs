using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace Sakip.Approvals;

/// <summary>
/// A ticket in few bytes, big-endian: form (1), audience, attempt (2 bytes), issued and expires (seconds, 4 bytes each),
/// nonce (16), the document's SHA-256 (32, after a byte that says whether there is one), then subject, step and bearer,
/// each with its length before it.
/// </summary>
internal static class LinkPayload
{
    private const byte Form = 1;
    private const int NonceLength = 16;
    private const int HashLength = 32;
    private const int Fixed = 12 + NonceLength + 1;

    public static byte[] Pack(LinkTicket ticket)
    {
        var document = ticket.Document is { } hash ? Convert.FromHexString(hash) : [];
        string[] texts = [ticket.Subject, ticket.Step, ticket.Bearer];
        var payload = new byte[Fixed + document.Length + texts.Sum(text => 1 + text.Length)];
        var bytes = payload.AsSpan();
        bytes[0] = Form;
        bytes[1] = (byte)ticket.Audience;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], checked((ushort)ticket.Attempt));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], checked((uint)ticket.Issued));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], checked((uint)ticket.Expires));
        Base64Url.DecodeFromChars(ticket.Nonce, bytes[12..]);
        bytes[12 + NonceLength] = (byte)(document.Length == 0 ? 0 : 1);
        document.CopyTo(bytes[Fixed..]);
        var rest = bytes[(Fixed + document.Length)..];
        foreach (var text in texts)
        {
            rest[0] = checked((byte)text.Length);
            Encoding.ASCII.GetBytes(text, rest[1..]);
            rest = rest[(1 + text.Length)..];
        }

        return payload;
    }

    /// <summary>Null when the payload has another form: then it was not written by this version.</summary>
    public static LinkTicket? Unpack(string payload)
    {
        var buffer = new byte[LinkTokens.LongestToken];
        if (Base64Url.DecodeFromChars(payload, buffer, out _, out var length) != OperationStatus.Done)
            return null;
        ReadOnlySpan<byte> bytes = buffer.AsSpan(0, length);
        if (length < Fixed || bytes[0] != Form)
            return null;
        var rest = bytes[Fixed..];
        string? document = null;
        if (bytes[Fixed - 1] == 1)
        {
            if (rest.Length < HashLength)
                return null;
            document = Convert.ToHexStringLower(rest[..HashLength]);
            rest = rest[HashLength..];
        }

        var texts = new string[3];
        for (var i = 0; i < texts.Length; i++)
        {
            if (rest.Length == 0 || rest.Length < 1 + rest[0])
                return null;
            texts[i] = Encoding.ASCII.GetString(rest.Slice(1, rest[0]));
            rest = rest[(1 + rest[0])..];
        }

        return new LinkTicket(
            texts[0],
            texts[1],
            BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            texts[2],
            (LinkAudience)bytes[1],
            BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
            Base64Url.EncodeToString(bytes.Slice(12, NonceLength)),
            document
        );
    }
}
