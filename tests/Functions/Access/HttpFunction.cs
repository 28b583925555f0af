using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;

namespace Sakip.Tests.Functions.Access;

/// <summary>An HTTP function as it is in the app, and who is expected to be allowed.</summary>
internal sealed partial record HttpFunction(
    string Name,
    string Route,
    IReadOnlyList<string> Methods,
    AllowAttribute? Allow,
    IReadOnlyList<Who>? Expected,
    IReadOnlyDictionary<string, string> Values
)
{
    public static IReadOnlyList<HttpFunction> All { get; } = Read();

    /// <summary>A path that the route takes, in the sample office and its sub-unit Tatalaksana.</summary>
    public string Path() =>
        Parameter().Replace(Route, part => ValueOf(part.Groups["name"].Value, part.Groups["rule"].Value));

    /// <summary>The methods that are tried: GET as it is, and one that changes something.</summary>
    public IEnumerable<HttpMethod> Tried() =>
        Methods
            .Select(method => new HttpMethod(method.ToUpperInvariant()))
            .Where(method => method.Method is "GET" or "POST" or "PUT" or "DELETE");

    private string ValueOf(string name, string rule)
    {
        if (Values.TryGetValue(name, out var value))
            return value;
        if (name == "root")
            return "";
        if (name == "unit")
            return "biro-organisasi";
        if (name == "year")
            return "2024";
        if (name == "subUnit")
            return "tatalaksana";
        if (name == "quarter")
            return rule.Contains("int", StringComparison.Ordinal) ? "1" : "q1";
        if (Length().Match(rule) is { Success: true } length)
        {
            return new string(
                '0',
                int.Parse(length.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        return "1";
    }

    private static List<HttpFunction> Read()
    {
        var expected = File.ReadAllLines(
                System.IO.Path.Combine(AppContext.BaseDirectory, "Access", "expected-access.txt")
            )
            .Where(line => line.Length > 0 && line[0] != '#')
            .Distinct()
            .ToDictionary(line => line.Split(':')[0]);
        return
        [
            .. from method in typeof(AllowAttribute).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            let name = method.GetCustomAttribute<FunctionAttribute>()?.Name
            let trigger = method
                .GetParameters()
                .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
                .FirstOrDefault(found => found is not null)
            where name is not null && trigger is not null
            orderby name
            select Of(name, trigger, method.GetCustomAttribute<AllowAttribute>(), expected.GetValueOrDefault(name)),
        ];
    }

    private static HttpFunction Of(string name, HttpTriggerAttribute trigger, AllowAttribute? allow, string? line)
    {
        var parts = line?[(name.Length + 1)..].Split('|');
        return new HttpFunction(
            name,
            trigger.Route ?? name,
            trigger.Methods ?? ["get"],
            allow,
            parts?[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Who>).ToArray(),
            (parts is [_, var values] ? values : "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('='))
                .ToDictionary(pair => pair[0], pair => pair[1])
        );
    }

    [GeneratedRegex(@"\{\*?(?<name>\w+)(?<rule>(?::[^{}]*(?:\([^()]*(?:\([^()]*\))?[^()]*\))?)*)\??\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"length\((\d+)")]
    private static partial Regex Length();
}
