using Microsoft.AspNetCore.Http;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Access;

/// <summary>The signed-in person in the office that the route names.</summary>
/// <param name="Official">Code of the official in the office's plan.</param>
/// <param name="Name">Name with titles.</param>
/// <param name="Unit">Code of the office; empty where the route names none and the person has no part in any.</param>
/// <param name="Roles">What the person is there.</param>
/// <param name="SubUnits">The sub-units that the person belongs to, heads or reports for.</param>
internal sealed record Caller(
    string Official,
    string Name,
    string Unit,
    IReadOnlySet<Who> Roles,
    IReadOnlySet<string> SubUnits
)
{
    /// <summary>The official code of those who look after the system and have no part in the office itself.</summary>
    public const string SystemAdministrator = "administrator";

    /// <summary>The sub-units that a role is limited to; a role that is not in it covers the whole office.</summary>
    public IReadOnlyDictionary<Who, IReadOnlySet<string>> Scopes { get; init; } =
        new Dictionary<Who, IReadOnlySet<string>>();

    /// <summary>The zone of the office in which this is said of the person.</summary>
    public OfficeZone Zone { get; init; }

    public bool Is(Who role) => Roles.Contains(role);

    public bool IsAny(params ReadOnlySpan<Who> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
                return true;
        }

        return false;
    }

    /// <summary>Whether the person has the role, and it covers the sub-unit.</summary>
    public bool May(Who role, string? subUnit) =>
        Roles.Contains(role)
        && (subUnit is null || !Scopes.TryGetValue(role, out var scope) || scope.Contains(subUnit));

    /// <summary>The person in the part that an act is recorded with: the first of those allowed that he has.</summary>
    public Actor As(params Who[] allowed) =>
        new(Official, Enum.Parse<ActorRole>(allowed.FirstOrDefault(Roles.Contains, Who.Staff).ToString()));
}

internal static class CallerOfRequest
{
    /// <summary>Who makes the request, in a function whose <see cref="AllowAttribute"/> asks for a person.</summary>
    /// <exception cref="InvalidOperationException">The function does not ask for one.</exception>
    public static Caller Caller(this HttpRequest request)
    {
        return request.HttpContext.Items[typeof(Caller)] as Caller
            ?? throw new InvalidOperationException("The function's [Allow] asks for no signed-in person.");
    }
}
