using System.Globalization;
using Microsoft.Extensions.Configuration;
using Sakip.Embedded.Clock;

namespace Sakip.Embedded.Hosting;

/// <summary>Reads host.json, local.settings.json and the runtime's own settings.</summary>
internal static class RuntimeSettings
{
    private const string HostSection = "AzureFunctionsJobHost";
    private const string DefaultUrl = "http://127.0.0.1:7071";

    /// <summary>Adds the app's files below the environment and the arguments, which win over them.</summary>
    public static void AddFiles(ConfigurationManager configuration, string folder)
    {
        var values = new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Sakip"] = "Information",
            ["urls"] = DefaultUrl,
        };
        foreach (var (key, value) in ReadJson(Path.Combine(folder, "host.json")))
            values[$"{HostSection}:{key}"] = value;
        foreach (var (key, value) in ReadJson(Path.Combine(folder, "local.settings.json")))
        {
            if (key.StartsWith("Values:", StringComparison.OrdinalIgnoreCase))
                values[key["Values:".Length..].Replace("__", ":", StringComparison.Ordinal)] = value;
        }
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = values,
        });
    }

    /// <summary>A setting of host.json; <c>AzureFunctionsJobHost:…</c> in another source wins over it.</summary>
    public static string? Host(IConfiguration configuration, string key) => configuration[$"{HostSection}:{key}"];

    /// <summary>
    /// The virtual clock of <c>--clock</c> or <c>Embedded:Clock</c>; null on the real clock.
    /// <c>Embedded:ClockHeld=true</c> makes it stand until it is moved.
    /// </summary>
    /// <exception cref="StartupRefusedException">The setting is not an instant.</exception>
    public static VirtualClock? Clock(IConfiguration configuration)
    {
        if ((configuration["clock"] ?? configuration["Embedded:Clock"]) is not { Length: > 0 } text) return null;
        if (!DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start))
        {
            throw new StartupRefusedException([$"'{text}' is no instant: write --clock 2024-01-02."]);
        }
        return new VirtualClock(start, configuration.GetValue("Embedded:ClockHeld", false));
    }

    public static bool IsDisabled(IConfiguration configuration, string function) =>
        configuration.GetValue($"AzureWebJobs.{function}.Disabled", false);

    private static IEnumerable<KeyValuePair<string, string?>> ReadJson(string path) =>
        new ConfigurationBuilder().AddJsonFile(path, optional: true).Build().AsEnumerable();
}
