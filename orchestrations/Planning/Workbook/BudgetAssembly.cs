using System.Text.Json.Nodes;
using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Puts the versions of the budget together: documents, trees and the targets that change with them.</summary>
internal sealed class BudgetAssembly(PlanAssembly assembly, Dictionary<string, SheetTable> tables)
{
    private static readonly Dictionary<string, string[]> Own = new()
    {
        ["programme"] = ["code", "name", "indicator", "supports", "fundSource", "agreementName"],
        ["activity"] = ["code", "name", "indicator"],
        ["subActivity"] =
        [
            "code",
            "name",
            "indicator",
            "subUnit",
            "ceiling",
            "outputTarget",
            "outputMeasure",
            "invented",
        ],
    };

    private readonly Dictionary<int, (JsonObject Budget, string Path)> _budgets = [];
    private readonly Dictionary<int, (JsonObject Revision, string Path)> _revisions = [];

    private RowReading Reading => assembly.Reading;

    public void Assemble()
    {
        if (tables.GetValueOrDefault(SheetNames.BudgetVersions) is { } versions)
        {
            foreach (var row in versions.Rows)
                Version(versions, row);
        }

        assembly.Plan["budget"] = _budgets.TryGetValue(0, out var original) ? original.Budget : Empty(0);
        foreach (var number in _revisions.Keys.Order())
            assembly.Revisions.Add(_revisions[number].Revision);
        Lists();
        if (tables.GetValueOrDefault(SheetNames.Budget) is { } first)
            Tree(first, _ => _budgets.GetValueOrDefault(0));
        if (tables.GetValueOrDefault(SheetNames.RevisedBudget) is { } revised)
        {
            Tree(
                revised,
                row => _budgets.GetValueOrDefault(NumberOf(revised, row) is > 0 and var number ? number : -1)
            );
        }

        if (tables.GetValueOrDefault(SheetNames.TargetChanges) is { } changes)
            Changes(changes);
    }

    private void Lists()
    {
        assembly.Places.List("$.budget", SheetNames.BudgetVersions);
        assembly.Places.List("$.budget.programmes", SheetNames.Budget);
        foreach (var (_, path) in _revisions.Values)
        {
            assembly.Places.List(path + ".budget.programmes", SheetNames.RevisedBudget);
            assembly.Places.List(path + ".targetChanges", SheetNames.TargetChanges);
        }
    }

    private static JsonObject Empty(int number) =>
        new()
        {
            ["sequence"] = number,
            ["number"] = "",
            ["date"] = "9999-12-31",
            ["programmes"] = new JsonArray(),
        };

    private void Version(SheetTable table, SheetRow row)
    {
        var number = NumberOf(table, row);
        var isFirst = number == 0;
        var path = isFirst ? "$.budget" : $"$.revisions[{_revisions.Count}]";
        var place = isFirst ? path : path + ".budget";
        var versionPath = FormattableString.Invariant($"$versi.{row.Number}");
        if (number is null or < 0 || _budgets.ContainsKey(number.Value))
        {
            var cell = Reading.Cell(table, row, table.Layout.IndexOf(BudgetSheets.Version), versionPath);
            if (cell.Error is null)
            {
                Reading.Fault(
                    versionPath,
                    PlaceMap.Of(table, row.Number, 0),
                    number is null or < 0
                        ? "Diharapkan 0 untuk anggaran murni, 1 untuk perubahan pertama, dan seterusnya."
                        : $"Versi {number} sudah disebut baris lain."
                );
            }

            // A number that cannot be read is most likely the first; its tree is then checked as well.
            if (number is not null || _budgets.ContainsKey(0))
                return;
            (number, isFirst, path, place) = (0, true, "$.budget", "$.budget");
        }

        assembly.Places.Row(path, table, row.Number);
        assembly.Places.Row(place, table, row.Number);
        var budget = Reading.Item(
            table,
            row,
            place,
            column => column.Field is "number" or "date" or "legalBasis" or "stage"
        );
        budget["sequence"] = number;
        budget["programmes"] = new JsonArray();
        _budgets[number.Value] = (budget, place);
        if (!isFirst)
            Revision(table, row, number.Value, budget, path);
    }

    private void Revision(SheetTable table, SheetRow row, int number, JsonObject budget, string path)
    {
        var revision = Reading.Item(table, row, path, column => column.Field is "reason" or "explanation");
        foreach (var field in new[] { "reason", "explanation" })
        {
            var at = table.Layout.IndexOf(field);
            if (revision.ContainsKey(field))
                continue;
            var column = table.Layout.Columns[at] with { Required = true };
            revision[field] = Reading.Value(column, CellReading.Nothing, $"{path}.{field}", table, row, at);
        }

        revision["budget"] = budget;
        revision["targetChanges"] = new JsonArray();
        _revisions[number] = (revision, path);
    }

    private void Tree(SheetTable table, Func<SheetRow, (JsonObject Budget, string Path)> budgetOf)
    {
        var rows = new List<(SheetRow Row, string Level, JsonObject Budget, string Path)>();
        foreach (var row in table.Rows)
        {
            var path = FormattableString.Invariant($"${table.Layout.Name}.{row.Number}");
            var (budget, place) = budgetOf(row);
            if (budget is null)
            {
                Reading.Fault(
                    path,
                    PlaceMap.Of(table, row.Number, 0),
                    $"Versi anggaran ini belum ada di lembar {SheetNames.BudgetVersions}."
                );
                continue;
            }

            var at = table.Layout.IndexOf(BudgetSheets.Level);
            var level = Reading.Cell(table, row, at, path);
            if (level.Value is { } known)
            {
                rows.Add((row, known.GetValue<string>(), budget, place));
            }
            else if (level.Error is null)
            {
                Reading.Fault(
                    path,
                    PlaceMap.Of(table, row.Number, at),
                    "Wajib diisi. Program, Kegiatan, atau Sub Kegiatan."
                );
            }
        }

        var nodes = new Dictionary<(string Budget, string Level, string Code), (JsonObject Node, string Path)>();
        var totals = new List<(JsonObject Node, string Path, SheetRow Row, decimal Typed)>();
        foreach (var level in Own.Keys)
        {
            foreach (var one in rows.Where(row => row.Level == level))
                Node(table, one, nodes, totals);
        }

        foreach (var (node, path, row, typed) in totals)
            Total(table, row, path, node, typed);
    }

    private void Node(
        SheetTable table,
        (SheetRow Row, string Level, JsonObject Budget, string Path) one,
        Dictionary<(string Budget, string Level, string Code), (JsonObject Node, string Path)> nodes,
        List<(JsonObject Node, string Path, SheetRow Row, decimal Typed)> totals
    )
    {
        var (row, level, budget, place) = one;
        var (above, list) = level switch
        {
            "activity" => ("programme", "activities"),
            "subActivity" => ("activity", "subActivities"),
            _ => ("", "programmes"),
        };
        var (owner, ownerPath) = (budget, place);
        if (above.Length > 0 && Owner(table, row, above, place, nodes) is var (found, foundPath))
        {
            if (found is null)
                return;
            (owner, ownerPath) = (found, foundPath);
        }

        var siblings = (JsonArray)owner[list]!;
        var path = $"{ownerPath}.{list}[{siblings.Count}]";
        assembly.Places.Row(path, table, row.Number);
        var node = Reading.Item(table, row, path, column => Own[level].Contains(column.Field));
        Fill(table, row, level, path, node);
        siblings.Add((JsonNode)node);
        var code = node["code"]?.GetValue<string>() ?? "";
        nodes.TryAdd((place, level, code), (node, path));
        Foreign(table, row, level, path, node, totals);
    }

    private (JsonObject? Node, string Path) Owner(
        SheetTable table,
        SheetRow row,
        string above,
        string budget,
        Dictionary<(string Budget, string Level, string Code), (JsonObject Node, string Path)> nodes
    )
    {
        var at = table.Layout.IndexOf(Fields.Parent);
        var path = FormattableString.Invariant($"${table.Layout.Name}.{row.Number}.induk");
        var reading = Reading.Cell(table, row, at, path);
        var code = reading.Value?.GetValue<string>();
        if (code is not null && nodes.TryGetValue((budget, above, code), out var owner))
            return owner;
        var word = Choices.BudgetLevel.WordOf(above).ToLowerInvariant();
        if (reading.Error is null)
        {
            Reading.Fault(
                path,
                PlaceMap.Of(table, row.Number, at),
                code is null
                    ? $"Wajib diisi dengan kode {word} di atasnya."
                    : $"Tidak ada {word} dengan kode '{code}' pada lembar ini."
            );
        }

        return
            nodes.FirstOrDefault(node => node.Key.Budget == budget && node.Key.Level == above).Value
                is { Node: { } any, Path: { } anyPath }
            ? (any, anyPath)
            : (null, "");
    }

    // What the JSON must have at this level, and what a person must give.
    private void Fill(SheetTable table, SheetRow row, string level, string path, JsonObject node)
    {
        if (level == "programme")
            node["activities"] = new JsonArray();
        if (level == "activity")
            node["subActivities"] = new JsonArray();
        if (level == "programme" && !node.ContainsKey("supports"))
            node["supports"] = new JsonArray();
        foreach (
            var field in level switch
            {
                "programme" => ["fundSource"],
                "subActivity" => ["subUnit", "ceiling"],
                _ => Array.Empty<string>(),
            }
        )
        {
            if (node.ContainsKey(field))
                continue;
            var at = table.Layout.IndexOf(field);
            var isRead = Reading.IsFault($"{path}.{field}");
            node[field] = Reading.Value(
                table.Layout.Columns[at] with
                {
                    Required = true,
                },
                isRead ? CellReading.Fault("") : CellReading.Nothing,
                $"{path}.{field}",
                table,
                row,
                at
            );
        }
    }

    // Cells of another level: an amount is compared with the sum, anything else has no place here.
    private void Foreign(
        SheetTable table,
        SheetRow row,
        string level,
        string path,
        JsonObject node,
        List<(JsonObject Node, string Path, SheetRow Row, decimal Typed)> totals
    )
    {
        for (var i = 0; i < table.Layout.Columns.Count; i++)
        {
            var column = table.Layout.Columns[i];
            if (column.Field is BudgetSheets.Level or BudgetSheets.Version || Own[level].Contains(column.Field))
                continue;
            if (column.Field == Fields.Parent && level != "programme")
                continue;
            var place = $"{path}.{column.Field}";
            var reading = Reading.Cell(table, row, i, place);
            if (reading.Value is not { } value || value is JsonValue && value.ToJsonString() == "false")
                continue;
            if (column.Field == "ceiling")
                totals.Add((node, path, row, value.GetValue<decimal>()));
            else
                Reading.Fault(place, PlaceMap.Of(table, row.Number, i), $"Kosongkan: {column.Hint}");
        }
    }

    private void Total(SheetTable table, SheetRow row, string path, JsonObject node, decimal typed)
    {
        var sum = Sum(node);
        if (sum == typed)
            return;
        Reading.Fault(
            path + ".ceiling",
            PlaceMap.Of(table, row.Number, table.Layout.IndexOf("ceiling")),
            $"Pagu {IndonesianNumber.Rupiah(typed)} tidak sama dengan jumlah sub kegiatannya, "
                + $"{IndonesianNumber.Rupiah(sum)}. Kosongkan; jumlah dihitung sendiri."
        );
    }

    private static decimal Sum(JsonObject node) =>
        node["ceiling"]?.GetValue<decimal>()
        ?? ((JsonArray?)node["activities"] ?? (JsonArray?)node["subActivities"] ?? []).Sum(child =>
            Sum((JsonObject)child!)
        );

    private void Changes(SheetTable table)
    {
        foreach (var row in table.Rows)
        {
            if (NumberOf(table, row) is not { } number || !_revisions.TryGetValue(number, out var revision))
            {
                Reading.Fault(
                    FormattableString.Invariant($"$target.{row.Number}"),
                    PlaceMap.Of(table, row.Number, 0),
                    $"Perubahan anggaran dengan versi ini belum ada di lembar {SheetNames.BudgetVersions}."
                );
                continue;
            }

            var list = (JsonArray)revision.Revision["targetChanges"]!;
            var path = $"{revision.Path}.targetChanges[{list.Count}]";
            assembly.Places.Row(path, table, row.Number);
            list.Add((JsonNode)Reading.Item(table, row, path, column => column.Field != BudgetSheets.Version));
        }
    }

    private static int? NumberOf(SheetTable table, SheetRow row)
    {
        var at = table.Layout.IndexOf(BudgetSheets.Version);
        if (at < 0 || table.Positions[at] == 0)
            return null;
        return CellReading.Of(table.Layout.Columns[at], row[table.Positions[at]], () => []).Value?.GetValue<int>();
    }
}
