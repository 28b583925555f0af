using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Sakip.Storage;

/// <summary>
/// What a call to the tables is about. A process forgets by place what it writes there; it tells other processes of the
/// office alone, so that a busy one costs one mark.
/// </summary>
/// <param name="Name">The table and its partition, or what the partitions that a read goes over have in common.</param>
/// <param name="Wider">The table, office, year and kind of subject, as far as the partition has them.</param>
/// <param name="Mark">Office and year, or what else the first two parts of the partition are.</param>
internal readonly partial record struct TablePlace(string Name, string Wider, string Mark)
{
    private const char Separator = '|';

    /// <summary>The place that a read asks of; null where it asks of several, of none, or of what is never remembered.</summary>
    public static TablePlace? OfRead(Request request)
    {
        var asked = Uri.UnescapeDataString(request.Uri.ToString());
        var table = Kept().Match(asked);
        if (!table.Success)
            return null;
        TablePlace? place = null;
        foreach (Match match in Compared().Matches(asked))
        {
            var one = Of(table.Groups[1].Value, match.Groups[1].Value);
            if (place is { } other && other.Wider != one.Wider)
                return null;
            place = place is null || place == one ? one : one with { Name = one.Wider };
        }

        return place;
    }

    /// <summary>The place that a write changes; null where nobody remembers what it changes.</summary>
    public static async ValueTask<TablePlace?> OfWriteAsync(Request request, CancellationToken cancellation)
    {
        var text = Uri.UnescapeDataString(request.Uri.ToString());
        if (request.Content is not null)
        {
            using var body = new MemoryStream();
            await request.Content.WriteToAsync(body, cancellation);
            text += " " + Uri.UnescapeDataString(Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length)));
        }

        // All rows of a batch lie in one partition of one table.
        return Kept().Match(text) is { Success: true } table && Named().Match(text) is { Success: true } named
            ? Of(table.Groups[1].Value, named.Groups[1].Value + named.Groups[2].Value)
            : null;
    }

    private static TablePlace Of(string table, string partition) =>
        new(table + "=" + partition, table + Separator + First(partition, 3), First(partition, 2));

    private static string First(string partition, int parts)
    {
        var end = -1;
        while (parts-- > 0)
        {
            end = partition.IndexOf(Separator, end + 1);
            if (end < 0)
                return partition;
        }

        return partition[..end];
    }

    // Sessions, codes and kept answers are nobody's but their own request's.
    [GeneratedRegex(
        @"/(Years|Subjects|Intents|Waiting|Audit|Webhooks|Inbox)\b",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Kept();

    [GeneratedRegex("PartitionKey(?:=| [a-z]{2} )'((?:[^']|'')*)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compared();

    [GeneratedRegex(
        "PartitionKey='([^']*)'|\"PartitionKey\":\"([^\"]*)\"",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Named();
}
