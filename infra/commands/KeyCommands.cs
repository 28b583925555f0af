using System.Globalization;
using System.Security.Cryptography;
using Sakip.Recovery;

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
                out var instant))
        {
            throw new UsageException("--before memerlukan saat kunci baru mulai dipakai, misalnya 2024-03-01T00:00Z.");
        }

        await using var session = await StorageSession.OpenAsync(line, isNew: false, cancellation);
        var found = await new OpenLinks(session.Storage).IssuedBeforeAsync(instant, cancellation);
        output.WriteLine(found.Until is { } until
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Count} tautan dari sebelum {instant:yyyy-MM-dd HH:mm} UTC masih terbuka; yang terakhir sampai {until:yyyy-MM-dd HH:mm} UTC.")
            : "Tidak ada lagi tautan terbuka dari kunci lama: kunci itu boleh dikeluarkan.");
        return found.Count == 0 ? 0 : 1;
    }
}
