using System.Globalization;
using System.Text.Json;

namespace Sakip.Consistency;

/// <param name="Path">Where in the document, for example "sections[3].blocks[0].table.rows[2].cells[1]".</param>
/// <param name="Problem">Indonesian.</param>
internal sealed record ReadProblem(string Path, string Problem);

/// <summary>Checks a document against a JSON schema: the part of the vocabulary that the published schema uses.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    public const int Most = 50;

    private readonly List<ReadProblem> _problems = [];

    public static IReadOnlyList<ReadProblem> Run(JsonElement schema, JsonElement document)
    {
        var check = new SchemaCheck(schema);
        check.Check(schema, document, "");
        return check._problems;
    }

    private void Check(JsonElement rule, JsonElement value, string path)
    {
        if (_problems.Count >= Most)
            return;
        if (rule.TryGetProperty("$ref", out var reference))
        {
            Check(schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), value, path);
            return;
        }

        if (rule.TryGetProperty("enum", out var names))
        {
            var known = names.EnumerateArray().Select(name => name.GetString()).ToList();
            if (value.ValueKind != JsonValueKind.String || !known.Contains(value.GetString()))
                Add(path, $"{Shown(value)} tidak dikenal; yang dikenal: {string.Join(", ", known)}");
            return;
        }

        switch (rule.GetProperty("type").GetString())
        {
            case "object":
                Object(rule, value, path);
                break;
            case "array":
                Array(rule, value, path);
                break;
            case "integer":
                Integer(rule, value, path);
                break;
            case "boolean":
                if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                {
                    Add(path, $"harus true atau false, bukan {Shown(value)}");
                }

                break;
            default:
                Text(rule, value, path);
                break;
        }
    }

    private void Object(JsonElement rule, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add(path, $"harus objek, bukan {Shown(value)}");
            return;
        }

        var properties = rule.GetProperty("properties");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var at = path.Length == 0 ? property.Name : path + "." + property.Name;
            if (!seen.Add(property.Name))
                Add(at, "ditulis dua kali");
            if (properties.TryGetProperty(property.Name, out var own))
            {
                Check(own, property.Value, at);
            }
            else
            {
                Add(
                    at,
                    $"tidak dikenal; yang dikenal: {string.Join(", ", properties.EnumerateObject().Select(one => one.Name))}"
                );
            }
        }

        if (rule.TryGetProperty("required", out var required))
        {
            foreach (
                var name in required
                    .EnumerateArray()
                    .Select(one => one.GetString()!)
                    .Where(name => !seen.Contains(name))
            )
            {
                Add(path.Length == 0 ? name : path + "." + name, "wajib diisi");
            }
        }

        if (rule.TryGetProperty("minProperties", out _) && seen.Count != 1)
        {
            Add(
                path,
                $"harus memuat tepat satu dari: {string.Join(", ", properties.EnumerateObject().Select(one => one.Name))}"
            );
        }
    }

    private void Array(JsonElement rule, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(path, $"harus daftar [ … ], bukan {Shown(value)}");
            return;
        }

        if (rule.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32())
        {
            Add(path, "tidak boleh kosong");
        }

        var i = 0;
        foreach (var item in value.EnumerateArray())
        {
            Check(rule.GetProperty("items"), item, path + "[" + i++.ToString(CultureInfo.InvariantCulture) + "]");
        }
    }

    private void Integer(JsonElement rule, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            Add(path, $"harus bilangan bulat, bukan {Shown(value)}");
            return;
        }

        var least = rule.TryGetProperty("minimum", out var low) ? low.GetInt32() : int.MinValue;
        var most = rule.TryGetProperty("maximum", out var high) ? high.GetInt32() : int.MaxValue;
        if (number < least || number > most)
        {
            Add(
                path,
                most == int.MaxValue ? $"paling kecil {least}" : $"harus antara {least} dan {most}, bukan {number}"
            );
        }
    }

    private void Text(JsonElement rule, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Add(path, $"harus teks dalam tanda petik, bukan {Shown(value)}");
            return;
        }

        var text = value.GetString()!;
        if (rule.TryGetProperty("minLength", out _) && string.IsNullOrWhiteSpace(text))
            Add(path, "tidak boleh kosong");
        if (
            rule.TryGetProperty("format", out _)
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out _)
        )
        {
            Add(path, $"harus tanggal seperti 2024-01-31, bukan \"{text}\"");
        }
    }

    private void Add(string path, string problem)
    {
        if (_problems.Count < Most)
            _problems.Add(new(path.Length == 0 ? "(seluruhnya)" : path, problem));
    }

    private static string Shown(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "objek",
            JsonValueKind.Array => "daftar",
            JsonValueKind.Null => "null",
            _ => value.GetRawText() is { Length: > 40 } text ? text[..40] + "…" : value.GetRawText(),
        };
}
