namespace Sakip.Documents.Text;

/// <summary>
/// Where an Indonesian word may be cut: between syllables, with at least three letters on either side. It is cautious: no cut
/// within a run of vowels, nor before a final "-an" or "-kan" where the root may end, so a word may stay whole that could be cut.
/// </summary>
internal static class IndonesianHyphenation
{
    private const int ShortestWord = 7;
    private const int ShortestPart = 3;

    /// <summary>Positions before which a hyphen may be set, ascending. Words with anything but letters have none.</summary>
    public static IReadOnlyList<int> Points(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestWord || IsAbbreviation(word))
        {
            return [];
        }

        var points = new List<int>();
        for (var i = 1; i < word.Length - 1; i++)
        {
            if (!IsVowel(word[i - 1]) || IsVowel(word[i]))
            {
                continue;
            }

            // The consonants from i up to the next vowel: the last of them opens the next syllable.
            var next = i;
            while (next < word.Length && !IsVowel(word[next]))
            {
                next++;
            }

            if (next == word.Length)
            {
                break;
            }

            var point = CutWithin(word, i, next);
            if (point >= ShortestPart && word.Length - point >= ShortestPart && !TearsSuffix(word, point))
            {
                points.Add(point);
            }

            i = next;
        }

        return points;
    }

    // One consonant (or digraph) goes with the vowel after it; of several, the first closes the syllable before.
    private static int CutWithin(ReadOnlySpan<char> word, int start, int nextVowel)
    {
        var first = start + (IsDigraph(word, start) ? 2 : 1);
        return first >= nextVowel ? start : first;
    }

    private static bool TearsSuffix(ReadOnlySpan<char> word, int point)
    {
        var rest = word[point..];
        var beforeAn = rest.Length is 3 or 4 && rest.EndsWith("an", StringComparison.OrdinalIgnoreCase);
        return beforeAn && (IsVowel(word[point - 1]) || !rest.Equals("kan", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsDigraph(ReadOnlySpan<char> word, int i) =>
        i + 1 < word.Length
        && (char.ToLowerInvariant(word[i]), char.ToLowerInvariant(word[i + 1]))
            is
                ('n', 'g')
                or
                ('n', 'y')
                or
                ('s', 'y')
                or
                ('k', 'h');

    private static bool IsVowel(char c) => char.ToLowerInvariant(c) is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetter(c))
            {
                return true;
            }

            capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
        }

        return capitals > 1;
    }
}
