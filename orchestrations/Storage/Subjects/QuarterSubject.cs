using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>A quarter of the year.</summary>
internal sealed record QuarterSubject(OfficeYear Office, Quarter Quarter) : QuarterlySubject(Office, Quarter)
{
    public const string Name = "quarter";

    public override string Kind => Name;
    public override string Rest => Quarter.Code();
}
