namespace Sakip.Documents;

internal static class ListMarkers
{
    /// <summary>What stands before the item at an index counted from 0.</summary>
    public static string Marker(this ListStyle style, int index) =>
        style switch
        {
            ListStyle.Number => $"{index + 1}.",
            ListStyle.NumberParenthesis => $"{index + 1})",
            ListStyle.Letter => $"{Letters(index)}.",
            ListStyle.LetterParenthesis => $"{Letters(index)})",
            _ => "•",
        };

    // a … z, aa, bb … as word processors count.
    private static string Letters(int index) => new((char)('a' + (index % 26)), (index / 26) + 1);
}
