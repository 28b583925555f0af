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
