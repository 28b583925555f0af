using System.Reflection;

namespace Sakip.Planning;

/// <summary>A name that a list has otherwise than the national nomenclature.</summary>
internal readonly record struct UnlikeName(string Code, string InFile, string National);

/// <summary>
/// National names of programmes, activities and sub-activities by code, as data with its source (nomenklatur.tsv). The
/// table has not every code; what differs is shown to whoever imports a list, and never forced.
/// </summary>
internal static class Nomenclature
{
    public const string Title = "Kepmendagri 050-5889 Tahun 2021";

    private const string AnyField = "X.XX";
    private const int FieldLength = 4;

    private static readonly Lazy<Dictionary<string, string>> Names = new(Read);

    public static int Count => Names.Value.Count;

    /// <summary>The name of a national code, of its own field of government or of all alike; null where the table has none.</summary>
    public static string? NameOf(string code) =>
        !ListCodes.IsNational(code) ? null
        : Names.Value.TryGetValue(code, out var own) ? own
        : Names.Value.GetValueOrDefault(AnyField + code[FieldLength..]);

    /// <summary>Null where a name is the national one, or nobody knows that.</summary>
    public static UnlikeName? Compare(ListNode node) =>
        node.Name.Length > 0
        && NameOf(node.Code) is { } national
        && SheetTable.Plain(national) != SheetTable.Plain(node.Name)
            ? new UnlikeName(node.Code, node.Name, national)
            : null;

    private static Dictionary<string, string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Sakip.Planning.nomenklatur.tsv")!;
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            names.Add(cells[0], cells[1]);
        }

        return names;
    }
}
