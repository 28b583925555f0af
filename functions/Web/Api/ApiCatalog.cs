using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Sakip.Functions.Web.Api;

/// <summary>An HTTP function as its attributes describe it.</summary>
internal sealed record ApiFunction(
    string Name,
    string Route,
    IReadOnlyList<string> Methods,
    bool NeedsKey,
    MethodInfo Method
)
{
    public ApiOperationAttribute? Operation { get; } = Method.GetCustomAttribute<ApiOperationAttribute>();

    public bool IsApi => Route.StartsWith("api/", StringComparison.Ordinal);
}

/// <summary>The HTTP functions of the app, found by reflection, and which of them take a path.</summary>
internal sealed class ApiCatalog
{
    // Found once in a process: the fault walk builds the app there a thousand times.
    private static readonly FrozenDictionary<string, ApiFunction> ByName = Read()
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    private readonly IReadOnlyList<(
        ApiFunction Function,
        TemplateMatcher Path,
        IRouteConstraint[][] Constraints
    )> _routes;

    public ApiCatalog(IServiceProvider services)
    {
        var options = new RouteOptions();
        options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
        var resolver = new DefaultInlineConstraintResolver(Options.Create(options), services);
        _routes =
        [
            .. ByName
                .Values.Where(one => one.IsApi && one.Name != UnknownApi.Name)
                .Select(one => Compile(one, resolver)),
        ];
    }

    public IReadOnlyList<ApiFunction> Functions =>
        [
            .. ByName
                .Values.OrderBy(one => one.Route, StringComparer.Ordinal)
                .ThenBy(one => one.Name, StringComparer.Ordinal),
        ];

    public ApiFunction? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Methods that some function under <c>/api</c> takes at the path; empty where the path is nobody's.</summary>
    public IReadOnlyList<string> MethodsAt(PathString path) =>
        [
            .. _routes
                .Where(route => Takes(route.Path, route.Constraints, path))
                .SelectMany(route => route.Function.Methods)
                .Select(method => method.ToUpperInvariant())
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<ApiFunction> Read() =>
        from type in typeof(ApiCatalog).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        select new ApiFunction(
            function.Name,
            trigger.Route ?? function.Name,
            trigger.Methods ?? [],
            trigger.AuthLevel is AuthorizationLevel.Function or AuthorizationLevel.Admin,
            method
        );

    private static (ApiFunction, TemplateMatcher, IRouteConstraint[][]) Compile(
        ApiFunction function,
        DefaultInlineConstraintResolver resolver
    )
    {
        var template = TemplateParser.Parse(function.Route);
        IRouteConstraint[][] constraints =
        [
            .. template.Parameters.Select(parameter =>
                parameter
                    .InlineConstraints.Select(constraint => resolver.ResolveConstraint(constraint.Constraint))
                    .OfType<IRouteConstraint>()
                    .ToArray()
            ),
        ];
        return (function, new TemplateMatcher(template, []), constraints);
    }

    private static bool Takes(TemplateMatcher matcher, IRouteConstraint[][] constraints, PathString path)
    {
        var values = new RouteValueDictionary();
        if (!matcher.TryMatch(path, values))
            return false;
        return matcher
            .Template.Parameters.Zip(constraints)
            .All(pair =>
                pair.Second.All(constraint =>
                    constraint.Match(null, null, pair.First.Name!, values, RouteDirection.IncomingRequest)
                )
            );
    }
}
