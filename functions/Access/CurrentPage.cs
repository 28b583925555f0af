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
);

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
