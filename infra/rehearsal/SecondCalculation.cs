using System.Globalization;
using System.Text.Json;

namespace Sakip.Rehearsal;

/// <summary>
/// Holds the evaluation of a played year to the figures that the sample's author computed a second time by other means
/// (hitungan-kedua.json beside the plan), where the sample has them.
/// </summary>
internal static class SecondCalculation
{
    private const string File = "hitungan-kedua.json";

    /// <returns>How many figures agree; none where the sample was computed once only.</returns>
    /// <exception cref="RehearsalException">A figure is another; the message names each.</exception>
    public static int Check(RehearsalOptions options)
    {
        var file = Path.Combine(options.Given, File);
        if (!System.IO.File.Exists(file))
            return 0;
        using var second = JsonDocument.Parse(System.IO.File.ReadAllText(file));
        var evaluated = Path.Combine(options.Out, $"evaluasi-{options.Scenario.Year}.json");
        using var year = JsonDocument.Parse(System.IO.File.ReadAllText(evaluated));
        var pairs = Pairs(second.RootElement, year.RootElement).ToList();
        var different = pairs.Where(pair => pair.Second != pair.Played).ToList();
        if (different.Count > 0)
        {
            throw new RehearsalException(
                $"{different.Count} angka berbeda dari hitungan kedua:\n"
                    + string.Join('\n', different.Select(one => $"{one.What}: {one.Played}, seharusnya {one.Second}"))
            );
        }

        return pairs.Count;
    }

    private static IEnumerable<(string What, string Second, string Played)> Pairs(JsonElement second, JsonElement year)
    {
        foreach (var one in second.GetProperty("indicators").EnumerateObject())
        {
            var played = Of(year.GetProperty("indicators"), one.Name);
            var realisation = Text(one.Value, "realisation");
            yield return (
                $"Realisasi {one.Name}",
                realisation,
                char.IsDigit(realisation[0])
                    ? Rounded(played.GetProperty("realisation"), Digits(realisation))
                    : Text(played, "realisationText")
            );
            yield return ($"Capaian {one.Name}", Text(one.Value, "achievement"), Exact(played, "achievement"));
        }

        foreach (var one in second.GetProperty("objectives").EnumerateObject())
        {
            var played = Of(year.GetProperty("objectives"), one.Name);
            yield return ($"Capaian {one.Name}", one.Value.GetString()!, Exact(played, "achievement"));
        }

        foreach (var one in second.GetProperty("programmes").EnumerateObject())
        {
            var played = Of(year.GetProperty("budget").GetProperty("parts"), one.Name);
            foreach (var pair in Money(one.Name, one.Value, played))
                yield return pair;
        }

        foreach (var pair in Money("seluruhnya", second, year.GetProperty("budget")))
            yield return pair;
        yield return ("Capaian kantor", Text(second, "achievement"), Exact(year, "achievement"));
    }

    private static IEnumerable<(string What, string Second, string Played)> Money(
        string what,
        JsonElement second,
        JsonElement node
    )
    {
        yield return ($"Pagu {what}", Text(second, "ceiling"), Rounded(node.GetProperty("ceiling"), 0));
        yield return ($"Realisasi {what}", Text(second, "spent"), Rounded(node.GetProperty("realisation"), 0));
        yield return ($"Serapan {what}", Text(second, "absorption"), Exact(node, "absorption"));
    }

    private static JsonElement Of(JsonElement list, string code) =>
        list.EnumerateArray().FirstOrDefault(one => Text(one, "code") == code)
            is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new RehearsalException($"Evaluasi tidak memuat {code}.");

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static string Exact(JsonElement of, string name) =>
        Rounded(of.GetProperty(name).GetProperty("exact"), Hundredths);

    private const int Hundredths = 2;

    private static int Digits(string text) =>
        text.Contains('.', StringComparison.Ordinal)
            ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1
            : 0;

    private static string Rounded(JsonElement value, int digits) =>
        value.ValueKind == JsonValueKind.Number
            ? decimal.Round(value.GetDecimal(), digits, MidpointRounding.AwayFromZero)
                .ToString("F" + digits, CultureInfo.InvariantCulture)
            : "-";
}
