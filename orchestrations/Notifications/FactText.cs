using System.Text.Json;
using Sakip.Kernel;

namespace Sakip.Notifications;

/// <summary>Facts as a message's row keeps them: one object of strings, its names in camelCase.</summary>
internal static class FactText
{
    public static string Of(IReadOnlyDictionary<Fact, string> facts) =>
        SakipJson.Text(
            facts.ToDictionary(fact => JsonNamingPolicy.CamelCase.ConvertName(fact.Key.ToString()), fact => fact.Value)
        );

    /// <summary>What another release wrote beyond today's facts is left out.</summary>
    public static Dictionary<Fact, string> Read(string text)
    {
        var facts = new Dictionary<Fact, string>();
        foreach (var (name, value) in SakipJson.Read<Dictionary<string, string>>(text))
        {
            if (Enum.TryParse<Fact>(name, ignoreCase: true, out var fact))
                facts[fact] = value;
        }

        return facts;
    }
}
