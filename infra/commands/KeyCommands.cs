using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Sakip.Recovery;
using Sakip.Storage;
using Sakip.Webhooks;

namespace Sakip.Commands;

/// <summary>Makes a key for links, and tells when an old one may go.</summary>
internal static class KeyCommands
{
    /// <summary>The key alone on the output, so that it can go straight into the vault.</summary>
    public static int Make(TextWriter output)
    {
        output.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return 0;
    }

    /// <returns>0 when no link from before is open any more, else 1.</returns>
    public static async Task<int> OpenAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var text = line.Need("--before");
        if (
            !DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            )
        )
        {
            throw new UsageException("--before memerlukan saat kunci baru mulai dipakai, misalnya 2024-03-01T00:00Z.");
        }

        await using var session = await StorageSession.OpenAsync(line, isNew: false, cancellation);
        var found = await new OpenLinks(session.Storage).IssuedBeforeAsync(instant, cancellation);
        output.WriteLine(
            found.Until is { } until
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Count} tautan dari sebelum {instant:yyyy-MM-dd HH:mm} UTC masih terbuka; yang terakhir sampai {until:yyyy-MM-dd HH:mm} UTC."
                )
                : "Tidak ada lagi tautan terbuka dari kunci lama."
        );
        var isFree = await SecretsAsync(session.Storage, line.Value("--key"), output, cancellation);
        if (found.Count > 0 || !isFree)
            return 1;
        output.WriteLine("Kunci itu boleh dikeluarkan.");
        return 0;
    }

    // Secrets of receivers are sealed with the link keys, too; the app seals them again with the active one by itself.
    private static async Task<bool> SecretsAsync(
        OfficeStorage storage,
        string? key,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var sealing = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var row in storage.Webhooks.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            foreach (var column in (string[])[nameof(WebhookRow.Secret), nameof(WebhookRow.FormerSecret)])
            {
                if (row.GetString(column)?.Split('.') is [{ Length: > 0 } id, _])
                    sealing[id] = sealing.GetValueOrDefault(id) + 1;
            }
        }

        if (sealing.Count == 0)
            return true;
        var list = string.Join(", ", sealing.Select(one => $"{one.Key} ({one.Value})"));
        if (key is null)
        {
            output.WriteLine(
                $"Rahasia penerima webhook tersegel dengan kunci {list}. Sebutkan kunci yang akan dikeluarkan: --key NAMA"
            );
            return false;
        }

        if (!sealing.TryGetValue(key, out var count))
            return true;
        output.WriteLine(
            $"{count} rahasia penerima webhook masih tersegel dengan kunci {key}; aplikasi menyegelnya lagi pada sapuan berikutnya."
        );
        return false;
    }
}
