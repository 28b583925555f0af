using System.Globalization;
using System.Text.Json.Nodes;

namespace Sakip.Planning;

/// <summary>
/// Parts of a plan for which no sheet has a column yet. They travel as JSON beside the place where they stand, so that an
/// export loses nothing.
/// </summary>
internal static class Leftovers
{
    /// <summary>What the original has and the copy made from sheets has not.</summary>
    public static IEnumerable<(string Where, string What)> Of(JsonNode? original, JsonNode? copy, string where = "")
    {
        if (original is null || JsonNode.DeepEquals(original, copy))
            yield break;
        if (original is JsonObject there && copy is JsonObject here)
        {
            foreach (var (name, value) in there)
            {
                foreach (var one in Of(value, here[name], where.Length == 0 ? name : $"{where}.{name}"))
                    yield return one;
            }
        }
        else if (original is JsonArray items && copy is JsonArray copies && items.Count == copies.Count)
        {
            for (var i = 0; i < items.Count; i++)
            {
                foreach (
                    var one in Of(items[i], copies[i], string.Create(CultureInfo.InvariantCulture, $"{where}[{i}]"))
                )
                {
                    yield return one;
                }
            }
        }
        else if (original is not JsonArray { Count: 0 } || copy is not null)
        {
            yield return (where, original.ToJsonString());
        }
    }

    public static void Put(JsonObject root, string where, JsonNode? what)
    {
        var steps = where
            .Replace("[", ".[", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries);
        JsonNode at = root;
        for (var i = 0; i < steps.Length; i++)
        {
            var isLast = i == steps.Length - 1;
            if (steps[i].StartsWith('['))
            {
                var index = int.Parse(steps[i].Trim('[', ']'), CultureInfo.InvariantCulture);
                var list = at.AsArray();
                if (isLast)
                    list[index] = what;
                else
                    at = list[index] ?? throw new InvalidOperationException("There is no such item.");
            }
            else if (isLast)
            {
                at.AsObject()[steps[i]] = what;
            }
            else
            {
                var holder = at.AsObject();
                if (holder[steps[i]] is not { } inner)
                    holder[steps[i]] = inner = new JsonObject();
                at = inner;
            }
        }
    }
}
