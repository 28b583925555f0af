namespace Sakip.Host.Http;

/// <summary>The routes of the HTTP functions as endpoints of ASP.NET's own routing, made just as the worker makes them:
/// where the two sides chose differently, each such request would hang for fifteen seconds.</summary>
internal static class FunctionRoutes
{
    private static readonly string[] Reserved = ["admin", "runtime", ".clock"];

    /// <param name="problems">Receives what would break the app on the real host.</param>
    public static EndpointDataSource Of(IEnumerable<Function> functions, string prefix, ICollection<string> problems)
    {
        var routes = new List<(Function Function, RoutePattern Pattern, RoutePatternPathSegment[][] Variants)>();
        foreach (var function in functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (Parse(function, prefix, problems) is { } pattern)
                routes.Add((function, pattern, [.. RouteOverlap.Variants(pattern)]));
        }
        foreach (var (index, (function, pattern, variants)) in routes.Index())
        {
            // Both take some request, and the first by name is not the more exact.
            var hidden = routes[(index + 1)..]
                .FindAll(later =>
                    pattern.InboundPrecedence >= later.Pattern.InboundPrecedence
                    && RouteOverlap.Meet(variants, later.Variants)
                    && MethodsMeet(function, later.Function)
                );
            if (hidden is not [var (other, later, _), ..])
                continue;
            var more = hidden.Count > 1 ? $" and {hidden.Count - 1} more" : "";
            problems.Add(
                $"Functions '{function.Name}' and '{other.Name}'{more} have overlapping routes ('{pattern.RawText}' and "
                    + $"'{later.RawText}'): the real host takes the first by name, ASP.NET the more exact. Make the "
                    + "templates differ, or name the functions so that the more exact sorts first."
            );
        }
        return new DefaultEndpointDataSource(routes.Select(route => Endpoint(route.Function, route.Pattern)));
    }

    private static RouteEndpoint Endpoint(Function function, RoutePattern pattern)
    {
        var metadata = new EndpointMetadataCollection(function, new HttpMethodMetadata(function.Methods));
        return new(_ => Task.CompletedTask, pattern, order: 0, metadata, function.Name);
    }

    private static RoutePattern? Parse(Function function, string prefix, ICollection<string> problems)
    {
        if (function.Route.Trim('/') is "")
        {
            Refuse(
                $"the route '{function.Route}', which breaks every HTTP function of the app on the real host: write "
                    + "\"{root:maxlength(0)?}\" for the root."
            );
            return null;
        }
        try
        {
            var pattern = RoutePatternFactory.Parse($"{prefix}/{function.Route}");
            var first = pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart part, ..] }, ..] ? part.Content : "";
            if (RouteOverlap.UnknownConstraint(pattern) is { } unknown)
                Refuse($"a bad route: the constraint '{unknown}' is unknown.");
            else if (Reserved.Contains(first, StringComparer.OrdinalIgnoreCase))
                Refuse($"a route under '{first}', which belongs to the host.");
            else
                return pattern;
        }
        catch (RoutePatternException error)
        {
            Refuse($"a bad route '{function.Route}': {error.Message}");
        }
        return null;

        void Refuse(string fault) => problems.Add($"Function '{function.Name}' has {fault}");
    }

    private static bool MethodsMeet(Function one, Function other) =>
        one.Methods.IsEmpty
        || other.Methods.IsEmpty
        || one.Methods.Intersect(other.Methods, StringComparer.OrdinalIgnoreCase).Any();
}
