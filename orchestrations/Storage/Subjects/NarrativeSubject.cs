using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>A text of the annual report, asked from its owner.</summary>
internal sealed record NarrativeSubject(OfficeYear Office, int Version, string Section) : Subject(Office)
{
    public const string Name = "narrative";

    public override string Kind => Name;
    public override string Rest => FormattableString.Invariant($"v{Version}:{Section}");
}
