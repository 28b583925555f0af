namespace Sakip.Notifications.Texts;

internal static class Words
{
    private static readonly string[] Breaks = ["\r\n", "\n", "\r"];

    /// <summary>One full stop where a title that ends in one ends a sentence: "S.IP.".</summary>
    public static string OneStop(this string words)
    {
        for (var at = words.IndexOf("..", StringComparison.Ordinal); at >= 0; )
        {
            var end = at + 2;
            while (end < words.Length && words[end] == '.')
                end++;
            if (end - at == 2)
                words = words.Remove(at + 1, 1);
            at = words.IndexOf("..", Math.Min(end, words.Length), StringComparison.Ordinal);
        }

        return words;
    }

    public static string? NullIfEmpty(this string words) => words.Length == 0 ? null : words;

    /// <summary>The lines without control characters, which neither mail nor HTML should carry.</summary>
    public static IEnumerable<string> Lines(this string words) =>
        words.Split(Breaks, StringSplitOptions.None).Select(line => string.Concat(line.Where(c => !char.IsControl(c))));

    /// <summary>Everything on one line, as headers and names need it.</summary>
    public static string OneLine(this string words) => string.Join(' ', words.Lines()).Trim();
}
