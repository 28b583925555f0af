namespace Sakip.Consistency;

/// <summary>Indonesian number words up to 999.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nol"] = 0,
        ["satu"] = 1,
        ["dua"] = 2,
        ["tiga"] = 3,
        ["empat"] = 4,
        ["lima"] = 5,
        ["enam"] = 6,
        ["tujuh"] = 7,
        ["delapan"] = 8,
        ["sembilan"] = 9,
        ["sepuluh"] = 10,
        ["sebelas"] = 11,
        ["seratus"] = 100,
    };

    /// <returns>Null where the text is no number.</returns>
    public static int? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        int total = 0,
            current = 0;
        foreach (var word in words)
        {
            if (Units.TryGetValue(word, out var unit))
                current += unit;
            else if (word.Equals("belas", StringComparison.OrdinalIgnoreCase))
                current += 10;
            else if (word.Equals("puluh", StringComparison.OrdinalIgnoreCase))
                current *= 10;
            else if (word.Equals("ratus", StringComparison.OrdinalIgnoreCase))
                current *= 100;
            else
                return null;
            if (current < 100 && !word.Equals("puluh", StringComparison.OrdinalIgnoreCase))
                continue;
            total += current;
            current = 0;
        }

        return total + current;
    }
}
