using System.Globalization;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>What a figure shows: its value, and the text that is printed for it.</summary>
internal readonly record struct FigureValue(FigureKind Kind, ValueState State, decimal? Value, string Text);

/// <summary>Collects figures, each printed as its kind is.</summary>
internal sealed class FigureList(CalculationPolicy policy)
{
    private readonly Rounding _rounding = new(policy);
    private readonly List<Figure> _figures = [];

    public IReadOnlyList<Figure> Ordered() => [.. _figures.OrderBy(figure => figure.Code, StringComparer.Ordinal)];

    public void AddYear(string code, string label, int year) =>
        Add(
            code,
            label,
            new FigureValue(FigureKind.Year, ValueState.Measured, year, year.ToString(CultureInfo.InvariantCulture)),
            "rencana",
            []
        );

    public void AddText(string code, string label, string text) =>
        Add(code, label, new FigureValue(FigureKind.Text, ValueState.TextOnly, null, text), "rencana", []);

    public void AddCount(string code, string label, int count) =>
        Add(
            code,
            label,
            new FigureValue(FigureKind.Count, ValueState.Measured, count, IndonesianNumber.Count(count)),
            "jumlah",
            []
        );

    public void AddValue(string code, string label, decimal? value, string text, string source, ValueState state) =>
        Add(
            code,
            label,
            new FigureValue(FigureKind.Value, state, value, text),
            "ditetapkan",
            [new(label, value, null, source)]
        );

    public void AddOptional(string code, string label, decimal? value, IReadOnlyList<FigureInput> inputs)
    {
        if (value is { } number)
        {
            Add(
                code,
                label,
                new FigureValue(FigureKind.Value, ValueState.Measured, number, IndonesianNumber.Natural(number, 0)),
                "dilaporkan",
                inputs
            );
        }
    }

    public void AddRupiah(
        string code,
        string label,
        decimal? amount,
        string formula,
        IEnumerable<FigureInput> inputs
    ) =>
        Add(
            code,
            label,
            new FigureValue(
                FigureKind.Rupiah,
                amount is null ? ValueState.NotReported : ValueState.Measured,
                amount,
                amount is { } known ? IndonesianNumber.Rupiah(known) : "-"
            ),
            formula,
            inputs
        );

    public void AddPercent(
        string code,
        string label,
        Computed value,
        string table,
        string formula,
        IEnumerable<FigureInput> inputs
    ) =>
        Add(
            code,
            label,
            new FigureValue(
                FigureKind.Percent,
                value.State,
                value.Exact,
                value.Rounded is { } rounded ? IndonesianNumber.Percent(rounded, _rounding.Decimals(table)) : "-"
            ),
            formula,
            inputs
        );

    public void Add(string code, string label, FigureValue shown, string formula, IEnumerable<FigureInput> inputs) =>
        _figures.Add(
            new(code, label, shown.Kind, shown.State, shown.Value, shown.Text, formula, [.. inputs], policy.Version)
        );
}
