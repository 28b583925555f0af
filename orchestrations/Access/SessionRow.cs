using Sakip.Storage;

namespace Sakip.Access;

/// <summary>A session: the cookie carries its random id, the row only the id's hash.</summary>
internal sealed class SessionRow : Row
{
    public const string Partition = "session";

    public string Email { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}
