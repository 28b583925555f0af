using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Template;

namespace Sakip.Embedded.Hosting.Http;

/// <summary>
/// Tells whether two routes may take the same request. The real host tries routes by function name, not by how exact
/// they are, so that only a catch-all that sorts last is safe. Where two constraints cannot be compared they count as
/// overlapping.
/// </summary>
internal static class RouteOverlap
{
    /// <summary>Whether a request exists that both would take; a catch-all in the later one is allowed.</summary>
    public static bool Exists(HttpRoute earlier, HttpRoute later)
    {
        if (earlier.Methods is { } some && later.Methods?.Overlaps(some) == false) return false;
        return Variants(earlier).Any(first => Variants(later).Any(second =>
            !AllowedCatchAll(first, second) && Overlap(earlier, first, later, second)));
    }

    // The later takes what the earlier, deeper one leaves.
    private static bool AllowedCatchAll(TemplateSegment[] earlier, TemplateSegment[] later)
    {
        var (first, second) = (Array.FindIndex(earlier, IsCatchAll), Array.FindIndex(later, IsCatchAll));
        return second >= 0 && (first < 0 || first > second);
    }

    // A template with optional parameters at its end is as many templates.
    private static IEnumerable<TemplateSegment[]> Variants(HttpRoute route)
    {
        var segments = route.Template.Segments.ToArray();
        var required = segments.Length;
        while (required > 0 && segments[required - 1].Parts is [{ IsParameter: true } part]
            && (part.IsOptional || part.DefaultValue is not null))
        {
            required--;
        }
        for (var length = required; length <= segments.Length; length++)
        {
            var variant = segments[..length];
            if (!variant.Any(segment => IsImpossible(route, segment))) yield return variant;
        }
    }

    private static bool IsImpossible(HttpRoute route, TemplateSegment segment) =>
        segment.Parts is [{ IsParameter: true, IsCatchAll: false } part] && Lengths(route, part).Most == 0;

    private static bool Overlap(HttpRoute a, TemplateSegment[] first, HttpRoute b, TemplateSegment[] second)
    {
        for (var index = 0; ; index++)
        {
            var one = index < first.Length ? first[index] : null;
            var other = index < second.Length ? second[index] : null;
            if (one is null && other is null) return true;
            if (IsCatchAll(one) || IsCatchAll(other)) return true;
            if (one is null || other is null || !Overlap(a, one, b, other)) return false;
        }
    }

    private static bool IsCatchAll(TemplateSegment? segment) => segment?.Parts is [.., { IsCatchAll: true }];

    private static bool Overlap(HttpRoute a, TemplateSegment one, HttpRoute b, TemplateSegment other) =>
        (one.Parts, other.Parts) switch
        {
            ([{ IsLiteral: true } x], [{ IsLiteral: true } y]) =>
                string.Equals(x.Text, y.Text, StringComparison.OrdinalIgnoreCase),
            ([{ IsLiteral: true } x], [{ IsParameter: true } y]) => Accepts(b, y, x.Text!),
            ([{ IsParameter: true } x], [{ IsLiteral: true } y]) => Accepts(a, x, y.Text!),
            ([{ IsParameter: true } x], [{ IsParameter: true } y]) => Overlap(a, x, b, y),
            var (x, y) => Affixes(x[0], y[0], false) && Affixes(x[^1], y[^1], true),
        };

    // Segments of several parts, as in {id}.pdf: they part only by their fixed beginnings or ends.
    private static bool Affixes(TemplatePart one, TemplatePart other, bool atEnd)
    {
        if (one.Text is not { } x || other.Text is not { } y) return true;
        var (shorter, longer) = x.Length < y.Length ? (x, y) : (y, x);
        return atEnd
            ? longer.EndsWith(shorter, StringComparison.OrdinalIgnoreCase)
            : longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Accepts(HttpRoute route, TemplatePart part, string text) =>
        route.Constraints[part.Name!].All(constraint => constraint.Match(
            null, null, part.Name!, new RouteValueDictionary { [part.Name!] = text }, RouteDirection.IncomingRequest));

    private static bool Overlap(HttpRoute a, TemplatePart one, HttpRoute b, TemplatePart other)
    {
        var (x, y) = (Lengths(a, one), Lengths(b, other));
        if (x.Least > y.Most || y.Least > x.Most) return false;
        return !(IsNumber(a, one) && IsAlpha(b, other)) && !(IsAlpha(a, one) && IsNumber(b, other));
    }

    private static (int Least, int Most) Lengths(HttpRoute route, TemplatePart part) =>
        route.Constraints[part.Name!].Aggregate((Least: 1, Most: int.MaxValue), (range, constraint) => constraint switch
        {
            LengthRouteConstraint length => (length.MinLength, length.MaxLength),
            MinLengthRouteConstraint least => (least.MinLength, range.Most),
            MaxLengthRouteConstraint most => (range.Least, most.MaxLength),
            _ => range,
        });

    private static bool IsNumber(HttpRoute route, TemplatePart part) => route.Constraints[part.Name!].Any(constraint =>
        constraint is IntRouteConstraint or LongRouteConstraint or RangeRouteConstraint
            or MinRouteConstraint or MaxRouteConstraint);

    private static bool IsAlpha(HttpRoute route, TemplatePart part) =>
        route.Constraints[part.Name!].Any(constraint => constraint is AlphaRouteConstraint);
}
