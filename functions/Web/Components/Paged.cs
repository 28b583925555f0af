namespace Sakip.Functions.Web.Components;

/// <summary>One page of a longer list, with the links to its neighbours.</summary>
internal sealed record Paged<T>(int Page, IReadOnlyList<T> Rows, PagerView Pager);

internal static class Paged
{
    /// <param name="page">As it was asked for; the nearest that there is is shown.</param>
    public static Paged<T> Of<T>(IReadOnlyList<T> rows, int page, int size, Func<int, string> url)
    {
        var pages = (int)Math.Max(1, (rows.Count + (long)size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        string? Link(int to) => to < 1 || to > pages ? null : url(to);
        return new(
            page,
            [.. rows.Skip((page - 1) * size).Take(size)],
            new PagerView(Link(page - 1), Link(page + 1), $"Halaman {page} dari {pages}")
        );
    }

    /// <summary>The page that an address asks for; 0, and so the first, where it is no number.</summary>
    public static int Asked(string? typed) =>
        int.TryParse(
            typed,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var page
        )
            ? page
            : 0;
}
