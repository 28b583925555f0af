using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Sakip.Embedded.Hosting;

/// <summary>Replaces <c>%Name%</c> by the setting of that name.</summary>
internal static partial class SettingReferences
{
    /// <summary>The text with its settings; a setting that is missing is added to <paramref name="missing"/>.</summary>
    public static string Resolve(string text, IConfiguration configuration, ICollection<string> missing) =>
        Reference().Replace(text, match =>
        {
            var name = match.Groups[1].Value;
            if (configuration[name] is { Length: > 0 } value) return value;
            missing.Add(name);
            return match.Value;
        });

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
