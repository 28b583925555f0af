using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Sakip.Embedded.Hosting.Discovery;

namespace Sakip.Embedded.Hosting.Http;

/// <summary>An HTTP function's route template, methods and constraints.</summary>
internal sealed class HttpRoute
{
    private readonly TemplateMatcher matcher;

    /// <exception cref="ArgumentException">The template is not one, or a constraint in it is unknown.</exception>
    public HttpRoute(FunctionDescriptor function, string prefix, IInlineConstraintResolver resolver)
    {
        Function = function;
        Trigger = (HttpTriggerAttribute)function.Trigger;
        var path = Trigger.Route ?? function.Name;
        Template = TemplateParser.Parse(prefix.Length == 0 ? path : $"{prefix}/{path}");
        Methods = Trigger.Methods is { Length: > 0 } methods
            ? methods.Select(method => method.ToUpperInvariant()).ToHashSet()
            : null;
        matcher = new TemplateMatcher(Template, Defaults(Template));
        Constraints = Template.Parameters.ToDictionary(
            part => part.Name!,
            part => part.InlineConstraints.Select(inline => resolver.ResolveConstraint(inline.Constraint)
                ?? throw new ArgumentException($"constraint '{inline.Constraint}' is unknown")).ToArray());
    }

    public FunctionDescriptor Function { get; }

    public HttpTriggerAttribute Trigger { get; }

    public RouteTemplate Template { get; }

    /// <summary>The methods listed; null allows every one.</summary>
    public IReadOnlySet<string>? Methods { get; }

    public IReadOnlyDictionary<string, IRouteConstraint[]> Constraints { get; }

    /// <summary>The route values of the request if this route takes it; else null.</summary>
    public RouteValueDictionary? Match(HttpContext http)
    {
        if (Methods?.Contains(http.Request.Method) == false) return null;
        var values = new RouteValueDictionary();
        if (!matcher.TryMatch(http.Request.Path, values)) return null;
        return Constraints.All(entry => Fulfils(http, entry.Key, entry.Value, values)) ? values : null;
    }

    private bool Fulfils(HttpContext http, string name, IRouteConstraint[] constraints, RouteValueDictionary values)
    {
        if (Template.GetParameter(name)!.IsOptional && values[name] is null) return true;
        return constraints.All(constraint =>
            constraint.Match(http, null, name, values, RouteDirection.IncomingRequest));
    }

    private static RouteValueDictionary Defaults(RouteTemplate template) =>
        new(template.Parameters.Where(part => part.DefaultValue is not null)
            .Select(part => KeyValuePair.Create(part.Name!, part.DefaultValue)));
}
