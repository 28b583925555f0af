using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Sakip.Tests.House.Azure;

/// <summary>
/// The tables of infra/azure/README.md that follow from the source: settings that have a default, log events, measurements.
/// ACCEPT_SNAPSHOTS=1 writes them anew.
/// </summary>
public sealed partial class GeneratedTablesTests
{
    [Fact]
    public void The_tables_of_defaults_log_events_and_measurements_are_those_of_the_source()
    {
        var path = Path.Combine(Repository.InfraAzure, "README.md");
        var page = File.ReadAllText(path);
        var made = With(With(With(page, "defaults", Defaults()), "events", Events()), "meters", Meters());

        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(path, page = made);
        Assert.Equal(made, page);
    }

    [Fact]
    public void No_two_log_events_share_an_id()
    {
        var twice = AllEvents()
            .GroupBy(one => one.Id)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.File))}");

        Assert.Equal("", string.Join('\n', twice));
    }

    [Theory]
    [InlineData(9001, "FUNCTIONS/RECOVERY/RECOVERYTIMERS.CS")]
    [InlineData(9002, "FUNCTIONS/HOSTING/TIMERLOG.CS")]
    [InlineData(9003, "FUNCTIONS/SIGNING/SIGNINGFAILURES.CS")]
    [InlineData(4001, "ORCHESTRATIONS/NOTIFICATIONS/MESSAGEDELIVERY.CS")]
    public void An_event_that_an_alert_waits_for_is_written_by_the_app(int id, string file) =>
        Assert.Equal(file, AllEvents().Single(one => one.Id == id).File.ToUpperInvariant());

    [Theory]
    [InlineData(AppIds, "functions")]
    [InlineData(AppIds, "orchestrations")]
    [InlineData("infra/host/EventIds.cs", "infra/host")]
    public void Every_log_event_has_a_name_of_the_list_and_each_name_a_number_of_its_own(string list, string folder)
    {
        var (ids, sources) = (IdsOf(list), House.Repository.Sources(folder).Select(File.ReadAllText).ToList());
        var used = sources.SelectMany(source => Event().Matches(source)).Select(one => one.Groups["id"].Value).ToList();

        Assert.Equal(sources.Sum(source => Attribute().Count(source)), used.Count);
        Assert.Equal([], used.Where(name => !ids.ContainsKey(name)));
        Assert.Equal(ids.Count, ids.Values.Distinct().Count());
    }

    private const string AppIds = "orchestrations/Kernel/EventIds.cs";

    private static Dictionary<string, int> Numbers { get; } = IdsOf(AppIds);

    private static Dictionary<string, int> IdsOf(string list) =>
        Id()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, list)))
            .ToDictionary(
                one => one.Groups["name"].Value,
                one => int.Parse(one.Groups["id"].Value, CultureInfo.InvariantCulture)
            );

    private static string Defaults()
    {
        var rows =
            from pair in OptionsTests.AllClasses().Distinct()
            from property in pair.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.CanWrite
            let value = property.GetValue(Activator.CreateInstance(pair.Options))
            where value is not (null or "")
            orderby pair.Section, property.Name
            select $"| `{pair.Section}__{property.Name}` | {Summary(pair.Options, property)} | `{Text(value)}` |";
        return "| Name | Meaning | Default |\n|---|---|---|\n" + string.Join('\n', rows.Distinct()) + "\n";
    }

    private static string Events() =>
        "| Id | Level | Text | Written by |\n|---|---|---|---|\n"
        + string.Concat(
            AllEvents()
                .OrderBy(one => one.Id)
                .Select(one =>
                    $"| {one.Id} | {one.Level} | {one.Text.Replace("|", "\\|", StringComparison.Ordinal)} | `{one.File}` |\n"
                )
        );

    private static string Meters()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "functions", "Hosting", "SakipMeter.cs"));
        return "| Measurement | Unit | Meaning |\n|---|---|---|\n"
            + string.Concat(
                Instrument()
                    .Matches(source)
                    .Select(one =>
                        $"| `{one.Groups["name"].Value}` | {one.Groups["unit"].Value} | {one.Groups["text"].Value} |\n"
                    )
            );
    }

    private static (int Id, string Level, string Text, string File)[] AllEvents() =>
        [
            .. from folder in new[] { "functions", "orchestrations" }
            from file in House.Repository.Sources(folder)
            from Match one in Event().Matches(File.ReadAllText(file))
            select (
                Numbers[one.Groups["id"].Value],
                one.Groups["level"].Value,
                Joined().Replace(one.Groups["text"].Value, ""),
                Path.GetRelativePath(House.Repository.Root, file)
            ),
        ];

    private static string Summary(Type options, PropertyInfo property)
    {
        var documents = XDocument.Load(Path.ChangeExtension(options.Assembly.Location, ".xml"));
        var summary = documents
            .Descendants("member")
            .FirstOrDefault(member => member.Attribute("name")!.Value == $"P:{options.FullName}.{property.Name}")
            ?.Element("summary");
        var text = summary is null
            ? ""
            : Space().Replace(Reference().Replace(string.Concat(summary.Nodes()), "$1"), " ").Trim();
        return text.Length == 0 ? property.Name : text.Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string With(string page, string name, string table)
    {
        var place = new Regex($"(?s)(<!-- {name}:begin -->\n).*(<!-- {name}:end -->)");
        Assert.Single(place.Matches(page));
        return place.Replace(page, match => $"{match.Groups[1]}\n{table}\n{match.Groups[2]}");
    }

    [GeneratedRegex(
        @"LoggerMessage\(\s*EventIds\.(?<id>\w+),\s*LogLevel\.(?<level>\w+),\s*""(?<text>(?:[^""\\]|\\.|""\s*\+\s*"")*)"""
    )]
    private static partial Regex Event();

    [GeneratedRegex(@"const int (?<name>\w+) = (?<id>\d+);")]
    private static partial Regex Id();

    [GeneratedRegex(@"\[LoggerMessage\(")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"""\s*\+\s*""")]
    private static partial Regex Joined();

    [GeneratedRegex(@"Create\w+<\w+>\(\s*""(?<name>[^""]+)"",\s*""(?<unit>[^""]+)"",\s*""(?<text>[^""]+)""\s*\)")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"<[^>]*?(?:cref|name)=""(?:\w:)?(?:[\w.]+\.)?(\w+)""[^>]*/>|</?\w+>")]
    private static partial Regex Reference();
}
