namespace Sakip.Functions.Access;

/// <summary>Who may call a function.</summary>
internal enum Who
{
    /// <summary>Anyone.</summary>
    Public,

    /// <summary>Whoever has the link: the token in the path proves it, and the function checks it.</summary>
    Link,

    /// <summary>A machine with a function key, which the host checks.</summary>
    Key,

    /// <summary>Anyone with a part in that office.</summary>
    Staff,
    Planner,
    Operator,
    Verifier,
    BudgetManager,
    Inspector,
    Administrator,
    SubUnitHead,
    OfficeHead,
    Superior,

    /// <summary>Those whom the setting <c>Access:Administrators</c> names; they also administer every office.</summary>
    SystemAdministrator,
}

/// <summary>
/// Says who may call an HTTP function; any one of those named is enough. Roles count in the office of the route's
/// <c>unit</c> and <c>year</c> and, where the route has a <c>subUnit</c>, only if they cover it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowAttribute(params Who[] who) : Attribute
{
    public IReadOnlyList<Who> Who { get; } = who;

    /// <summary>Whether the function asks for a signed-in person.</summary>
    public bool AsksWho => !Who.Any(who => who is Access.Who.Public or Access.Who.Link or Access.Who.Key);
}
