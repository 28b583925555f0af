using System.Text.Json.Nodes;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Reads rows into JSON items and keeps what was wrong with their cells.</summary>
/// <param name="unit">The unit of the numbers of a row, where the workbook tells it.</param>
internal sealed class RowReading(PlaceMap places, Func<SheetTable, SheetRow, string?> unit)
{
    /// <summary>Whoever has so much to mend starts with what is told.</summary>
    public const int MostErrors = 100;

    public const string TooMany =
        "Berkas memuat lebih dari 100 kesalahan; pembacaan dihentikan. Perbaiki dahulu yang disebut di sini.";

    private readonly List<PlanError> _errors = [];
    private readonly List<PlanError> _cleaned = [];
    private readonly HashSet<string> _paths = [];
    private readonly HashSet<string> _rows = [];
    private readonly HashSet<string> _sheets = [];

    public IReadOnlyList<PlanError> Errors => _errors;

    /// <summary>Cells whose text was made tidy.</summary>
    public IReadOnlyList<PlanError> Cleaned => _cleaned;

    /// <summary>The first errors, and a word that there are more.</summary>
    public static IReadOnlyList<PlanError> Told(IReadOnlyList<PlanError> errors) =>
        errors.Count <= MostErrors ? errors : [new PlanError("$", TooMany), .. errors.Take(MostErrors)];

    public bool IsFault(string path) => _paths.Contains(path);

    public void Fault(string path, CellPlace place, string message)
    {
        _errors.Add(new PlanError(path, message, place));
        _paths.Add(path);
        _sheets.Add(place.Sheet);
        if (places.RowOf(path) is { } row)
            _rows.Add(row);
        if (_errors.Count < MostErrors)
            return;
        _errors.Add(new PlanError("$", TooMany));
        throw new TooManyFaultsException();
    }

    /// <summary>True for an error of the rules that only follows from a cell that could not be read.</summary>
    public bool Follows(PlanError error)
    {
        if (_paths.Contains(error.Path))
            return true;
        if (places.RowOf(error.Path) is not { } row)
            return places.SheetOf(error.Path) is { } sheet && _sheets.Contains(sheet);
        var holder =
            error.Path.EndsWith(".headPost", StringComparison.Ordinal)
            && !error.Message.Contains("kode", StringComparison.Ordinal);
        if (holder && _sheets.Contains(SheetNames.Appointments))
            return true;
        return _rows.Contains(row) && (row == error.Path || IsDay(error.Path));
    }

    /// <summary>The cell of a column, read; null and a fault where it cannot be.</summary>
    public CellReading Cell(SheetTable table, SheetRow row, int column, string path)
    {
        var position = table.Layout.IsForm ? 2 : table.Positions[column];
        if (position == 0)
            return CellReading.Nothing;
        var cell = table.CellOf(row, column);
        var reading = CellReading.Of(
            table.Layout.Columns[column],
            cell,
            () => table.Neighbours(position),
            cell.Kind == CellKind.Text && table.Layout.Columns[column].Kind == ColumnKind.Number
                ? unit(table, row)
                : null
        );
        var place = PlaceMap.Of(table, row.Number, column);
        var given = cell.Text;
        if (reading.Error is { } error)
            Fault(path, place, error);
        else if (Tidied(table.Layout.Columns[column], reading) is { } tidy && tidy != given)
            _cleaned.Add(new PlanError(path, PlanTidy.Told(given, tidy), place));
        return reading;
    }

    /// <summary>The columns of a row as an item, without those that the caller takes for itself.</summary>
    public JsonObject Item(SheetTable table, SheetRow row, string path, Func<SheetColumn, bool> isMine)
    {
        var item = new JsonObject();
        var groups = new HashSet<string>();
        for (var i = 0; i < table.Layout.Columns.Count; i++)
        {
            var column = table.Layout.Columns[i];
            if (!isMine(column) || column.Field is Fields.Parent or Fields.Key)
                continue;
            var place = $"{path}.{column.Field}";
            var reading = Cell(table, row, i, place);
            var (part, field) = table.Layout.Within(column.Field);
            var holder = Holder(item, part);
            if (field.EndsWith(']'))
            {
                Put(holder, field, column.Required ? new(Value(column, reading, place, table, row, i)) : reading);
            }
            else if (
                Value(column, reading, place, table, row, i) is { } value
                && Put(holder, field, value) is { } group
            )
            {
                groups.Add(part.Length == 0 ? group : $"{part}.{group}");
            }
        }

        foreach (var group in groups)
            Complete(table, row, path, item, group);
        return item;
    }

    /// <summary>The value of a cell; what it must not lack is put in its place, so that the rest can be checked.</summary>
    public JsonNode? Value(
        SheetColumn column,
        CellReading reading,
        string path,
        SheetTable table,
        SheetRow row,
        int index
    )
    {
        if (reading.Value is { } value)
            return value;
        if (reading.Error is null && column.Required)
            Fault(path, PlaceMap.Of(table, row.Number, index), $"Wajib diisi. {column.Hint}".TrimEnd());
        if (column.Required)
            return Stand(column);
        return column.EmptyIsText ? JsonValue.Create("") : null;
    }

    public static JsonNode Stand(SheetColumn column) =>
        column.Kind switch
        {
            ColumnKind.Whole => JsonValue.Create(0),
            ColumnKind.Rupiah or ColumnKind.Percent or ColumnKind.Number => JsonValue.Create(0m),
            ColumnKind.Day => JsonValue.Create("9999-12-31"),
            ColumnKind.Flag => JsonValue.Create(false),
            ColumnKind.Choice => JsonValue.Create(column.Choices!.Entries[0].Json),
            ColumnKind.Codes => new JsonArray(),
            _ => JsonValue.Create(""),
        };

    private static string? Tidied(SheetColumn column, CellReading reading) =>
        column.IsText && reading.Value is JsonValue value ? value.GetValue<string>() : null;

    /// <summary>The part of an item, made where it is not there yet; the item itself where the name is empty.</summary>
    public static JsonObject Holder(JsonObject item, string part)
    {
        if (part.Length == 0)
            return item;
        if (item[part] is not JsonObject holder)
            item[part] = holder = [];
        return holder;
    }

    /// <returns>The group that the field belongs to; null where it belongs to none.</returns>
    private static string? Put(JsonObject item, string field, JsonNode value)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            item[field] = value;
            return null;
        }

        Holder(item, field[..dot])[field[(dot + 1)..]] = value;
        return field[..dot];
    }

    // "quarterly[2]": the list is there once any of its cells says something, be it "-".
    private static void Put(JsonObject item, string field, CellReading reading)
    {
        if (reading.Value is null && !reading.IsDash)
            return;
        var at = field.IndexOf('[', StringComparison.Ordinal);
        var name = field[..at];
        if (item[name] is not JsonArray list)
            item[name] = list = [null, null, null, null];
        list[field[at + 1] - '0'] = reading.Value;
    }

    // Of a group such as the benchmark either all is given or nothing.
    private void Complete(SheetTable table, SheetRow row, string path, JsonObject item, string group)
    {
        var (part, own) = table.Layout.Within(group);
        var inner = Holder(Holder(item, part), own);
        for (var i = 0; i < table.Layout.Columns.Count; i++)
        {
            var column = table.Layout.Columns[i];
            if (!column.Field.StartsWith(group + ".", StringComparison.Ordinal))
                continue;
            var name = column.Field[(group.Length + 1)..];
            if (inner.ContainsKey(name))
                continue;
            if (!_paths.Contains($"{path}.{column.Field}"))
            {
                Fault(
                    $"{path}.{column.Field}",
                    PlaceMap.Of(table, row.Number, i),
                    $"Isi bersama kolom {Others(table.Layout, group)}, atau kosongkan semuanya."
                );
            }

            inner[name] = Stand(column);
        }
    }

    private static string Others(SheetLayout layout, string group) =>
        string.Join(
            ", ",
            layout
                .Columns.Where(column => column.Field.StartsWith(group + ".", StringComparison.Ordinal))
                .Select(column => $"\"{column.Heading}\"")
        );

    private static bool IsDay(string path)
    {
        var field = path[(path.LastIndexOf('.') + 1)..];
        return field is "until" or "opens" or "due" or "closes" or "verificationDue" or "date" or "from";
    }
}

/// <summary>The rest of the file is not read.</summary>
internal sealed class TooManyFaultsException : Exception;
