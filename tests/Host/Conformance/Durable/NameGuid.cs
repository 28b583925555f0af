using System.Security.Cryptography;
using System.Text;

namespace Sakip.Tests.Host.Conformance.Durable;

/// <summary>A UUID of version 5 in the name space of durable orchestrations.</summary>
internal static class NameGuid
{
    private static readonly Guid Space = new("9e952958-5e33-4daf-827f-2fa12937b875");

#pragma warning disable CA5350 // The standard says SHA-1; nothing is kept secret by it.
    public static Guid Of(string name)
    {
        byte[] text = [.. Space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
        var hash = SHA1.HashData(text)[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
#pragma warning restore CA5350
}
