using System.Text;
using System.Text.Json.Nodes;
using Sakip.Consistency;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>Reports that are not as they were: with one part less each, or with things changed at random.</summary>
internal static class ReportMutations
{
    private static readonly string[] Odd =
    [
        "",
        "-",
        "0",
        "-5",
        "100%",
        "99999999999999999999999999999",
        "79228162514264337593543950335",
        "0,0000000000000000000000001",
        "Rp999.999.999.999.999 triliun",
        "٢٠٢٤",
        "(dua) 2 dari 0 indikator",
        "Jumlah",
        "Program",
        "tahun 2024 sebesar 87,5% dari tahun 2023",
        "A",
        "> 90",
        "\n\t\u00a0",
        "31 Februari 2024",
    ];

    /// <summary>What the check of the report throws; null where it ends with an answer, as it should.</summary>
    public static Exception? Break(JsonNode report)
    {
        try
        {
            var read = PrintedReportReader.Read(Encoding.UTF8.GetBytes(report.ToJsonString()));
            if (read.Report is not null)
                ReportChecker.Examine(read.Report);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    /// <summary>Without each table, section, row, column (with its cells) and key in turn.</summary>
    /// <param name="every">Of rows and keys, which of them.</param>
    public static IEnumerable<(string What, JsonNode Report)> WithoutEach(string json, int every = 1)
    {
        var n = 0;
        foreach (var path in Paths(JsonNode.Parse(json)!, []).ToList())
        {
            var isPart = path is [.., "table"] || path is [.., "sections" or "columns", int];
            if (!isPart && n++ % every != 0)
                continue;
            var report = JsonNode.Parse(json)!;
            if (Remove(report, path))
                yield return (string.Join('.', path), report);
        }
    }

    /// <summary>Up to four changes: cells, headings, texts and numbers replaced, parts dropped, doubled or moved.</summary>
    public static JsonNode Changed(string json, Random random)
    {
        var report = JsonNode.Parse(json)!;
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var paths = Paths(report, [], withItems: true).ToList();
            if (paths.Count == 0)
                break;
            Change(report, paths[random.Next(paths.Count)], random);
        }

        return report;
    }

    private static void Change(JsonNode report, object[] path, Random random)
    {
        if (random.Next(3) == 0)
        {
            Remove(report, path);
            return;
        }

        var parent = At(report, path[..^1]);
        if (parent is null || At(report, path) is not { } node)
            return;
        JsonNode? other = node switch
        {
            JsonValue value when value.TryGetValue<string>(out var text) => Text(text, random),
            JsonValue value when value.TryGetValue<int>(out _) => random.Next(1990, 2101),
            _ => null,
        };
        if (other is null && parent is JsonArray list)
        {
            list.Insert(random.Next(list.Count + 1), node.DeepClone());
        }
        else if (other is not null)
        {
            if (parent is JsonArray array)
                array[(int)path[^1]] = other;
            else
                parent[(string)path[^1]] = other;
        }
    }

    private static string Text(string text, Random random)
    {
        var odd = Odd[random.Next(Odd.Length)];
        var at = random.Next(text.Length + 1);
        return random.Next(4) switch
        {
            0 => odd,
            1 => text[..at],
            2 => text[..at] + odd + text[at..],
            _ => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('0' + random.Next(10)) : c)),
        };
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path, bool withItems = false)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                yield return [.. path, name];
                foreach (var below in value is null ? [] : Paths(value, [.. path, name], withItems))
                    yield return below;
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (withItems || items[i] is JsonObject)
                    yield return [.. path, i];
                foreach (var below in items[i] is null ? [] : Paths(items[i]!, [.. path, i], withItems))
                    yield return below;
            }
        }
    }

    // A column goes with its cells.
    private static bool Remove(JsonNode report, object[] path)
    {
        switch (At(report, path[..^1]))
        {
            case JsonObject members:
                return members.Remove((string)path[^1]);
            case JsonArray items when (int)path[^1] < items.Count:
                var at = (int)path[^1];
                items.RemoveAt(at);
                if (path.Length > 1 && path[^2] is "columns")
                {
                    foreach (var row in At(report, path[..^2])!["rows"]?.AsArray() ?? [])
                    {
                        if (row!["cells"] is JsonArray cells && at < cells.Count)
                            cells.RemoveAt(at);
                    }
                }

                return true;
            default:
                return false;
        }
    }

    private static JsonNode? At(JsonNode node, object[] path)
    {
        JsonNode? here = node;
        foreach (var step in path)
        {
            here = (here, step) switch
            {
                (JsonObject members, string name) => members[name],
                (JsonArray items, int i) when i < items.Count => items[i],
                _ => null,
            };
        }

        return here;
    }
}
