using System.Text;
using System.Text.RegularExpressions;

namespace Sakip.Tests.House.RealPackages;

/// <summary>
/// C# source that declares what the listings of the real packages list, one member to a line, so that a line that cannot
/// be compiled here (it names a type of a package that cannot be had) can be left out alone.
/// </summary>
internal sealed partial class StubSource
{
    private const string Separator = " :: ";

    private static readonly HashSet<string> MadeByRecords =
        ["EqualityContract", "PrintMembers", "Equals", "GetHashCode", "ToString", "op_Equality", "op_Inequality"];

    private readonly SortedDictionary<string, Declared> _types = new(StringComparer.Ordinal);

    public StubSource(IEnumerable<string> lines)
    {
        var all = lines.Where(line => line.Length > 0).ToArray();
        foreach (var line in all.Where(line => !line.Contains(Separator, StringComparison.Ordinal)))
        {
            var type = Declared.Read(line);
            _types.TryAdd(type.FullName, type);
        }

        foreach (var line in all.Where(line => line.Contains(Separator, StringComparison.Ordinal)).Distinct())
        {
            var at = line.IndexOf(Separator, StringComparison.Ordinal);
            if (_types.TryGetValue(line[..at], out var type)) type.Members.Add(line[(at + Separator.Length)..]);
        }
    }

    /// <summary>The source. Lines in <paramref name="without"/> (as it wrote them) are left out.</summary>
    /// <param name="further">Members to add, by the type's full name.</param>
    public string Write(IReadOnlySet<string> without, ILookup<string, string> further)
    {
        var text = new StringBuilder("#nullable enable\n#pragma warning disable\n");
        foreach (var type in _types.Values.Where(type => Outer(type) is null)) Write(type, text, without, further);
        return text.ToString();
    }

    private void Write(Declared type, StringBuilder text, IReadOnlySet<string> without, ILookup<string, string> further)
    {
        var isNested = Outer(type) is not null;
        if (without.Contains(type.Head)) return;
        if (!isNested) text.Append("namespace ").Append(type.Namespace).Append(" {\n");
        if (type.Kind == "delegate")
        {
            text.Append(type.Head).Append(";\n");
        }
        else
        {
            text.Append(type.Head).Append("\n{\n");
            foreach (var line in type.Lines().Concat(further[type.FullName]).Where(line => !without.Contains(line)))
                text.Append(line).Append('\n');
            foreach (var nested in _types.Values.Where(one => Outer(one) == type))
                Write(nested, text, without, further);
            text.Append("}\n");
        }

        if (!isNested) text.Append("}\n");
    }

    private Declared? Outer(Declared type) => _types.GetValueOrDefault(type.Namespace);

    /// <summary>A type line taken apart.</summary>
    private sealed partial record Declared(string Head, string Namespace, string Name, string FullName, string Kind)
    {
        public List<string> Members { get; } = [];

        public static Declared Read(string line)
        {
            var match = TypeLine().Match(line);
            if (!match.Success) throw new InvalidDataException(line);
            var full = match.Groups["full"].Value;
            var dot = full.LastIndexOf('.');
            var parameters = match.Groups["parameters"].Value;
            var attributes = match
                .Groups["attributes"]
                .Value.Replace(
                    "[AttributeUsage(",
                    "[System.AttributeUsage((System.AttributeTargets)",
                    StringComparison.Ordinal)
                .Replace("[Obsolete]", "[System.Obsolete]", StringComparison.Ordinal)
                .Replace("=True", "=true", StringComparison.Ordinal)
                .Replace("=False", "=false", StringComparison.Ordinal);
            var head =
                attributes + match.Groups["front"].Value + full[(dot + 1)..] + parameters + match.Groups["rest"].Value;
            return new Declared(
                head,
                full[..dot],
                full[(dot + 1)..],
                full + parameters,
                match.Groups["front"].Value.Contains("delegate ", StringComparison.Ordinal)
                    ? "delegate"
                    : match.Groups["kind"].Value);
        }

        public IEnumerable<string> Lines()
        {
            var isRecord = Kind == "record";
            foreach (var member in Members)
            {
                if (
                    isRecord
                    && MadeByRecords.Contains(NameOf(member))
                    && !member.Contains("override string", StringComparison.Ordinal))
                {
                    continue;
                }

                if (isRecord && MadeByRecords.Contains(NameOf(member)))
                    continue;
                yield return Line(member);
            }

            // Whoever derives from it here needs a constructor; nobody outside sees it.
            var isClass = Kind is "class" or "record" && !Head.Contains("static class", StringComparison.Ordinal);
            if (isClass && !Members.Any(member => member.Contains(".ctor()", StringComparison.Ordinal)))
                yield return $"internal {Name}() {{ }}";
        }

        private string Line(string member)
        {
            var text = member.Replace("[Obsolete]", "[System.Obsolete]", StringComparison.Ordinal);
            // Inside Microsoft.Azure "Azure" alone means that; a type parameter's default is listed as null.
            text = AzureName().Replace(text, "global::Azure.");
            text = DefaultOfParameter().Replace(text, "$1 = default");
            if (Kind == "enum") return text + ",";
            if (Kind == "interface") return text.EndsWith('}') ? text : text + ";";
            if (text.Contains(".ctor(", StringComparison.Ordinal))
            {
                var open = text.IndexOf(".ctor(", StringComparison.Ordinal);
                var rest = text[(open + 5)..];
                var isCopy =
                    Kind == "record"
                    && Head.Contains("TaskOptions,", StringComparison.Ordinal)
                    && CopyParameter().Match(rest) is { Success: true } copy
                    && copy.Groups["type"].Value.EndsWith('.' + Name, StringComparison.Ordinal);
                return text[..open]
                    + Name
                    + rest
                    + (isCopy ? $" : base({CopyParameter().Match(rest).Groups["name"].Value})" : "")
                    + " { }";
            }

            text = Operator().Replace(text, match => match.Groups["name"].Value switch
            {
                "Implicit" => $"implicit operator {match.Groups["type"].Value}(",
                "Explicit" => $"explicit operator {match.Groups["type"].Value}(",
                "Equality" => $"{match.Groups["type"].Value} operator ==(",
                _ => $"{match.Groups["type"].Value} operator !=(",
            });
            var isAbstract = AbstractWord().IsMatch(text);
            if (text.EndsWith('}'))
            {
                return isAbstract
                    ? text
                    : text.Replace("get;", "get => throw null!;", StringComparison.Ordinal)
                        .Replace("set;", "set { }", StringComparison.Ordinal)
                        .Replace("init;", "init { }", StringComparison.Ordinal);
            }

            if (!text.Contains('(', StringComparison.Ordinal)) return text + ";";
            return isAbstract ? text + ";" : text + " => throw null!;";
        }

        private static string NameOf(string member)
        {
            var end = member.IndexOfAny(['(', '{']);
            return end < 0 ? "" : member[..end].TrimEnd().Split(' ')[^1].Split('<')[0];
        }
    }

    [GeneratedRegex(@"^(?<attributes>(\[[^\]]*\] )*)(?<front>(public|protected|static|abstract|sealed|readonly|ref|partial| )*"
        + @"(?<kind>class|struct|interface|record|enum|delegate .+?) )(?<full>[\w.]+)(?<parameters><[^<>(]*>)?(?<rest>$|[ (:].*$|\(.*$)")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^\((?<type>[\w.]+) (?<name>\w+)\)$")]
    private static partial Regex CopyParameter();

    [GeneratedRegex(@"(?<type>[\w.<>?\[\]]+) op_(?<name>Implicit|Explicit|Equality|Inequality)\(")]
    private static partial Regex Operator();

    [GeneratedRegex(@"(?<![\w.:])Azure\.")]
    private static partial Regex AzureName();

    [GeneratedRegex(@"(\bT\w*\? \w+) = null")]
    private static partial Regex DefaultOfParameter();

    [GeneratedRegex(@"\babstract\b")]
    private static partial Regex AbstractWord();
}
