using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.Options;

namespace Sakip.Host.Http;

/// <summary>Tells whether the real host, which tries routes by function name, and ASP.NET, which goes by how
/// exact they are, would differ. Two constraints overlap where both take one of many samples.</summary>
internal static class RouteOverlap
{
    private const StringComparison Loose = StringComparison.OrdinalIgnoreCase;

    private static readonly DefaultInlineConstraintResolver Constraints = new(
        Options.Create(WithRegex(new RouteOptions())),
        new ServiceCollection().BuildServiceProvider()
    );

    // Numbers, words, codes and ids of every length that a constraint may name.
    private static readonly string[] Samples =
    [
        .. Enumerable.Range(1, 64).SelectMany(length => new[] { new string('1', length), new string('a', length) }),
        .. $"2024 2024-01-02 true 1.5 q1 a-1 {Guid.Empty}".Split(' '),
    ];

    private static readonly ConcurrentDictionary<string, HashSet<string>> Known = new();

    /// <summary>With regular expressions, which the slim builder leaves out and the worker has.</summary>
    public static RouteOptions WithRegex(RouteOptions options)
    {
        options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
        return options;
    }

    /// <summary>Whether both take some request; each is given by its variants.</summary>
    public static bool Meet(RoutePatternPathSegment[][] one, RoutePatternPathSegment[][] other) =>
        one.Any(first => other.Any(second => Overlap(first, second)));

    public static string? UnknownConstraint(RoutePattern pattern) =>
        pattern
            .Parameters.SelectMany(part => part.ParameterPolicies)
            .Select(policy => policy.Content!)
            .FirstOrDefault(text => Constraints.ResolveConstraint(text) is null);

    /// <summary>A template with optional parameters at its end is as many templates.</summary>
    public static IEnumerable<RoutePatternPathSegment[]> Variants(RoutePattern pattern)
    {
        var segments = pattern.PathSegments.ToArray();
        var required = segments.Length - segments.Reverse().TakeWhile(IsOptional).Count();
        for (var length = required; length <= segments.Length; length++)
        {
            var variant = segments[..length];
            if (!variant.Any(IsImpossible))
                yield return variant;
        }

        static bool IsOptional(RoutePatternPathSegment segment) =>
            segment.Parts
                is [RoutePatternParameterPart { IsOptional: true } or RoutePatternParameterPart { Default: not null }];

        static bool IsImpossible(RoutePatternPathSegment segment) =>
            segment.Parts is [RoutePatternParameterPart { IsCatchAll: false } part] && Accepted(part).Count == 0;
    }

    private static bool Overlap(RoutePatternPathSegment[] first, RoutePatternPathSegment[] second)
    {
        for (var index = 0; ; index++)
        {
            var one = index < first.Length ? first[index] : null;
            var other = index < second.Length ? second[index] : null;
            if (one is null && other is null)
                return true;
            if (IsCatchAll(one) || IsCatchAll(other))
                return true;
            if (one is null || other is null || !Overlap(one, other))
                return false;
        }
    }

    private static bool IsCatchAll(RoutePatternPathSegment? segment) =>
        segment?.Parts is [.., RoutePatternParameterPart { IsCatchAll: true }];

    private static bool Overlap(RoutePatternPathSegment one, RoutePatternPathSegment other) =>
        (one.Parts, other.Parts) switch
        {
            ([RoutePatternLiteralPart x], [RoutePatternLiteralPart y]) => x.Content.Equals(y.Content, Loose),
            ([RoutePatternLiteralPart x], [RoutePatternParameterPart y]) => Accepts(y)(x.Content),
            ([RoutePatternParameterPart x], [RoutePatternLiteralPart y]) => Accepts(x)(y.Content),
            ([RoutePatternParameterPart x], [RoutePatternParameterPart y]) => Accepted(x).Overlaps(Accepted(y)),
            var (x, y) => Affixes(Text(x[0]), Text(y[0]), false) && Affixes(Text(x[^1]), Text(y[^1]), true),
        };

    private static string? Text(RoutePatternPart part) =>
        (part as RoutePatternLiteralPart)?.Content ?? (part as RoutePatternSeparatorPart)?.Content;

    // Segments of several parts, as in {id}.pdf: they part only by their fixed beginnings or ends.
    private static bool Affixes(string? x, string? y, bool atEnd)
    {
        if (x is null || y is null)
            return true;
        var (shorter, longer) = x.Length < y.Length ? (x, y) : (y, x);
        return atEnd ? longer.EndsWith(shorter, Loose) : longer.StartsWith(shorter, Loose);
    }

    private static HashSet<string> Accepted(RoutePatternParameterPart part) =>
        Known.GetOrAdd(
            string.Join('\n', part.ParameterPolicies.Select(policy => policy.Content)),
            static (_, part) => [.. Samples.Where(Accepts(part))],
            part
        );

    // Resolved once for all texts: that compiles a regular expression.
    private static Func<string, bool> Accepts(RoutePatternParameterPart part)
    {
        var rules = part.ParameterPolicies.Select(policy => Constraints.ResolveConstraint(policy.Content!)!).ToArray();
        return text => rules.All(rule => rule.Match(null, null, "", new() { [""] = text }, default));
    }
}
