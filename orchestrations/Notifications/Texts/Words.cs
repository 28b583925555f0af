namespace Sakip.Notifications.Texts;

internal static class Words
{
    private static readonly string[] Breaks = ["\r\n", "\n", "\r"];

    public static string? NullIfEmpty(this string words) => words.Length == 0 ? null : words;

    /// <summary>The lines without control characters, which neither mail nor HTML should carry.</summary>
    public static IEnumerable<string> Lines(this string words) =>
        words.Split(Breaks, StringSplitOptions.None).Select(line => string.Concat(line.Where(c => !char.IsControl(c))));

    /// <summary>Everything on one line, as headers and names need it.</summary>
    public static string OneLine(this string words) => string.Join(' ', words.Lines()).Trim();
}
