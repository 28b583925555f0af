using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Microsoft.Extensions.Options;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Access;

/// <summary>A session that holds.</summary>
/// <param name="Cookie">The cookie's new value where it is time to renew it.</param>
internal sealed record OpenSession(string Id, Identity Identity, string? Cookie);

/// <summary>
/// Sessions: the cookie <c>id.begun.seen.seal</c> is sealed with the keys of the links and names nobody; the row says whose
/// it is, and signing out deletes it. Lifetimes run on the system clock, also where the office's clock is a virtual one:
/// it is a browser of today that holds the cookie.
/// </summary>
internal sealed class Sessions(
    OfficeStorage storage,
    LinkTokens tokens,
    TimeProvider clock,
    IOptions<AccessOptions> options
)
{
    private const string Purpose = "session";
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session and gives the cookie's value.</summary>
    public async Task<string> BeginAsync(Identity identity, CancellationToken cancellation)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var now = clock.GetUtcNow();
        await storage.Access.AddEntityAsync(
            new SessionRow
            {
                PartitionKey = SessionRow.Partition,
                RowKey = RowKey(id),
                Email = identity.Value,
                At = now,
                ExpiresAt = now + options.Value.SessionLifetime,
            },
            cancellation
        );
        return Write(id, now, now);
    }

    /// <summary>The session of a cookie; null when it is forged, over, idle for too long, or signed out.</summary>
    public async Task<OpenSession?> FindAsync(string? cookie, CancellationToken cancellation)
    {
        if (Read(cookie) is not var (id, begun, seen))
            return null;
        var now = clock.GetUtcNow();
        if (
            begun + options.Value.SessionLifetime <= now
            || seen + options.Value.IdleLifetime <= now
            || begun > now.AddMinutes(1)
        )
        {
            return null;
        }

        var row = await storage.Access.FindAsync<SessionRow>(SessionRow.Partition, RowKey(id), cancellation);
        if (row is null || row.ExpiresAt <= now)
            return null;
        return new OpenSession(
            id,
            new Identity(IdentitySource.Mailbox, row.Email),
            now - seen > RenewAfter ? Write(id, begun, now) : null
        );
    }

    /// <summary>Ends a session for good: a copy of its cookie opens nothing.</summary>
    public Task EndAsync(string id, CancellationToken cancellation) =>
        storage.Access.DeleteEntityAsync(SessionRow.Partition, RowKey(id), ETag.All, cancellation);

    private string Write(string id, DateTimeOffset begun, DateTimeOffset seen)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{id}.{begun.ToUnixTimeSeconds()}.{seen.ToUnixTimeSeconds()}"
        );
        return $"{text}.{tokens.Seal(Purpose, text)}";
    }

    private (string Id, DateTimeOffset Begun, DateTimeOffset Seen)? Read(string? cookie)
    {
        if (cookie is null or { Length: > 200 } || cookie.Split('.') is not [var id, var begun, var seen, var seal])
            return null;
        return
            tokens.IsSealed(Purpose, $"{id}.{begun}.{seen}", seal)
            && long.TryParse(begun, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (id, DateTimeOffset.FromUnixTimeSeconds(from), DateTimeOffset.FromUnixTimeSeconds(last))
            : null;
    }

    private static string RowKey(string id) => BlobVault.HashOf(Encoding.UTF8.GetBytes(id));
}
