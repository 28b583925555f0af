using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sakip.Audit;

/// <summary>
/// The bytes that are hashed. They never change: a new form gets a new mark and is written beside this one.
/// <para>
/// Fields in the order of <see cref="FieldsOf"/>, each as a netstring: the number of its UTF-8 bytes in decimal, ":", the bytes,
/// ",". An absent field is "-,". The first field is the mark <c>sakip-audit-1</c>; numbers are decimal; the instant is
/// UTC as <c>2024-01-02T01:30:00.0000000Z</c>. An entry that names a place has the mark <c>sakip-audit-2</c> and the place
/// as its last field. The entry's hash is SHA-256 over the 32 bytes of the former hash and these bytes.
/// </para>
/// </summary>
internal static class CanonicalEntry
{
    private const string Mark = "sakip-audit-1";
    private const string MarkWithPlace = "sakip-audit-2";

    public static string HashOfName(string chain) => Convert.ToHexStringLower(SHA256.HashData(Encode([Mark, chain])));

    public static string Hash(string formerHash, long sequence, AuditIntent intent) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(formerHash), .. Bytes(sequence, intent)]));

    public static byte[] Bytes(long sequence, AuditIntent intent) => Encode(FieldsOf(sequence, intent));

    private static string?[] FieldsOf(long sequence, AuditIntent intent) =>
        [
            intent.Where is null ? Mark : MarkWithPlace,
            sequence.ToString(CultureInfo.InvariantCulture),
            intent.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            intent.Actor,
            intent.Role,
            intent.Action,
            intent.Entity,
            intent.DocumentHash,
            intent.Correlation,
            intent.Note,
            .. intent.Where is null ? (string?[])[] : [intent.Where],
        ];

    public static byte[] Encode(IEnumerable<string?> fields)
    {
        using var output = new MemoryStream();
        foreach (var field in fields)
        {
            if (field is null)
            {
                output.Write("-,"u8);
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(field);
            output.Write(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture)));
            output.Write(":"u8);
            output.Write(bytes);
            output.Write(","u8);
        }

        return output.ToArray();
    }
}
