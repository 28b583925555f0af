using Sakip.Planning;

namespace Sakip.Access;

internal enum IdentitySource
{
    /// <summary>A mailbox, proved by a code.</summary>
    Mailbox,

    /// <summary>An object id of the directory, proved by the host.</summary>
    Directory,
}

/// <summary>Who somebody proved to be. A directory identity is an official by object id, never by name or mail.</summary>
internal sealed record Identity(IdentitySource Source, string Value)
{
    private const int LongestAddress = 254;

    public static Identity OfMailbox(string address) => new(IdentitySource.Mailbox, Normal(address));

    public static Identity OfDirectory(string objectId) => new(IdentitySource.Directory, Normal(objectId));

    public static string Normal(string address) => address.Trim().ToLowerInvariant();

    /// <summary>Whether the text can be a mailbox at all.</summary>
    public static bool IsAddress(string text) =>
        text.Length is > 2 and <= LongestAddress
        && text.IndexOf('@') is > 0 and var at
        && at < text.Length - 1
        && !text.Any(character =>
            char.IsWhiteSpace(character) || char.IsControl(character) || character is '<' or '>' or ','
        );

    /// <summary>The official of the plan; null where the plan knows nobody so, or more than one.</summary>
    public Official? In(OfficePlan plan)
    {
        var found = plan.Officials.Where(official => Of(official) is { } own && Normal(own) == Value).Take(2).ToArray();
        return found is [var official] ? official : null;
    }

    private string? Of(Official official) => Source == IdentitySource.Mailbox ? official.Email : official.EntraObjectId;
}
