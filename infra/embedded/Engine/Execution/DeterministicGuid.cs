using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>Name-based ids (RFC 9562, version 5) that a replay makes again.</summary>
internal static class DeterministicGuid
{
    private static readonly byte[] Namespace =
        Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);

    public static Guid Create(string instanceId, DateTime now, int counter)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{instanceId}_{now:o}_{counter}");
        byte[] hashed = [.. Namespace, .. Encoding.UTF8.GetBytes(name)];
#pragma warning disable CA5350 // Version 5 is SHA-1 by definition; the id protects nothing.
        Span<byte> id = SHA1.HashData(hashed).AsSpan(0, 16);
#pragma warning restore CA5350
        id[6] = (byte)((id[6] & 0x0F) | 0x50);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
