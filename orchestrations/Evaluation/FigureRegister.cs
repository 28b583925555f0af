using System.Text.RegularExpressions;

namespace Sakip.Evaluation;

/// <param name="Unknown">Codes of placeholders that no figure has, in order of appearance.</param>
/// <param name="Absent">Codes whose figure has no value; "-" stands in the text.</param>
internal sealed record FilledText(string Text, IReadOnlyList<string> Unknown, IReadOnlyList<string> Absent);

/// <summary>
/// Fills <c>{{code}}</c> in narrative with figures, so that no number is typed twice. Writers type <c>{{capaian.RB}}</c> or
/// <c>{{capaian.rb}}</c>: codes differ in more than capitals.
/// </summary>
internal sealed partial class FigureRegister(IReadOnlyList<Figure> figures)
{
    private readonly Dictionary<string, Figure> _byCode = figures.ToDictionary(
        figure => figure.Code,
        StringComparer.OrdinalIgnoreCase
    );

    public Figure? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>An unknown placeholder is left as it stands and reported.</summary>
    public FilledText Fill(string text)
    {
        List<string> unknown = [],
            absent = [];
        var filled = Placeholder()
            .Replace(
                text,
                match =>
                {
                    var code = match.Groups["code"].Value;
                    if (Find(code) is not { } figure)
                    {
                        unknown.Add(code);
                        return match.Value;
                    }

                    if (figure.Text == "-")
                        absent.Add(code);
                    return figure.Text;
                }
            );
        return new(filled, unknown, absent);
    }

    /// <summary>The codes that a text asks for, in order.</summary>
    public static IReadOnlyList<string> CodesIn(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups["code"].Value).ToList();

    [GeneratedRegex(@"\{\{\s*(?<code>[^{}\s]+)\s*\}\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
