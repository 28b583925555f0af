using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>The unit in which the numbers of a row are meant: its own, or that of the indicator that it is about.</summary>
internal sealed class RowUnits(Dictionary<string, SheetTable> tables)
{
    private readonly Lazy<Dictionary<string, string>> _ofIndicators = new(() => OfIndicators(tables));

    public string? Of(SheetTable table, SheetRow row) =>
        Text(table, row, "measure")
        ?? Text(table, row, "card.measure")
        ?? Text(table, row, "outputMeasure")
        ?? (
            (Text(table, row, "indicator") ?? Text(table, row, Fields.Parent)) is { } indicator
                ? _ofIndicators.Value.GetValueOrDefault(indicator)
                : null
        );

    private static Dictionary<string, string> OfIndicators(Dictionary<string, SheetTable> tables)
    {
        var units = new Dictionary<string, string>();
        foreach (var (sheet, part) in new[] { (SheetNames.Indicators, ""), (SheetNames.LevelIndicators, "card.") })
        {
            foreach (var row in tables.GetValueOrDefault(sheet)?.Rows ?? [])
            {
                if (
                    Text(tables[sheet], row, part + "code") is { } code
                    && Text(tables[sheet], row, part + "measure") is { } measure
                )
                {
                    units.TryAdd(code, measure);
                }
            }
        }

        return units;
    }

    private static string? Text(SheetTable table, SheetRow row, string field)
    {
        var column = table.Layout.IsForm ? -1 : table.Layout.IndexOf(field);
        return column >= 0 && table.Positions[column] > 0 && !row[table.Positions[column]].IsEmpty
            ? row[table.Positions[column]].Text.Trim()
            : null;
    }
}
