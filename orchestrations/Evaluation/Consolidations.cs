using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>An indicator's value at the end of a quarter or the year.</summary>
internal sealed record ConsolidatedValue
{
    public required ValueState State { get; init; }

    public required decimal? Value { get; init; }

    public required decimal? Numerator { get; init; }

    public required decimal? Denominator { get; init; }

    public required string? Text { get; init; }

    public required string Formula { get; init; }

    public required string? Note { get; init; }

    /// <summary>The quarterly figures that made it.</summary>
    public required IReadOnlyList<(Quarter Quarter, IndicatorFigure Figure)> Figures { get; init; }
}

/// <summary>Makes one value of several quarters, by the rule that the indicator declares.</summary>
internal static class Consolidations
{
    /// <param name="upTo">The last quarter that counts; every quarter before it is expected too.</param>
    public static ConsolidatedValue Consolidate(
        Indicator indicator,
        IReadOnlyList<QuarterlyFigures> quarters,
        Quarter upTo
    )
    {
        var reported = quarters
            .Where(q => q.Quarter <= upTo)
            .OrderBy(q => q.Quarter)
            .Select(q => (q.Quarter, Figure: FigureOf(indicator, q)))
            .Where(pair => pair.Figure is not null)
            .Select(pair => (pair.Quarter, Figure: pair.Figure!))
            .ToList();
        return indicator.Consolidation switch
        {
            Consolidation.LastKnown => Last(
                indicator,
                reported.Where(HasValue).TakeLast(1).ToList(),
                "nilai terakhir yang dilaporkan"
            ),
            Consolidation.RunningTotal => Last(
                indicator,
                reported.Where(pair => pair.Quarter == upTo && HasValue(pair)).ToList(),
                "jumlah berjalan pada triwulan akhir"
            ),
            _ => Combine(indicator, reported.Where(HasValue).ToList(), upTo),
        };
    }

    /// <summary>The value of one figure: as reported, or numerator / denominator times the indicator's multiplier.</summary>
    public static decimal? ValueOf(Indicator indicator, IndicatorFigure figure) =>
        figure.Value ?? Quotient(indicator, figure);

    /// <summary>Numerator / denominator times the indicator's multiplier; null without both, or over nothing.</summary>
    public static decimal? Quotient(Indicator indicator, IndicatorFigure figure) =>
        figure is { Numerator: { } part, Denominator: { } whole } && whole > 0m
            ? part / whole * indicator.Factor()
            : null;

    private static bool HasValue((Quarter, IndicatorFigure Figure) pair) =>
        pair.Figure.Value is not null
        || pair.Figure is { Numerator: not null, Denominator: > 0m }
        || pair.Figure.Text is not null;

    private static IndicatorFigure? FigureOf(Indicator indicator, QuarterlyFigures quarter)
    {
        var figures = quarter.Indicators.Where(figure => figure.Indicator == indicator.Code).ToList();
        return figures.Find(figure => figure.SubUnit == indicator.SubUnit) ?? figures.FirstOrDefault();
    }

    private static ConsolidatedValue Last(Indicator indicator, List<(Quarter, IndicatorFigure)> figures, string formula)
    {
        if (figures.Count == 0)
            return Absent(formula, "Realisasi belum dilaporkan.", figures);
        var (_, figure) = figures[^1];
        var value = ValueOf(indicator, figure);
        return new()
        {
            State = value is null ? ValueState.TextOnly : ValueState.Measured,
            Value = value,
            Numerator = figure.Numerator,
            Denominator = figure.Denominator,
            Text = figure.Text,
            Formula = figure.Value is null && value is not null ? "pembilang / penyebut" + indicator.Times() : formula,
            Note = null,
            Figures = figures,
        };
    }

    private static ConsolidatedValue Combine(
        Indicator indicator,
        List<(Quarter Quarter, IndicatorFigure Figure)> figures,
        Quarter upTo
    )
    {
        // A quotient is made anew of its parts, never added or averaged; a ratio that was reported without them is.
        var isQuotient =
            indicator.Kind == ValueKind.Percent
            || indicator.DenominatorLabel is not null
                && figures.TrueForAll(pair => pair.Figure is { Numerator: not null, Denominator: not null });
        var formula =
            isQuotient ? "Σ pembilang / Σ penyebut" + indicator.Times()
            : indicator.Consolidation == Consolidation.Sum ? "jumlah triwulan"
            : "rata-rata triwulan";
        var absent = Quarters.All.Where(q => q <= upTo && figures.TrueForAll(pair => pair.Quarter != q)).ToList();
        if (absent.Count > 0)
        {
            var names = string.Join(", ", absent.Select(q => "TW " + q.Roman()));
            return Absent(formula, $"Belum dilaporkan: {names}.", figures);
        }

        if (figures.Exists(pair => ValueOf(indicator, pair.Figure) is null))
        {
            return new()
            {
                State = ValueState.TextOnly,
                Value = null,
                Numerator = null,
                Denominator = null,
                Text = figures[^1].Figure.Text,
                Formula = formula,
                Note = null,
                Figures = figures,
            };
        }

        if (isQuotient)
            return CombineParts(indicator, figures, formula);
        var sum = figures.Sum(pair => ValueOf(indicator, pair.Figure)!.Value);
        var value = indicator.Consolidation == Consolidation.Sum ? sum : sum / figures.Count;
        return new()
        {
            State = ValueState.Measured,
            Value = value,
            Numerator = null,
            Denominator = null,
            Text = null,
            Formula = formula,
            Note = null,
            Figures = figures,
        };
    }

    private static ConsolidatedValue CombineParts(
        Indicator indicator,
        List<(Quarter Quarter, IndicatorFigure Figure)> figures,
        string formula
    )
    {
        if (figures.Exists(pair => pair.Figure.Numerator is null || pair.Figure.Denominator is null))
        {
            return new()
            {
                State = ValueState.NotComputable,
                Value = null,
                Numerator = null,
                Denominator = null,
                Text = null,
                Formula = formula,
                Note = "Persentase antartriwulan dihitung dari pembilang dan penyebut; ada yang belum diisi.",
                Figures = figures,
            };
        }

        var numerator = figures.Sum(pair => pair.Figure.Numerator!.Value);
        var denominator = figures.Sum(pair => pair.Figure.Denominator!.Value);
        return denominator <= 0m
            ? new()
            {
                State = ValueState.NotComputable,
                Value = null,
                Numerator = numerator,
                Denominator = denominator,
                Text = null,
                Formula = formula,
                Note = "Penyebut 0.",
                Figures = figures,
            }
            : new()
            {
                State = ValueState.Measured,
                Value = numerator / denominator * indicator.Factor(),
                Numerator = numerator,
                Denominator = denominator,
                Text = null,
                Formula = formula,
                Note = null,
                Figures = figures,
            };
    }

    private static ConsolidatedValue Absent(
        string formula,
        string note,
        IReadOnlyList<(Quarter, IndicatorFigure)> figures
    ) =>
        new()
        {
            State = ValueState.NotReported,
            Value = null,
            Numerator = null,
            Denominator = null,
            Text = null,
            Formula = formula,
            Note = note,
            Figures = figures,
        };
}
