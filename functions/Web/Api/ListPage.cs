using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;

namespace Sakip.Functions.Web.Api;

/// <summary>One page of a list. <paramref name="Next"/> goes into <c>after</c> to read on; null at the end.</summary>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page a request asks for.</summary>
/// <param name="Size">At most <see cref="LargestPage"/>.</param>
/// <param name="After">The token of the page before; null for the first page.</param>
internal sealed record ListWindow(int Size, string? After)
{
    public const int LargestPage = 200;
    public const int UsualPage = 50;

    /// <exception cref="BadInputException">The size is no number from 1, or the token is none of ours.</exception>
    public static ListWindow Of(HttpRequest request)
    {
        var size = UsualPage;
        if (
            request.Query.TryGetValue("size", out var wanted)
            && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size < 1)
        )
        {
            throw new BadInputException("'size' harus bilangan bulat mulai 1.");
        }

        return new ListWindow(
            Math.Min(size, LargestPage),
            request.Query.TryGetValue("after", out var after) ? Read(after.ToString()) : null
        );
    }

    /// <summary>Reads one page of what storage holds.</summary>
    public async Task<ListPage<TItem>> ReadAsync<T, TItem>(
        AsyncPageable<T> rows,
        Func<T, TItem> shape,
        CancellationToken cancellation
    )
        where T : notnull
    {
        try
        {
            await foreach (var page in rows.AsPages(After, Size).WithCancellation(cancellation))
                return new ListPage<TItem>([.. page.Values.Select(shape)], Write(page.ContinuationToken));
        }
        catch (RequestFailedException refused) when (refused.Status == 400 && After is not null)
        {
            throw new BadInputException("'after' bukan penanda halaman yang sah.");
        }

        return new ListPage<TItem>([], null);
    }

    /// <summary>One page of a list that is in memory.</summary>
    public ListPage<T> Slice<T>(IReadOnlyList<T> all)
    {
        var from =
            After is null ? 0
            : int.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new BadInputException("'after' bukan penanda halaman yang sah.");
        var upTo = Math.Min(all.Count, from + Size);
        return new ListPage<T>(
            [.. all.Skip(from).Take(Size)],
            upTo < all.Count ? Write(upTo.ToString(CultureInfo.InvariantCulture)) : null
        );
    }

    /// <summary>The token of the page that begins at a number; null at the end.</summary>
    public static string? Token(long? number) => Write(number?.ToString(CultureInfo.InvariantCulture));

    private static string? Write(string? token) =>
        string.IsNullOrEmpty(token) ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));

    private static string Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw new BadInputException("'after' bukan penanda halaman yang sah.");
        }
    }
}
