using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sakip.Embedded.Hosting.Discovery;

namespace Sakip.Embedded.Hosting.Http;

/// <summary>All routes of the app, in the order in which the real host tries them: by function name.</summary>
internal sealed class RouteTable
{
    private static readonly string[] Reserved = ["admin", "runtime", ".clock"];
    private readonly IReadOnlyList<HttpRoute> routes;

    /// <param name="functions">The HTTP functions.</param>
    /// <param name="prefix">The route prefix of host.json.</param>
    /// <param name="resolver">Makes route constraints.</param>
    /// <param name="problems">Receives what would break the app on the real host.</param>
    public RouteTable(
        IEnumerable<FunctionDescriptor> functions,
        string prefix,
        IInlineConstraintResolver resolver,
        ICollection<string> problems)
    {
        var routes = new List<HttpRoute>();
        foreach (var function in functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (Parse(function, prefix.Trim('/'), resolver, problems) is not { } route) continue;
            foreach (var earlier in routes.Where(earlier => RouteOverlap.Exists(earlier, route)))
            {
                problems.Add($"Functions '{earlier.Function.Name}' and '{function.Name}' have overlapping routes "
                    + $"('{earlier.Template.TemplateText}' and '{route.Template.TemplateText}'): the host would take "
                    + "the first by name. Make the templates differ; a catch-all's name must sort last.");
            }
            routes.Add(route);
        }
        this.routes = routes;
    }

    /// <summary>The first route by function name that takes the request, with its values.</summary>
    public (HttpRoute Route, RouteValueDictionary Values)? Find(HttpContext http)
    {
        foreach (var route in routes)
            if (route.Match(http) is { } values) return (route, values);
        return null;
    }

    private static HttpRoute? Parse(
        FunctionDescriptor function,
        string prefix,
        IInlineConstraintResolver resolver,
        ICollection<string> problems)
    {
        try
        {
            var route = new HttpRoute(function, prefix, resolver);
            if (WhyRefused(route) is not { } reason) return route;
            problems.Add($"Function '{function.Name}' {reason}");
        }
        catch (ArgumentException error)
        {
            problems.Add($"Function '{function.Name}' has a bad route: {error.Message}");
        }
        return null;
    }

    private static string? WhyRefused(HttpRoute route)
    {
        if (route.Trigger.Route?.Trim('/') is "")
        {
            return $"has the route '{route.Trigger.Route}', which breaks every HTTP function of the app on the real "
                + "host: write \"{root:maxlength(0)?}\" for the root.";
        }
        var first = route.Template.GetSegment(0)?.Parts is [{ IsLiteral: true } part, ..] ? part.Text : null;
        return Reserved.Contains(first, StringComparer.OrdinalIgnoreCase)
            ? $"has a route under '{first}', which belongs to the host."
            : null;
    }
}
