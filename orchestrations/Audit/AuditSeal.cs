using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Sakip.Audit;

/// <summary>Keys of the audit chain. The rights on storage do not give them: who may write rows cannot seal them.</summary>
internal sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>The fewest bytes that a key has.</summary>
    public const int SmallestKey = 32;

    /// <summary>The key that seals, at least 32 bytes in base64.</summary>
    [Required]
    public string Key { get; set; } = "";

    /// <summary>Keys that were in use before; what they sealed stays genuine.</summary>
    public IList<string> FormerKeys { get; } = [];

    public static bool IsKey(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) && length >= SmallestKey;
    }
}

/// <summary>
/// The end of a chain as it is kept, in the head row and in anchors.
/// </summary>
/// <param name="OldForm">
/// Entries up to this one were written before there were seals; they, and the anchors up to there, need none.
/// </param>
/// <param name="Seal">Null in what an earlier release wrote.</param>
internal sealed record SealedHead(string Chain, long Sequence, string Hash, long OldForm = 0, string? Seal = null)
{
    public AuditHead Head() => new(Chain, Sequence, Hash);
}

/// <summary>Seals heads, anchors and entries by HMAC-SHA256, and tells genuine ones.</summary>
internal sealed class AuditSeal(IOptions<AuditOptions> options)
{
    private const string HeadMark = "sakip-audit-head-seal-1";
    private const string EntryMark = "sakip-audit-entry-seal-1";
    private const string StartMark = "sakip-audit-start-seal-1";

    public SealedHead Of(AuditHead head, long oldForm) =>
        new(head.Chain, head.Sequence, head.Hash, oldForm, Write(Bytes(head, oldForm)));

    public bool IsGenuine(SealedHead head) => IsGenuine(head.Seal, Bytes(head.Head(), head.OldForm));

    public string OfEntry(string chain, AuditEntry entry) => Write(Bytes(chain, entry));

    public bool IsGenuine(string chain, AuditEntry entry, string? seal) => IsGenuine(seal, Bytes(chain, entry));

    /// <summary>
    /// Marks of an account in which everything that has no seal was found and sealed once, by each key: the key in use
    /// first.
    /// </summary>
    public IEnumerable<string> StartMarks() =>
        options
            .Value.FormerKeys.Prepend(options.Value.Key)
            .Select(key => Write(key, CanonicalEntry.Encode([StartMark])));

    private static byte[] Bytes(AuditHead head, long oldForm) =>
        CanonicalEntry.Encode([HeadMark, head.Chain, Number(head.Sequence), head.Hash, Number(oldForm)]);

    private static byte[] Bytes(string chain, AuditEntry entry) =>
        CanonicalEntry.Encode([EntryMark, chain, Number(entry.Sequence), entry.Hash]);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Write(byte[] content) => Write(options.Value.Key, content);

    private static string Write(string key, byte[] content) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(key), content));

    private bool IsGenuine(string? seal, byte[] content)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (
            seal?.Length != 2 * HMACSHA256.HashSizeInBytes
            || Convert.FromHexString(seal, given, out _, out _) != System.Buffers.OperationStatus.Done
        )
        {
            return false;
        }

        var isGenuine = false;
        foreach (var key in options.Value.FormerKeys.Prepend(options.Value.Key))
        {
            var expected = HMACSHA256.HashData(Convert.FromBase64String(key), content);
            isGenuine |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return isGenuine;
    }
}
