using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>What a sub-unit reports for a quarter. A reopened quarter has a further round.</summary>
internal sealed record SubUnitReportSubject(OfficeYear Office, Quarter Quarter, string SubUnit, int Round)
    : QuarterlySubject(Office, Quarter)
{
    public const string Name = "report";

    public override string Kind => Name;
    public override string Rest => FormattableString.Invariant($"{Quarter.Code()}:{SubUnit}:r{Round}");
}
