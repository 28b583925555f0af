using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>A plan and its budget revisions as the rows of the workbook's sheets.</summary>
internal static class PlanRecords
{
    /// <summary>Rows by sheet; a row has one value to a column, null where it has none.</summary>
    public static Dictionary<string, List<JsonNode?[]>> Of(OfficePlan plan, IReadOnlyList<BudgetRevision> revisions)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(plan, CanonicalJson.Options)!;
        var records = new Dictionary<string, List<JsonNode?[]>>();
        foreach (var layout in PlanSheets.Plain)
            records[layout.Name] = [.. Rows(layout, json)];
        AddBudgets(records, json, revisions);
        return records;
    }

    /// <summary>The rows of a budget revision's own workbook.</summary>
    public static Dictionary<string, List<JsonNode?[]>> Of(BudgetRevision revision)
    {
        var records = new Dictionary<string, List<JsonNode?[]>>();
        AddBudgets(records, null, [revision]);
        return records;
    }

    private static IEnumerable<JsonNode?[]> Rows(SheetLayout layout, JsonObject plan)
    {
        if (layout.IsForm)
        {
            return
            [
                [.. layout.Columns.Select(column => At(plan, column.Field))],
            ];
        }
        if (layout.Shape == SheetShape.Dictionary)
        {
            return ((JsonObject?)At(plan, layout.List) ?? []).Select(entry =>
                new JsonNode?[] { JsonValue.Create(entry.Key), entry.Value }
            );
        }

        return Items(layout, plan).Select(item => Row(layout, item.Item, item.Key, item.Owner));
    }

    private static IEnumerable<(JsonNode? Item, string Key, string Owner)> Items(SheetLayout layout, JsonObject plan)
    {
        if (layout.Parent is null)
            return Numbered(layout, At(plan, layout.List) as JsonArray, "");
        var above = PlanSheets.Get(layout.Parent);
        return Items(above, plan)
            .SelectMany(parent => Numbered(layout, Bearer(above, parent.Item)![layout.List] as JsonArray, parent.Key));
    }

    private static JsonObject? Bearer(SheetLayout layout, JsonNode? item) =>
        (layout.Bearer is { } part ? item?[part] : item) as JsonObject;

    private static IEnumerable<(JsonNode? Item, string Key, string Owner)> Numbered(
        SheetLayout layout,
        JsonArray? items,
        string owner
    ) =>
        (items ?? []).Select(
            (item, i) =>
                (
                    item,
                    Bearer(layout, item)?["code"]?.GetValue<string>() ?? (i + 1).ToString(CultureInfo.InvariantCulture),
                    owner
                )
        );

    private static JsonNode?[] Row(SheetLayout layout, JsonNode? item, string key, string owner) =>
        [
            .. layout.Columns.Select(column =>
                column.Field switch
                {
                    Fields.Parent => JsonValue.Create(owner),
                    Fields.Key => JsonValue.Create(key),
                    Fields.Self => item,
                    var field => At((JsonObject)item!, field),
                }
            ),
        ];

    private static JsonNode? At(JsonObject from, string field)
    {
        if (field.EndsWith(']'))
        {
            var bracket = field.IndexOf('[', StringComparison.Ordinal);
            // A list that is there has a dash where it has nothing: an empty cell would say that there is no list.
            return At(from, field[..bracket]) is JsonArray list
                ? list[field[bracket + 1] - '0'] ?? JsonValue.Create("-")
                : null;
        }

        JsonNode? at = from;
        foreach (var name in field.Split('.'))
            at = (at as JsonObject)?[name];
        return at;
    }

    private static void AddBudgets(
        Dictionary<string, List<JsonNode?[]>> records,
        JsonObject? plan,
        IReadOnlyList<BudgetRevision> revisions
    )
    {
        var (versions, changes) = (records[SheetNames.BudgetVersions] = [], records[SheetNames.TargetChanges] = []);
        var revised = records[SheetNames.RevisedBudget] = [];
        if (plan is not null)
        {
            var budget = (JsonObject)plan["budget"]!;
            versions.Add(Version(0, budget, null));
            records[SheetNames.Budget] = [.. Tree(BudgetSheets.Original, budget, 0)];
        }

        foreach (var revision in revisions)
        {
            var json = (JsonObject)JsonSerializer.SerializeToNode(revision, CanonicalJson.Options)!;
            var number = revision.Budget.Sequence;
            versions.Add(Version(number, (JsonObject)json["budget"]!, json));
            revised.AddRange(Tree(BudgetSheets.Revised, (JsonObject)json["budget"]!, number));
            changes.AddRange(
                ((JsonArray)json["targetChanges"]!).Select(change =>
                    Budgeted(BudgetSheets.TargetChanges, (JsonObject)change!, number, "", "")
                )
            );
        }
    }

    private static JsonNode?[] Version(int number, JsonObject budget, JsonObject? revision) =>
        [
            .. BudgetSheets.Versions.Columns.Select(column =>
                column.Field switch
                {
                    BudgetSheets.Version => JsonValue.Create(number),
                    "reason" or "explanation" => revision?[column.Field],
                    var field => budget[field],
                }
            ),
        ];

    private static IEnumerable<JsonNode?[]> Tree(SheetLayout layout, JsonObject budget, int number)
    {
        foreach (var programme in Objects(budget, "programmes"))
        {
            yield return Budgeted(layout, programme, number, "programme", "");
            foreach (var activity in Objects(programme, "activities"))
            {
                yield return Budgeted(layout, activity, number, "activity", programme["code"]!.GetValue<string>());
                foreach (var sub in Objects(activity, "subActivities"))
                    yield return Budgeted(layout, sub, number, "subActivity", activity["code"]!.GetValue<string>());
            }
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonObject holder, string list) =>
        ((JsonArray)holder[list]!).Select(item => (JsonObject)item!);

    private static JsonNode?[] Budgeted(SheetLayout layout, JsonObject item, int number, string level, string owner) =>
        [
            .. layout.Columns.Select(column =>
                column.Field switch
                {
                    BudgetSheets.Version => JsonValue.Create(number),
                    BudgetSheets.Level => JsonValue.Create(level),
                    Fields.Parent => owner.Length == 0 ? null : JsonValue.Create(owner),
                    var field => At(item, field),
                }
            ),
        ];
}
