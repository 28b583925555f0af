using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>A contradiction: what, where, the two values, and what to do. All texts are Indonesian.</summary>
/// <param name="Id">Stable while the contradiction stays the same; acceptances refer to it.</param>
/// <param name="Where">Every place looked at that takes part in it, the first being the one at fault.</param>
/// <param name="ValueA">What stands there.</param>
/// <param name="ValueB">What it should agree with.</param>
/// <param name="Quote">The sentence, where it was found in text.</param>
internal sealed partial record Finding(
    string Id,
    string Code,
    FindingLevel Level,
    string Title,
    string Explanation,
    IReadOnlyList<string> Where,
    string? ValueA,
    string? ValueB,
    string? Difference,
    string Action,
    string? Quote
)
{
    /// <summary>What the contradiction is about, whatever its values are.</summary>
    [JsonIgnore]
    public string Topic => string.Join('|', Code, Where.FirstOrDefault(), NotAValue().Replace(Explanation, ""));

    [GeneratedRegex(@"[0-9.,%]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotAValue();
}

/// <summary>What a rule found; catalog and office settings add title and level.</summary>
/// <param name="AtMost">Holds the level down where the case is a lesser one of its rule.</param>
internal sealed record Contradiction(
    string Code,
    string Explanation,
    IReadOnlyList<string> Where,
    string Action,
    string? ValueA = null,
    string? ValueB = null,
    string? Difference = null,
    string? Quote = null,
    FindingLevel? AtMost = null
)
{
    public Finding ToFinding(RuleLevels levels)
    {
        var rule = RuleCatalog.Get(Code);
        var level = levels.Of(Code);
        return new(
            Identity(),
            Code,
            AtMost is { } most && most < level ? most : level,
            rule.Title,
            Explanation,
            Where,
            ValueA,
            ValueB,
            Difference,
            Action,
            Quote
        );
    }

    private string Identity()
    {
        var content = string.Join('\u001f', [Code, .. Where, ValueA ?? "", ValueB ?? "", Quote ?? ""]);
        return Code.ToLowerInvariant()
            + "-"
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12];
    }
}

/// <summary>An explanation that somebody entitled accepted; it goes into the report's notes.</summary>
/// <param name="Finding">The finding's <see cref="Finding.Id"/>.</param>
/// <param name="AcceptedBy">Code of the official.</param>
internal sealed record AcceptedExplanation(
    string Finding,
    string Explanation,
    string AcceptedBy,
    DateTimeOffset AcceptedAt
);
