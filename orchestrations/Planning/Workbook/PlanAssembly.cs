using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Puts the sheets of a workbook together into the JSON of a plan and its budget revisions.</summary>
internal sealed class PlanAssembly
{
    private readonly Dictionary<(string Sheet, string Key), (JsonObject Item, string Path)> _items = [];
    private readonly Dictionary<string, SheetTable> _tables;

    public PlanAssembly(Dictionary<string, SheetTable> tables)
    {
        _tables = tables;
        var units = new RowUnits(tables);
        Reading = new RowReading(Places, units.Of);
    }

    public JsonObject Plan { get; } = [];

    public List<JsonObject> Revisions { get; } = [];

    public PlaceMap Places { get; } = new();

    public RowReading Reading { get; }

    /// <summary>False where so much is wrong that the rest was not read.</summary>
    public bool TryAssemble(Action andThen)
    {
        try
        {
            Assemble();
            andThen();
            return true;
        }
        catch (TooManyFaultsException)
        {
            return false;
        }
    }

    private void Assemble()
    {
        foreach (var layout in PlanSheets.Plain)
        {
            if (layout.IsForm)
                Form(layout);
            else
                List(layout);
        }

        var year = Plan["year"]?.GetValue<int>() ?? 0;
        Object("annualPlan")["year"] = year;
        new BudgetAssembly(this, _tables).Assemble();
        Others();
    }

    /// <summary>The lists of an item that rows of other sheets may fill.</summary>
    private static void Prepare(JsonObject item, SheetLayout layout)
    {
        foreach (var child in PlanSheets.Plain.Where(child => child.Parent == layout.Name))
            RowReading.Holder(item, layout.Bearer ?? "")[child.List] = new JsonArray();
        foreach (var (field, from) in layout.Repeated)
        {
            var (there, here) = (layout.Within(from), layout.Within(field));
            RowReading.Holder(item, here.Part)[here.Field] = RowReading
                .Holder(item, there.Part)[there.Field]
                ?.DeepClone();
        }
    }

    private void Form(SheetLayout layout)
    {
        var table = _tables.GetValueOrDefault(layout.Name);
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var column = layout.Columns[i];
            var path = "$." + column.Field;
            var row =
                table is null || table.Lines[i] == 0 ? null : table.Rows.First(one => one.Number == table.Lines[i]);
            Places.Cell(
                path,
                row is null
                    ? new CellPlace(table?.Name ?? layout.Name, null, null, column.Heading)
                    : PlaceMap.Of(table!, row.Number, i)
            );
            if (row is null && table is not null && column.Required)
            {
                Reading.Fault(
                    path,
                    new CellPlace(table.Name, null, null, column.Heading),
                    "Baris isian ini tidak ada dalam lembar."
                );
            }

            var reading = row is null ? CellReading.Nothing : Reading.Cell(table!, row, i, path);
            var value = row is null
                ? column.Required
                    ? RowReading.Stand(column)
                    : null
                : Reading.Value(column, reading, path, table!, row, i);
            if (value is not null)
                Put(column.Field, value);
        }
    }

    private void List(SheetLayout layout)
    {
        var table = _tables.GetValueOrDefault(layout.Name);
        if (layout.Parent is null)
        {
            if (!layout.OnlyWithRows || table is { Rows.Count: > 0 })
                Container(layout);
            Places.List("$." + layout.List, table?.Name ?? layout.Name);
        }

        if (table is null)
            return;
        foreach (var row in table.Rows)
        {
            var (container, path) = layout.Parent is null ? (Container(layout), "$." + layout.List) : Owner(table, row);
            if (container is JsonArray list)
                Item(table, row, list, $"{path}[{list.Count}]");
            else if (container is JsonObject entries)
                Entry(table, row, entries, path);
        }
    }

    private void Item(SheetTable table, SheetRow row, JsonArray list, string path)
    {
        Places.Row(path, table, row.Number);
        var layout = table.Layout;
        var self = layout.IndexOf(Fields.Self);
        if (self >= 0)
        {
            var reading = Reading.Cell(table, row, self, path);
            list.Add(Reading.Value(layout.Columns[self], reading, path, table, row, self));
            return;
        }

        var item = Reading.Item(table, row, path, _ => true);
        Prepare(item, layout);
        list.Add((JsonNode)item);
        Register(table, row, item, path);
    }

    // Children find their parent by the code, or by a key that only the workbook has.
    private void Register(SheetTable table, SheetRow row, JsonObject item, string path)
    {
        var bearer = RowReading.Holder(item, table.Layout.Bearer ?? "");
        var key = bearer["code"]?.GetValue<string>();
        var own = table.Layout.IndexOf(Fields.Key);
        if (own >= 0)
        {
            var place = $"{path}.{Fields.Key}";
            var reading = Reading.Cell(table, row, own, place);
            key = Reading.Value(table.Layout.Columns[own], reading, place, table, row, own)?.GetValue<string>();
            if (key is { Length: > 0 } && _items.ContainsKey((table.Layout.Name, key)))
                Reading.Fault(place, PlaceMap.Of(table, row.Number, own), $"Nomor '{key}' sudah dipakai baris lain.");
        }

        if (key is { Length: > 0 })
        {
            _items.TryAdd(
                (table.Layout.Name, key),
                (bearer, table.Layout.Bearer is { } part ? $"{path}.{part}" : path)
            );
        }
    }

    private void Entry(SheetTable table, SheetRow row, JsonObject entries, string path)
    {
        var (key, self) = (table.Layout.IndexOf(Fields.Key), table.Layout.IndexOf(Fields.Self));
        var name = Reading
            .Value(
                table.Layout.Columns[key],
                Reading.Cell(table, row, key, $"{path}.{row.Number}"),
                $"{path}.{row.Number}",
                table,
                row,
                key
            )!
            .GetValue<string>()
            .Trim();
        var place = $"{path}[\"{name}\"]";
        Places.Row(place, table, row.Number);
        if (entries.ContainsKey(name))
            Reading.Fault(place, PlaceMap.Of(table, row.Number, key), $"'{name}' sudah disebut baris lain.");
        entries[name] = Reading.Value(
            table.Layout.Columns[self],
            Reading.Cell(table, row, self, place),
            place,
            table,
            row,
            self
        );
    }

    // A row whose parent is unknown is put under another one, so that what refers to it is not reported as well.
    private (JsonNode?, string) Owner(SheetTable table, SheetRow row)
    {
        var layout = table.Layout;
        var parent = layout.IndexOf(Fields.Parent);
        var path = FormattableString.Invariant($"${layout.Name}.{row.Number}");
        var reading = Reading.Cell(table, row, parent, path);
        var key = reading.Value?.GetValue<string>();
        if (key is null || !_items.TryGetValue((layout.Parent!, key), out var owner))
        {
            if (reading.Error is null)
            {
                Reading.Fault(
                    path,
                    PlaceMap.Of(table, row.Number, parent),
                    key is null
                        ? $"Wajib diisi. {layout.Columns[parent].Hint}"
                        : $"Kode '{key}' tidak ada di lembar {layout.Parent}."
                );
            }

            owner = _items.FirstOrDefault(item => item.Key.Sheet == layout.Parent).Value;
            if (owner.Item is null)
                return (null, "");
        }

        return (owner.Item[layout.List], $"{owner.Path}.{layout.List}");
    }

    private JsonNode Container(SheetLayout layout)
    {
        var at = layout.List.LastIndexOf('.');
        var (holder, name) = at < 0 ? (Plan, layout.List) : (Object(layout.List[..at]), layout.List[(at + 1)..]);
        if (holder[name] is { } standing)
            return standing;
        JsonNode made = layout.Shape == SheetShape.Dictionary ? new JsonObject() : new JsonArray();
        holder[name] = made;
        return made;
    }

    private JsonObject Object(string path)
    {
        var at = Plan;
        foreach (var name in path.Split('.'))
        {
            if (at[name] is not JsonObject inner)
                at[name] = inner = [];
            at = inner;
        }

        return at;
    }

    private void Put(string field, JsonNode value)
    {
        var at = field.LastIndexOf('.');
        (at < 0 ? Plan : Object(field[..at]))[field[(at + 1)..]] = value;
    }

    private void Others()
    {
        if (!_tables.TryGetValue(SheetNames.Others, out var table))
            return;
        foreach (var row in table.Rows)
        {
            var (where, what) = (row[table.Positions[0]].Text.Trim(), table.CellOf(row, 1).Text);
            var place = PlaceMap.Of(table, row.Number, 1);
            try
            {
                Places.Cell("$." + where, place);
                Leftovers.Put(Plan, where, JsonNode.Parse(what));
            }
            catch (Exception failure)
                when (failure
                        is JsonException
                            or InvalidOperationException
                            or ArgumentOutOfRangeException
                            or FormatException
                )
            {
                Reading.Fault(
                    "$." + where,
                    place,
                    "Isian ini tidak terbaca. Ekspor ulang rencana, lalu salin lembar ini apa adanya."
                );
            }
        }

        // What stands in columns is tidy by now.
        PlanTidy.Tidy(Plan);
    }
}
