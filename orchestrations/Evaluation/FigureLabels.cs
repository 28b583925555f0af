namespace Sakip.Evaluation;

/// <summary>Labels for lists of all figures, where "Capaian tahun lalu" alone does not say of which indicator.</summary>
internal sealed class FigureLabels
{
    private const string Indicator = "indikator.";
    private readonly Dictionary<string, string> _names;

    public FigureLabels(IEnumerable<Figure> figures) =>
        _names = figures
            .Where(figure => figure.Code.StartsWith(Indicator, StringComparison.Ordinal))
            .ToDictionary(figure => figure.Code[Indicator.Length..], figure => figure.Text, StringComparer.Ordinal);

    /// <summary>The figure's label, with the name of its indicator where the label does not have it.</summary>
    public string Of(Figure figure) =>
        _names.GetValueOrDefault(figure.Code[(figure.Code.LastIndexOf('.') + 1)..]) is { } name
        && !figure.Label.Contains(name, StringComparison.Ordinal)
            ? $"{figure.Label} – {name}"
            : figure.Label;
}
