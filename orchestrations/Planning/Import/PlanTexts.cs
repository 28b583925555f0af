using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sakip.Planning;

/// <param name="Path">As errors name it.</param>
internal sealed record PlanText(string Path, ColumnKind Kind, JsonValue Value);

/// <summary>Every text in the JSON of a plan or of a budget revision, with what the workbook's column for it holds.</summary>
internal static partial class PlanTexts
{
    private static readonly Lazy<Dictionary<string, ColumnKind>> Kinds = new(ByPath);
    private static readonly Lazy<Dictionary<string, ColumnKind>> KindsByName = new(ByName);

    public static IEnumerable<PlanText> Of(JsonNode? node, string path = "$") =>
        node switch
        {
            JsonObject item => item.SelectMany(entry => Of(entry.Value, $"{path}.{entry.Key}")),
            JsonArray list => list.SelectMany((one, i) => Of(one, FormattableString.Invariant($"{path}[{i}]"))),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => [new(path, KindOf(path), value)],
            _ => [],
        };

    private static ColumnKind KindOf(string path)
    {
        var plain = Index().Replace(path, "[]");
        return Kinds.Value.TryGetValue(plain, out var known)
            ? known
            : KindsByName.Value.GetValueOrDefault(plain[(plain.LastIndexOf('.') + 1)..], ColumnKind.Long);
    }

    private static Dictionary<string, ColumnKind> ByPath() =>
        PlanSheets
            .Plain.SelectMany(layout => layout.Columns.Select(column => (Path: PathOf(layout, column), column.Kind)))
            .Where(one => one.Path is not null)
            .DistinctBy(one => one.Path)
            .ToDictionary(one => one.Path!, one => one.Kind);

    private static string? PathOf(SheetLayout layout, SheetColumn column) =>
        column.Field switch
        {
            Fields.Parent or Fields.Key => null,
            Fields.Self => ListOf(layout) + "[]",
            var field when layout.IsForm => "$." + field,
            var field => $"{ListOf(layout)}[].{Index().Replace(field, "[]")}",
        };

    private static string ListOf(SheetLayout layout) =>
        layout.Parent is { } parent ? $"{BearerOf(PlanSheets.Get(parent))}.{layout.List}" : "$." + layout.List;

    private static string BearerOf(SheetLayout layout) =>
        ListOf(layout) + "[]" + (layout.Bearer is { } part ? "." + part : "");

    // The budget's tree has no list of its own: its fields are known by their names.
    private static Dictionary<string, ColumnKind> ByName() =>
        BudgetSheets
            .All.SelectMany(layout => layout.Columns)
            .Where(column => column.IsText)
            .DistinctBy(column => column.Field)
            .ToDictionary(column => column.Field, column => column.Kind);

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();
}
