using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Kernel;

namespace Sakip.Planning;

internal enum DifferenceKind
{
    Added,
    Removed,
    Changed,
}

/// <param name="Sheet">The list in which the row stands, as the workbook calls it.</param>
/// <param name="Row">What tells the row from the others: its codes.</param>
internal sealed record PlanDifference(
    string Sheet,
    string Row,
    DifferenceKind Kind,
    IReadOnlyList<CellDifference> Cells
);

internal sealed record CellDifference(string Column, string? Before, string? After);

/// <summary>Compares two plans row by row, as the sheets of the workbook have them.</summary>
internal static class PlanDifferences
{
    public static IReadOnlyList<PlanDifference> Of(OfficePlan before, OfficePlan after)
    {
        var (old, made) = (PlanRecords.Of(before, []), PlanRecords.Of(after, []));
        return
        [
            .. PlanSheets
                .All.Where(layout => layout.Name != SheetNames.Others)
                .SelectMany(layout =>
                    Of(layout, old.GetValueOrDefault(layout.Name) ?? [], made.GetValueOrDefault(layout.Name) ?? [])
                ),
        ];
    }

    private static IEnumerable<PlanDifference> Of(SheetLayout layout, List<JsonNode?[]> before, List<JsonNode?[]> after)
    {
        var (old, made) = (Keyed(layout, before), Keyed(layout, after));
        foreach (var (key, row) in made)
        {
            if (!old.TryGetValue(key, out var earlier))
            {
                yield return new PlanDifference(layout.Name, key, DifferenceKind.Added, Cells(layout, null, row));
            }
            else if (Cells(layout, earlier, row) is { Count: > 0 } cells)
            {
                yield return new PlanDifference(layout.Name, key, DifferenceKind.Changed, cells);
            }
        }

        foreach (var (key, row) in old.Where(entry => !made.ContainsKey(entry.Key)))
            yield return new PlanDifference(layout.Name, key, DifferenceKind.Removed, Cells(layout, row, null));
    }

    private static Dictionary<string, JsonNode?[]> Keyed(SheetLayout layout, List<JsonNode?[]> rows)
    {
        var keyed = new Dictionary<string, JsonNode?[]>();
        foreach (var row in rows)
        {
            var key = layout.IsForm
                ? ""
                : string.Join(
                    " · ",
                    row.Take(layout.Keys).Select((cell, i) => Shown(layout.Columns[i], cell)).OfType<string>()
                );
            var unique = key;
            for (var again = 2; !keyed.TryAdd(unique, row); again++)
                unique = string.Create(CultureInfo.InvariantCulture, $"{key} ({again})");
        }

        return keyed;
    }

    private static List<CellDifference> Cells(SheetLayout layout, JsonNode?[]? before, JsonNode?[]? after)
    {
        var cells = new List<CellDifference>();
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            if (JsonNode.DeepEquals(before?[i], after?[i]))
                continue;
            cells.Add(
                new CellDifference(
                    layout.Columns[i].Heading,
                    Shown(layout.Columns[i], before?[i]),
                    Shown(layout.Columns[i], after?[i])
                )
            );
        }

        return cells;
    }

    private static string? Shown(SheetColumn column, JsonNode? cell) =>
        cell switch
        {
            null => null,
            JsonArray list => string.Join(", ", list.Select(item => item?.ToString())),
            _ when column.Choices is { } choices => choices.WordOf(cell.ToString()),
            _ when column.Kind == ColumnKind.Day => DateOnly
                .ParseExact(cell.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture)
                .ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
            _ when cell.GetValueKind() == JsonValueKind.Number && column.Kind != ColumnKind.Whole =>
                IndonesianNumber.Natural(
                    decimal.Parse(cell.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
                    0
                ),
            _ => cell.ToString(),
        };
}
