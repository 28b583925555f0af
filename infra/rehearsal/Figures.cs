using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sakip.Rehearsal;

/// <summary>What the sample's operators have on their desks, and how they type it.</summary>
internal sealed partial class Figures(JsonElement realisations)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private static readonly Dictionary<string, string> Sources = new()
    {
        ["nilai"] = "value",
        ["pembilang"] = "numerator",
        ["penyebut"] = "denominator",
        ["pendukung"] = "supporting",
        ["penghambat"] = "hindering",
        ["solusi"] = "solution",
        ["tindaklanjut"] = "followUp",
        ["penjelasan"] = "explanation",
        ["serapan"] = "spending",
        ["fisik"] = "physicalPercent",
        ["keluaran"] = "output",
        ["keterangan"] = "note",
        ["kemajuan"] = "progress",
        ["jumlah"] = "quantity",
        ["status"] = "status",
    };

    private static readonly Dictionary<string, (string List, string Key)> Lists = new()
    {
        ["indikator"] = ("indicators", "indicator"),
        ["subkegiatan"] = ("subActivities", "subActivity"),
        ["renaksi"] = ("actions", "action"),
    };

    public static Figures Load(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return new Figures(json.RootElement.Clone());
    }

    /// <summary>Types the quarter's figures into the form, each in one of the ways that officials write numbers.</summary>
    /// <param name="quarter">1 to 4.</param>
    public void Type(Dictionary<string, string> fields, int quarter)
    {
        var reports = realisations
            .GetProperty("quarters")
            .EnumerateArray()
            .Single(entry => entry.GetProperty("quarter").GetString() == $"Q{quarter}")
            .GetProperty("reports");
        foreach (var name in fields.Keys.ToArray())
        {
            if (FieldName().Match(name) is not { Success: true } field)
                continue;
            var (list, key) = Lists[field.Groups[1].Value];
            var row = reports
                .EnumerateArray()
                .SelectMany(report => report.TryGetProperty(list, out var rows) ? rows.EnumerateArray() : default)
                .First(entry => entry.GetProperty(key).GetString() == field.Groups[2].Value);
            // A result in words stands in the same field.
            fields[name] =
                row.TryGetProperty(Sources[field.Groups[3].Value], out var value)
                || (field.Groups[3].Value == "nilai" && row.TryGetProperty("text", out value))
                    ? Typed(value, field.Groups[3].Value, name.Length + quarter)
                    : "";
        }
    }

    private static string Typed(JsonElement value, string field, int turn) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when field == "serapan" => Rupiah(value.GetDecimal(), turn),
            JsonValueKind.Number when turn % 2 == 0 => value
                .GetDecimal()
                .ToString("0.######", CultureInfo.InvariantCulture),
            JsonValueKind.Number => value.GetDecimal().ToString("0.######", Indonesian),
            JsonValueKind.String => value.GetString()!,
            _ => "",
        };

    private static string Rupiah(decimal amount, int turn) =>
        (turn % 3) switch
        {
            0 => "Rp. " + amount.ToString("#,##0", Indonesian),
            1 => amount.ToString("#,##0.00", CultureInfo.InvariantCulture) + ",-",
            _ => amount.ToString("0", CultureInfo.InvariantCulture),
        };

    [GeneratedRegex(
        @"^(indikator|subkegiatan|renaksi)\.(.+)\.([a-z]+)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FieldName();
}
