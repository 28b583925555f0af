using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>A placeholder that no figure has, with the ones that may have been meant.</summary>
internal sealed record UnknownPlaceholder(string Code, IReadOnlyList<string> Suggestions);

/// <summary>What is wrong with a text, and what may be better.</summary>
/// <param name="Errors">Stand in the way of handing it in.</param>
/// <param name="Hints">Numbers that were typed although a placeholder has them.</param>
internal sealed record NarrativeVerdict(
    IReadOnlyList<string> Errors,
    IReadOnlyList<UnknownPlaceholder> Unknown,
    IReadOnlyList<string> Hints
)
{
    public bool Passes => Errors.Count == 0;
}

/// <summary>Checks a text before it is taken: length, placeholders, digits that should be fields.</summary>
internal static class NarrativeCheck
{
    public const int Longest = TextLimits.Block;
    private const int MostSuggestions = 3;
    private const int MostHints = 5;

    public static NarrativeVerdict Of(string body, FigureRegister register, IReadOnlyList<Figure> figures)
    {
        var errors = new List<string>();
        if (string.IsNullOrWhiteSpace(body))
            errors.Add("Narasi belum diisi.");
        if (body.Length > Longest)
        {
            errors.Add(
                $"Narasi terlalu panjang: {IndonesianNumber.Number(body.Length, 0)} dari {IndonesianNumber.Number(Longest, 0)} huruf."
            );
        }

        List<UnknownPlaceholder> unknown =
        [
            .. register
                .Fill(body)
                .Unknown.Distinct()
                .Select(code => new UnknownPlaceholder(code, Nearest(code, figures))),
        ];
        errors.AddRange(
            unknown.Select(one =>
                $"Angka {{{{{one.Code}}}}} tidak dikenal."
                + (
                    one.Suggestions.Count == 0
                        ? ""
                        : $" Mungkin maksudnya: {string.Join(", ", one.Suggestions.Select(code => $"{{{{{code}}}}}"))}."
                )
            )
        );
        if (body.Count(c => c == '{') != body.Count(c => c == '}'))
            errors.Add("Tanda kurung {{ dan }} belum berpasangan.");
        return new NarrativeVerdict(errors, unknown, Hints(body, figures));
    }

    /// <summary>The codes nearest to one that does not exist.</summary>
    public static IReadOnlyList<string> Nearest(string code, IReadOnlyList<Figure> figures)
    {
        var wanted = code.ToLowerInvariant();
        var most = Math.Max(2, code.Length / 3);
        return
        [
            .. figures
                .Select(figure =>
                    (
                        figure.Code,
                        Distance: figure.Code.Contains(wanted, StringComparison.OrdinalIgnoreCase)
                            ? 1
                            : Distance(wanted, figure.Code.ToLowerInvariant())
                    )
                )
                .Where(one => one.Distance <= most)
                .OrderBy(one => one.Distance)
                .ThenBy(one => one.Code.Length)
                .ThenBy(one => one.Code, StringComparer.Ordinal)
                .Take(MostSuggestions)
                .Select(one => one.Code),
        ];
    }

    // Amounts and percentages that a figure prints in just these digits.
    private static IReadOnlyList<string> Hints(string body, IReadOnlyList<Figure> figures) =>
        [
            .. figures
                .Where(figure => figure.Kind is FigureKind.Rupiah or FigureKind.Percent && figure.Text.Length >= 4)
                .Where(figure => body.Contains(figure.Text, StringComparison.Ordinal))
                .DistinctBy(figure => figure.Text)
                .Take(MostHints)
                .Select(figure =>
                    $"Angka {figure.Text} diketik; pakailah {{{{{figure.Code}}}}} supaya selalu mengikuti data."
                ),
        ];

    private static int Distance(string one, string other)
    {
        var before = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            before[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var now = new int[other.Length + 1];
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                now[j] = Math.Min(change, Math.Min(before[j], now[j - 1]) + 1);
            }

            before = now;
        }

        return before[^1];
    }
}
