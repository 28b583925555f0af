using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Sakip.Planning;

/// <summary>
/// Compares JSON with the record that it should become and lists every difference, where a deserialiser would stop at
/// the first. What it lets pass can be deserialised.
/// </summary>
internal sealed class JsonShape
{
    private readonly NullabilityInfoContext _nullability = new();
    private readonly List<PlanError> _errors = [];

    public static IReadOnlyList<PlanError> Check<T>(JsonElement root)
    {
        var shape = new JsonShape();
        shape.Value(root, typeof(T), "$");
        return RowReading.Told(shape._errors);
    }

    private void Value(JsonElement json, Type type, string path)
    {
        if (_errors.Count > RowReading.MostErrors)
            return;
        type = Nullable.GetUnderlyingType(type) ?? type;
        Action check = type switch
        {
            _ when type == typeof(string) => () => Expect(json, JsonValueKind.String, path, "teks dalam tanda kutip"),
            _ when type == typeof(bool) => () => Boolean(json, path),
            _ when type == typeof(int) => () =>
                Number<int>(json, path, json.TryGetInt32, "bilangan bulat, misalnya 2024"),
            _ when type == typeof(decimal) => () =>
                Number<decimal>(json, path, json.TryGetDecimal, "angka tanpa tanda kutip, misalnya 87.5"),
            _ when type == typeof(DateOnly) => () => Date(json, path),
            _ when type.IsEnum => () => Enumeration(json, type, path),
            _ when IsDictionary(type) => () => Entries(json, type.GetGenericArguments()[1], path),
            _ when typeof(IEnumerable).IsAssignableFrom(type) => () => Items(json, type.GetGenericArguments()[0], path),
            _ => () => Object(json, type, path),
        };
        check();
    }

    private delegate bool TryGet<T>(out T value);

    private void Number<T>(JsonElement json, string path, TryGet<T> read, string expected)
    {
        if (json.ValueKind != JsonValueKind.Number || !read(out _))
            Add(path, $"Diharapkan {expected}.");
    }

    private void Boolean(JsonElement json, string path)
    {
        if (json.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Add(path, "Diharapkan true atau false.");
    }

    private void Date(JsonElement json, string path)
    {
        if (
            json.ValueKind != JsonValueKind.String
            || !DateOnly.TryParseExact(
                json.GetString(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
        {
            Add(path, "Diharapkan tanggal dengan bentuk tahun-bulan-tanggal, misalnya \"2024-01-31\".");
        }
    }

    private void Enumeration(JsonElement json, Type type, string path)
    {
        var names = Enum.GetNames(type);
        if (json.ValueKind != JsonValueKind.String || !names.Contains(json.GetString()))
        {
            Add(path, $"Diharapkan salah satu dari: {string.Join(", ", names)}.");
        }
    }

    private void Entries(JsonElement json, Type type, string path)
    {
        if (!Expect(json, JsonValueKind.Object, path, "objek { … }"))
            return;
        foreach (var entry in json.EnumerateObject())
            Value(entry.Value, type, $"{path}[\"{entry.Name}\"]");
    }

    private void Items(JsonElement json, Type type, string path)
    {
        if (!Expect(json, JsonValueKind.Array, path, "daftar [ … ]"))
            return;
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            var place = $"{path}[{index++}]";
            if (item.ValueKind != JsonValueKind.Null)
                Value(item, type, place);
            else if (Nullable.GetUnderlyingType(type) is null)
                Add(place, "Isian daftar tidak boleh kosong (null).");
        }
    }

    private void Object(JsonElement json, Type type, string path)
    {
        if (!Expect(json, JsonValueKind.Object, path, "objek { … }"))
            return;
        var members = Members(type)
            .ToDictionary(member => JsonNamingPolicy.CamelCase.ConvertName(member.Property.Name));
        foreach (var entry in json.EnumerateObject().Where(entry => !members.ContainsKey(entry.Name)))
        {
            Add($"{path}.{entry.Name}", $"Nama isian tidak dikenal; yang ada: {string.Join(", ", members.Keys)}.");
        }

        foreach (var (name, (property, required)) in members)
        {
            var place = $"{path}.{name}";
            var nullable = _nullability.Create(property).ReadState == NullabilityState.Nullable;
            if (!json.TryGetProperty(name, out var value))
            {
                if (required && !nullable)
                    Add(place, "Wajib diisi.");
            }
            else if (value.ValueKind != JsonValueKind.Null)
            {
                Value(value, property.PropertyType, place);
            }
            else if (!nullable)
            {
                Add(place, "Tidak boleh kosong (null).");
            }
        }
    }

    private static IEnumerable<(PropertyInfo Property, bool Required)> Members(Type type)
    {
        var parameters = type.GetConstructors()
            .Where(constructor => constructor.IsPublic)
            .SelectMany(constructor => constructor.GetParameters())
            .ToDictionary(parameter => parameter.Name!);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .Select(property =>
                (
                    property,
                    parameters.TryGetValue(property.Name, out var parameter)
                        ? !parameter.HasDefaultValue
                        : property.IsDefined(typeof(RequiredMemberAttribute))
                )
            );
    }

    private static bool IsDictionary(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private bool Expect(JsonElement json, JsonValueKind kind, string path, string expected)
    {
        if (json.ValueKind == kind)
            return true;
        Add(path, $"Diharapkan {expected}.");
        return false;
    }

    private void Add(string path, string message) => _errors.Add(new PlanError(path, message));
}
