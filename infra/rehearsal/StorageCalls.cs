using System.Text.RegularExpressions;

namespace Sakip.Rehearsal;

/// <summary>The calls that the storage emulator logged, where <c>Host:AzuriteLog</c> has it do so.</summary>
internal static partial class StorageCalls
{
    /// <param name="data">Folder of the app's data.</param>
    /// <returns>Method and table or container with how often, most first.</returns>
    public static IReadOnlyList<(string Method, string Place, int Count)> In(string data) =>
        [
            .. File.ReadLines(Path.Combine(data, "azurite", "azurite.log"))
                .Select(line => Call().Match(line))
                .Where(match => match.Success)
                .GroupBy(match => (match.Groups[1].Value, match.Groups[2].Value))
                .Select(group => (group.Key.Item1, group.Key.Item2, group.Count()))
                .OrderByDescending(call => call.Item3),
        ];

    [GeneratedRegex(
        """\"(GET|HEAD|PUT|POST|MERGE|PATCH|DELETE) /[^/ ]+/([A-Za-z$-]+)""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Call();
}
