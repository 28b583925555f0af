using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>What of a plan the sheets do not hold, found by reading their rows back.</summary>
internal static class PlanLeftovers
{
    public static IEnumerable<JsonNode?[]> Of(OfficePlan plan, Dictionary<string, List<JsonNode?[]>> records)
    {
        var layouts = PlanSheets.All.Where(layout => layout.Name != SheetNames.Others).ToList();
        var writer = new PlanSheetWriter(layouts);
        var file = WorkbookWriter.Write(
            new WorkbookContent(
                "",
                [.. layouts.Select(layout => writer.Sheet(layout, records.GetValueOrDefault(layout.Name)))]
            )
        );
        using var book = WorkbookReader.Open(new MemoryStream(file), new WorkbookLimits { FileBytes = long.MaxValue });
        var assembly = new PlanAssembly(BookTables.Read(book, layouts, [], []));
        assembly.TryAssemble(() => { });
        var copy = JsonSerializer.SerializeToNode(
            assembly.Plan.Deserialize<OfficePlan>(CanonicalJson.Options),
            CanonicalJson.Options
        );
        var original = JsonSerializer.SerializeToNode(plan, CanonicalJson.Options)!;
        PlanTidy.Tidy(original);
        return Leftovers
            .Of(original, copy)
            .Select(one => new JsonNode?[] { JsonValue.Create(one.Where), JsonValue.Create(one.What) });
    }
}
