using System.Globalization;

namespace Sakip.Benchmarks.Engine;

/// <summary>What was measured against what is wanted, printed as a table at the end.</summary>
internal sealed class Targets
{
    private readonly List<(string What, string Wanted, string Measured, bool IsMet)> _rows = [];

    public void AtLeast(string what, double wanted, double measured, string unit) =>
        Add(what, $"≥ {wanted:N0} {unit}", $"{measured:N0} {unit}", measured >= wanted);

    public void AtMost(string what, double wanted, double measured, string unit) =>
        Add(what, $"≤ {wanted:N1} {unit}", $"{measured:N2} {unit}", measured <= wanted);

    /// <summary>A figure for which nothing was asked.</summary>
    public void Show(string what, double measured, string unit) =>
        Add(what, $"–", $"{measured:N2} {unit}", isMet: true);

    /// <returns>Whether every target is met.</returns>
    public bool Print()
    {
        if (_rows.Count == 0)
            return true;
        Console.WriteLine();
        Console.WriteLine($"{"", -2}{"target", -46}{"wanted", 16}{"measured", 18}");
        foreach (var row in _rows)
        {
            Console.WriteLine(
                $"{(!row.IsMet ? "✗" : row.Wanted == "–" ? " " : "✓"), -2}{row.What, -46}{row.Wanted, 16}{row.Measured, 18}"
            );
        }

        return _rows.All(row => row.IsMet);
    }

    private void Add(string what, FormattableString wanted, FormattableString measured, bool isMet) =>
        _rows.Add(
            (
                what,
                wanted.ToString(CultureInfo.InvariantCulture),
                measured.ToString(CultureInfo.InvariantCulture),
                isMet
            )
        );
}
