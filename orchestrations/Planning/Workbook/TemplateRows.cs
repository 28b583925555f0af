using System.Text.Json.Nodes;
using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>What the template holds already because it is the same for nearly every office.</summary>
internal static class TemplateRows
{
    private const int DueAfter = 10;
    private const int ClosesAfter = 5;
    private const int VerifiedAfter = 3;

    private static readonly IReadOnlyList<string[]> Bands =
    [
        ["90", "Sangat Tinggi", "> 90", "Hijau Tua", "#1A7F37"],
        ["75", "Tinggi", "> 75 – 90", "Hijau Muda", "#8BC97A"],
        ["65", "Sedang", "> 65 – 75", "Kuning Tua", "#E0A800"],
        ["50", "Rendah", "> 50 – 65", "Kuning Muda", "#FFE873"],
        ["", "Sangat Rendah", "≤ 50", "Merah", "#D64541"],
    ];

    /// <summary>Sheets that say nothing about whether somebody has filled the template in.</summary>
    public static IReadOnlyList<string> Sheets { get; } = [SheetNames.Bands, SheetNames.Policy, SheetNames.Windows];

    /// <param name="year">The year whose windows are filled in; null leaves them as examples.</param>
    public static Dictionary<string, List<JsonNode?[]>> Of(int? year)
    {
        var policy = Layout(SheetNames.Policy);
        var rows = new Dictionary<string, List<JsonNode?[]>>
        {
            [SheetNames.Bands] = [.. Bands.Select(band => Row(Layout(SheetNames.Bands), band))],
            [SheetNames.Policy] = [Row(policy, policy.Examples[0])],
        };
        if (year is not { } given)
            return rows;
        // Holidays stay out: a sheet without any is filled with those of the office's own province.
        var calendar = new WorkCalendar(HolidayCalendars.Of(null, given, given + 1));
        rows[SheetNames.Windows] = [.. Quarters.All.Select(quarter => Window(quarter, given, calendar))];
        return rows;
    }

    private static JsonNode?[] Window(Quarter quarter, int year, WorkCalendar calendar)
    {
        var opens = calendar.After(quarter.LastDay(year));
        var due = calendar.Add(opens, DueAfter);
        var closes = calendar.Add(due, ClosesAfter);
        return Row(
            Layout(SheetNames.Windows),
            [
                "TW " + quarter.Roman(),
                .. new[] { opens, due, closes, calendar.Add(closes, VerifiedAfter) }.Select(IndonesianDate.Long),
            ]
        );
    }

    private static SheetLayout Layout(string name) => PlanSheets.All.First(layout => layout.Name == name);

    // Read as if somebody had typed it, so that what the template holds is what a reader of it finds.
    private static JsonNode?[] Row(SheetLayout layout, IReadOnlyList<string> texts) =>
        [
            .. layout.Columns.Select(
                (column, i) =>
                    texts[i].Length == 0
                        ? null
                        : CellReading.Of(column, new SheetCell(1, CellKind.Text, texts[i]), () => []).Value
            ),
        ];
}
