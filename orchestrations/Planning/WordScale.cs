using Sakip.Kernel;

namespace Sakip.Planning;

/// <param name="Share">What the word is worth, percent of the best.</param>
internal sealed record WordShare(string Word, decimal Share);

/// <summary>The words that an indicator's target and result are taken from, best first, for example "WTP = 100; WDP = 75".</summary>
internal sealed class WordScale
{
    /// <summary>How it is typed.</summary>
    public const string Expected =
        "Kata dari yang terbaik dengan nilainya 0 sampai 100, misalnya \"WTP = 100; WDP = 75; TW = 25; TMP = 0\".";

    private WordScale(IReadOnlyList<WordShare> shares)
    {
        Shares = shares;
        Words = [.. shares.Select(one => one.Word)];
    }

    public IReadOnlyList<WordShare> Shares { get; }

    public IReadOnlyList<string> Words { get; }

    /// <summary>The scale as typed; null where it is not one: two words or more, each worth less than the one before.</summary>
    public static WordScale? Parse(string? typed)
    {
        var shares = new List<WordShare>();
        foreach (
            var part in (typed ?? "").Split(
                [';', '\n'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (part.LastIndexOfAny(['=', ':']) is not (> 0 and var at))
                return null;
            var word = TidyText.Line(part[..at]);
            var share = NumberParser.Parse(part[(at + 1)..], NumberKind.Percent).Value;
            if (word.Length == 0 || share is not (>= 0m and <= 100m) || shares.Count > 0 && share >= shares[^1].Share)
                return null;
            shares.Add(new WordShare(word, share.Value));
        }

        var distinct = shares.DistinctBy(one => one.Word, StringComparer.OrdinalIgnoreCase).Count();
        return shares.Count < 2 || distinct < shares.Count ? null : new WordScale(shares);
    }

    /// <summary>The word as the scale writes it; null where it has none like it.</summary>
    public string? Like(string? typed) => Find(typed)?.Word;

    /// <summary>What a word is worth; null where the scale does not have it.</summary>
    public decimal? ShareOf(string? word) => Find(word)?.Share;

    private WordShare? Find(string? typed)
    {
        var word = TidyText.Line(typed ?? "");
        return Shares.FirstOrDefault(one => string.Equals(one.Word, word, StringComparison.OrdinalIgnoreCase));
    }
}
