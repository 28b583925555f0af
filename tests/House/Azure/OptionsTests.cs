using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Sakip.Functions.Hosting;
using Sakip.Notifications;

namespace Sakip.Tests.House.Azure;

/// <summary>The settings of the template against the options classes that read them.</summary>
public sealed class OptionsTests
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
    public async Task What_the_app_reads_of_access_and_signing_can_be_set_and_is_set_under_that_name()
    {
        string[] wanted =
        [
            "Access__Entra", "Access__TrustedHops", "Access__Administrators__0", "Signing__Method",
            "Signing__TrustedRoots__0", "Signing__Certificate", "Signing__Bsre__BaseAddress", "Signing__Bsre__UserName",
            "Signing__Bsre__Password", "Signing__Bsre__Identities__kabiro", "Audit__Key", "Links__ActiveKey",
        ];
        string[] set =
        [
            .. (await Variants.WithEverything).AppSettings.Keys, .. (await Variants.WithBsre).AppSettings.Keys,
        ];

        Assert.All(wanted, name => Assert.Contains(name, set));
        Assert.Equal("1", Prediction.Reviewed("production").AppSettings["Access__TrustedHops"]);
        Assert.Equal("true", (await Variants.WithEverything).AppSettings["Access__Entra"]);
    }

    [Fact]
    public async Task No_section_of_settings_is_set_that_nobody_reads()
    {
        string[] others = ["AzureWebJobsStorage", "Storage", "Signing", "Telemetry"];
        var read = Classes.Select(pair => pair.Section).Concat(others).ToHashSet();
        var sections = (await Variants.WithEverything).AppSettings.Keys
            .Concat((await Variants.WithBsre).AppSettings.Keys)
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

    private static PropertyInfo[] Properties(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static async Task<HashSet<string>> SetInAsync(string section)
    {
        var everything = await Variants.WithEverything;
        return
        [
            .. everything.AppSettings.Keys.Concat(Prediction.Reviewed("production").AppSettings.Keys)
                .Select(name => name.Split("__"))
                .Where(parts => parts[0] == section && parts.Length > 1)
                .Select(parts => parts[1]),
        ];
    }
}
