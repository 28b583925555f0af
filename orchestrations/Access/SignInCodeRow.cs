using Sakip.Storage;

namespace Sakip.Access;

/// <summary>A sign-in code that is out, for one mailbox and one browser; only a keyed hash of it is stored.</summary>
internal sealed class SignInCodeRow : Row
{
    public const string Partition = "code";

    public string CodeHash { get; set; } = "";
    public DateTimeOffset ExpiresAt { get; set; }
    public int Tries { get; set; }
}
