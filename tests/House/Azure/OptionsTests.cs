using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Sakip.Functions.Storage;
using Sakip.Notifications;

namespace Sakip.Tests.House.Azure;

/// <summary>The settings of the template against the options classes that read them.</summary>
public sealed partial class OptionsTests
{
    private static readonly (string Section, Type Options)[] Classes =
    [
        ("Mail", typeof(MailOptions)),
        ("Mail", typeof(SmtpOptions)),
        ("Whatsapp", typeof(WhatsappOptions)),
        .. new[] { typeof(MailOptions).Assembly, typeof(StorageClients).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Select(type => (Section: type.GetField("Section")?.GetRawConstantValue() as string, Options: type))
            .Where(pair => pair.Section is not null && !pair.Options.IsAbstract)
            .Select(pair => (pair.Section!, pair.Options)),
    ];

    internal static IEnumerable<(string Section, Type Options)> AllClasses() => Classes;

    [Fact]
    public async Task Every_setting_of_a_section_is_a_property_of_its_options()
    {
        foreach (var section in Classes.ToLookup(pair => pair.Section, pair => pair.Options))
        {
            string[] known = [.. section.SelectMany(Properties).Select(property => property.Name)];
            Assert.All(await SetInAsync(section.Key), name => Assert.Contains(name, known));
        }
    }

    [Fact]
    public async Task Whatever_an_options_class_leaves_empty_can_be_set_and_is_set_under_that_name()
    {
        var set = await AllSetAsync();
        var wanted = Classes
            .SelectMany(pair => EmptyOf(pair.Options).Select(name => $"{pair.Section}__{name}"))
            .Concat(ReadByName().Select(name => $"Signing__{name}"))
            .Distinct()
            .Except(Local)
            .ToArray();

        // The class is read where it should be: these come from lists, from a list of objects and from no class at all.
        Assert.Superset(
            new HashSet<string>
            {
                "Access__Administrators__0",
                "Access__OfficeKeys__0__Unit",
                "Access__OfficeKeys__0__Sha256",
                "Audit__FormerKeys__0",
                "Signing__Bsre__BaseAddress",
                "Signing__TrustedRoots__0",
                "Links__Keys__*",
            },
            wanted.ToHashSet()
        );
        Assert.Equal("", string.Join('\n', wanted.Where(name => !set.Any(one => Fits(one, name)))));
    }

    [Fact]
    public async Task What_differs_in_Azure_from_the_default_is_set_to_what_Azure_needs()
    {
        Assert.Equal("1", Prediction.Reviewed("production").AppSettings["Access__TrustedHops"]);
        Assert.Equal("true", (await Variants.WithEverything).AppSettings["Access__Entra"]);
    }

    [Fact]
    public async Task No_section_of_settings_is_set_that_nobody_reads()
    {
        string[] others = ["AzureWebJobsStorage", "Storage", "Signing", "Telemetry"];
        var read = Classes.Select(pair => pair.Section).Concat(others).ToHashSet();
        var sections = (await Variants.WithEverything)
            .AppSettings.Keys.Concat((await Variants.WithBsre).AppSettings.Keys)
            .Where(name => name.Contains("__", StringComparison.Ordinal))
            .Select(name => name.Split("__")[0])
            .Distinct();

        Assert.All(sections, section => Assert.Contains(section, read));
    }

    [Fact]
    public async Task Whatever_options_require_and_do_not_know_themselves_the_template_sets()
    {
        foreach (var (section, options) in Classes)
        {
            var set = await SetInAsync(section);
            var defaults = Activator.CreateInstance(options);
            var required = Properties(options)
                .Where(property => property.GetCustomAttribute<RequiredAttribute>() is not null)
                .Where(property => property.GetValue(defaults) is null or "")
                .Select(property => property.Name);
            Assert.All(required, name => Assert.Contains(name, set));
        }
    }

    // What only a machine of one's own uses, and what is refused in Azure.
    private static readonly string[] Local = ["Mail__Folder"];

    // The names under which a class is given what it has no value for: lists by number, their objects by property.
    private static IEnumerable<string> EmptyOf(Type options)
    {
        var defaults = Activator.CreateInstance(options);
        foreach (var property in Properties(options))
        {
            var value = property.GetValue(defaults);
            if (value is IDictionary or IEnumerable and not string)
            {
                var item = property.PropertyType.GetGenericArguments()[^1];
                var place = property.Name + (property.PropertyType.GetGenericArguments().Length > 1 ? "__*" : "__0");
                if (item == typeof(string))
                {
                    yield return place;
                }
                else
                {
                    foreach (var part in Properties(item))
                        yield return $"{place}__{part.Name}";
                }
            }
            else if (property.CanWrite && value is null or "")
            {
                yield return property.Name;
            }
        }
    }

    // Signing has no class that a section is bound to: it is read by name.
    private static IEnumerable<string> ReadByName()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "functions", "Signing", "SigningSetup.cs"));
        foreach (Match read in Read().Matches(source))
        {
            var name = read.Groups["name"].Value;
            if (name == "CertificatePassword")
                continue;
            yield return read.Groups["of"]
                .Value.Replace(" ", "", StringComparison.Ordinal)
                .ReplaceLineEndings("") switch
            {
                "Required(section," => $"Bsre__{name}",
                "section.GetSection(" when name == "Identities" => "Bsre__Identities__*",
                "section.GetSection(" when name == "TrustedRoots" => "TrustedRoots__0",
                "section.GetSection(" when name == "Bsre" => "Bsre__*",
                _ => name,
            };
        }
    }

    private static bool Fits(string set, string wanted) =>
        wanted.EndsWith('*') ? set.StartsWith(wanted[..^1], StringComparison.Ordinal) : set == wanted;

    private static async Task<IReadOnlySet<string>> AllSetAsync() =>
        new[] { await Variants.WithEverything, await Variants.WithBsre, Prediction.Reviewed("production") }
            .SelectMany(prediction => prediction.AppSettings.Keys)
            .ToHashSet();

    [GeneratedRegex(@"(?<of>section\[|section\s*\.GetSection\(|Required\(section, )\s*""(?<name>\w+)""")]
    private static partial Regex Read();

    private static PropertyInfo[] Properties(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static async Task<HashSet<string>> SetInAsync(string section)
    {
        var everything = await Variants.WithEverything;
        return
        [
            .. everything
                .AppSettings.Keys.Concat(Prediction.Reviewed("production").AppSettings.Keys)
                .Select(name => name.Split("__"))
                .Where(parts => parts[0] == section && parts.Length > 1)
                .Select(parts => parts[1]),
        ];
    }
}
