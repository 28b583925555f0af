using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>The reopening of a locked quarter, by its round.</summary>
internal sealed record ReopeningSubject(OfficeYear Office, Quarter Quarter, int Round)
    : QuarterlySubject(Office, Quarter)
{
    public const string Name = "reopening";

    public override string Kind => Name;
    public override string Rest => FormattableString.Invariant($"{Quarter.Code()}:r{Round}");
}
