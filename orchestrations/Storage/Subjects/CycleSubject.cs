using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>The year itself.</summary>
internal sealed record CycleSubject(OfficeYear Office) : Subject(Office)
{
    public const string Name = "cycle";

    public override string Kind => Name;
    public override string Rest => "";
}
