using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Access;

/// <summary>What shell and forms need to know of the request that a page is rendered for.</summary>
/// <param name="FormToken">The anti-forgery field's value.</param>
/// <param name="Plan">The plan of the route's office and year, where there is one.</param>
/// <param name="Path">The page's own path and query.</param>
internal sealed record PageRequest(
    Caller Caller,
    string FormToken,
    string? Unit,
    int? Year,
    OfficePlan? Plan,
    string Path
)
{
    /// <summary>A value of the page's query; null where it has none.</summary>
    public string? Query(string name) =>
        Path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at
        && QueryHelpers.ParseQuery(Path[at..]).TryGetValue(name, out var value)
            ? value.ToString()
            : null;
}

internal static class PlanOfRequest
{
    public static OfficePlan? PlanOrNull(this HttpRequest request) =>
        (request.HttpContext.Items[typeof(PageRequest)] as PageRequest)?.Plan;

    /// <summary>The plan of the office and year that the address names, as it was read when the caller's rights were checked.</summary>
    /// <exception cref="UnknownYearException">There is none.</exception>
    public static OfficePlan Plan(this HttpRequest request)
    {
        var page =
            request.HttpContext.Items[typeof(PageRequest)] as PageRequest
            ?? throw new InvalidOperationException("The function's [Allow] asks for no signed-in person.");
        return page.Plan ?? throw new UnknownYearException(new OfficeYear(page.Unit ?? "", page.Year ?? 0));
    }
}

/// <summary>
/// The request that is being answered, for components. It goes with the invocation's flow: the host runs functions apart
/// from the request's own, so that ASP.NET's accessor does not know it.
/// </summary>
internal sealed class CurrentPage
{
    private readonly AsyncLocal<PageRequest?> _request = new();

    public PageRequest? Request
    {
        get => _request.Value;
        set => _request.Value = value;
    }
}
