using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>A version of the annual report.</summary>
internal sealed record AnnualReportSubject(OfficeYear Office, int Version) : Subject(Office)
{
    public const string Name = "annual-report";

    public override string Kind => Name;
    public override string Rest => FormattableString.Invariant($"v{Version}");
}
