using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using UglyToad.PdfPig;

namespace Sakip.Faults;

/// <summary>
/// What the stored documents and snapshots say, whatever their bytes: those of a signature differ each time, and with
/// them every hash of a signed document.
/// </summary>
internal sealed partial class StoredContents
{
    private static readonly string[] Containers = ["documents", "snapshots"];

    private readonly SortedDictionary<string, string> _digests = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _lines = new(StringComparer.Ordinal);

    /// <summary>One line for each content; the same one signed twice is one content.</summary>
    public IEnumerable<string> Lines => _lines;

    public static async Task<StoredContents> ReadAsync(BlobServiceClient blobs, CancellationToken cancellation)
    {
        var contents = new StoredContents();
        foreach (var name in Containers)
        {
            var container = blobs.GetBlobContainerClient(name);
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                var content = await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation);
                var digest = Digest(Says(blob.Properties.ContentType, content.Value.Content.ToArray()));
                contents._digests[blob.Name] = digest;
                contents._lines.Add($"{name} {blob.Properties.ContentType} {digest}");
            }
        }

        return contents;
    }

    /// <summary>The text with each hash replaced by what the content of that hash says.</summary>
    public string Resolve(string text) => Hash().Replace(text, match => Find(match.Value) ?? "#");

    // A fingerprint is printed in groups of eight.
    private static string Plain(string text) => Group().Replace(text, "#");

    // The register of documents has the first half of a hash.
    private string? Find(string hash) =>
        _digests.TryGetValue(hash, out var digest)
            ? digest
            : _digests.FirstOrDefault(known => known.Key.StartsWith(hash, StringComparison.Ordinal)).Value;

    private static string Says(string type, byte[] content) =>
        type switch
        {
            "application/pdf" => Plain(TextOf(content)),
            "application/json" => Hash().Replace(Encoding.UTF8.GetString(content), "#"),
            _ when content.AsSpan().StartsWith("PK"u8) => PartsOf(content),
            _ => Convert.ToHexStringLower(SHA256.HashData(content)),
        };

    private static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join('\f', document.GetPages().Select(page => page.Text));
    }

    // A code to scan is a picture of a hash: of pictures only the place counts.
    private static string PartsOf(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            text.AppendLine(entry.FullName);
            if (!entry.FullName.EndsWith(".xml", StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(entry.Open());
            text.AppendLine(Plain(reader.ReadToEnd()));
        }

        return text.ToString();
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16].ToUpperInvariant();

    // Behind "kunci" stands a part of the hash of the function key, which each run makes for itself.
    [GeneratedRegex(
        @"[0-9a-f]{64}|[0-9a-f]{32}|(?<=kunci |\bKey=)[0-9a-f]{12}|[0-9a-f]{16}",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Hash();

    [GeneratedRegex("[0-9a-f]{8,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();
}
