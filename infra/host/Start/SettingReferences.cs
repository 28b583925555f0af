namespace Sakip.Host.Start;

internal static partial class SettingReferences
{
    /// <summary>Replaces <c>%Name%</c> by that setting; a name without goes to <paramref name="missing"/>.</summary>
    public static string Resolve(string text, IConfiguration configuration, ICollection<string> missing) =>
        Reference()
            .Replace(
                text,
                match =>
                {
                    var name = match.Groups[1].Value;
                    if (configuration[name] is { Length: > 0 } value)
                        return value;
                    missing.Add(name);
                    return match.Value;
                }
            );

    [GeneratedRegex("%([^%]+)%", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
