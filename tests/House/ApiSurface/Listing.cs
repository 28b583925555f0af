using System.Text.RegularExpressions;

namespace Sakip.Tests.House.ApiSurface;

/// <summary>
/// The public API of the real packages: the files in <c>Api/</c>, which are theirs and are never edited.
/// </summary>
internal sealed partial class Listing
{
    private const string Separator = " :: ";
    private readonly Dictionary<string, HashSet<string>> members = [];
    private readonly HashSet<string> typeLines = [];

    private Listing(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var at = line.IndexOf(Separator, StringComparison.Ordinal);
            if (at < 0)
            {
                typeLines.Add(line);
                continue;
            }
            if (!members.TryGetValue(line[..at], out var own)) members[line[..at]] = own = [];
            own.Add(line[(at + Separator.Length)..]);
        }
    }

    public static Listing Real { get; } = new(
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Api"), "*.txt").SelectMany(File.ReadLines));

    public IReadOnlySet<string> TypeLines => typeLines;

    public IReadOnlySet<string> MembersOf(string type) => members.GetValueOrDefault(type, []);

    /// <summary>Every listed type: its namespace, its name, the number of its type parameters.</summary>
    public IEnumerable<(string Namespace, string Name, int Arity)> Types()
    {
        foreach (var match in typeLines.Select(line => TypeName().Match(line)))
        {
            var name = match.Groups["name"].Value;
            var dot = name.LastIndexOf('.');
            var arity = match.Groups["parameters"] is { Success: true } parameters
                ? parameters.Value.Split(',').Length
                : 0;
            yield return (name[..dot], name[(dot + 1)..], arity);
        }
    }

    /// <summary>A type's listed methods and constructors of one name.</summary>
    public IEnumerable<string> Overloads(string type, string name) =>
        MembersOf(type).Where(member => NameOf(member) == name);

    private static string NameOf(string member)
    {
        var open = member.IndexOf('(', member.StartsWith("[Obsolete]", StringComparison.Ordinal) ? 11 : 0);
        if (open < 0) return "";
        var head = member[..open];
        var generic = head.EndsWith('>') ? head.LastIndexOf('<') : -1;
        return (generic < 0 ? head : head[..generic]).Split(' ')[^1];
    }

    [GeneratedRegex(@"\b(?:(?:class|struct|interface|record|enum) |delegate .* (?=[\w.]+(?:<[^<>(]*>)?\())"
        + @"(?<name>[\w.]+)(?:<(?<parameters>[^<>]*)>)?")]
    private static partial Regex TypeName();
}
