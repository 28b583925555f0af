using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Recovery;

/// <summary>What a backup holds; it stands in the archive's first entry.</summary>
/// <param name="Format">Number of the archive's form; a later form gets a later number.</param>
/// <param name="TakenAt">The instant on the office's clock.</param>
/// <param name="AuditEntries">How long the audit chain was, and the hash of its head.</param>
/// <param name="Entries">Every other entry of the archive.</param>
internal sealed record BackupManifest(
    int Format,
    string Unit,
    int Year,
    DateTimeOffset TakenAt,
    long AuditEntries,
    string AuditHash,
    IReadOnlyList<BackupEntry> Entries
)
{
    internal OfficeYear Office => new(Unit, Year);

    public const string Name = "manifest.json";
    public const int CurrentFormat = 1;
}

/// <param name="Name">Path in the archive: <c>tables/Years.jsonl</c>, <c>documents/HASH</c>, <c>anchors/UNIT/YEAR/NUMBER.json</c>.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="ContentType">Of a blob.</param>
/// <param name="Metadata">Of a blob, where it has some.</param>
internal sealed record BackupEntry(
    string Name,
    string Sha256,
    long Length,
    string? ContentType = null,
    IReadOnlyDictionary<string, string>? Metadata = null
);

/// <summary>A backup or restore that cannot be done; the message is for the operator.</summary>
// Made only here, with its message: the usual constructors would say nothing.
#pragma warning disable CA1032
internal sealed class RecoveryException(string message) : Exception(message)
#pragma warning restore CA1032
{ }

/// <summary>Finds the fingerprints that rows and snapshots name.</summary>
internal static partial class Fingerprints
{
    public static IEnumerable<string> In(string text) => Hash().Matches(text).Select(match => match.Value);

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();
}
