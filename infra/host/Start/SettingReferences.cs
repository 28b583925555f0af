namespace Sakip.Host.Start;

internal static partial class SettingReferences
{
    /// <summary>Replaces <c>%Name%</c> by that setting; a name without goes to <paramref name="missing"/>.</summary>
    public static string Resolve(string text, IConfiguration configuration, List<string> missing)
    {
        var names = Reference().Matches(text).Select(match => match.Groups[1].Value);
        missing.AddRange(names.Where(name => string.IsNullOrEmpty(configuration[name])));
        return Reference().Replace(text, match => configuration[match.Groups[1].Value] ?? match.Value);
    }

    [GeneratedRegex("%([^%]+)%", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
