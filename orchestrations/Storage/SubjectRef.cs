using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>What a decision is about: an agreement, a sub-unit's report, the annual report. Its rows share one partition.</summary>
/// <param name="Kind">"cycle", "plan", "agreement", "report", "quarter", "reopening", "annual-report", "narrative".</param>
/// <param name="Rest">What follows unit and year in the instance id, for example "q1:tata-usaha:r1"; empty for the cycle.</param>
internal sealed record SubjectRef(string Kind, string Unit, int Year, string Rest)
{
    internal OfficeYear Office => new(Unit, Year);

    public static SubjectRef Cycle(OfficeYear office) => new("cycle", office.Unit, office.Year, "");

    /// <summary>The plan of the year: its versions and the budget's revisions.</summary>
    public static SubjectRef Plan(OfficeYear office) => new("plan", office.Unit, office.Year, "");

    public static SubjectRef Agreement(OfficeYear office, int revision) =>
        new("agreement", office.Unit, office.Year, FormattableString.Invariant($"{revision}"));

    public static SubjectRef Quarter(OfficeYear office, Quarter quarter) =>
        new("quarter", office.Unit, office.Year, quarter.Code());

    public static SubjectRef Report(OfficeYear office, Quarter quarter, string subUnit, int round) =>
        new("report", office.Unit, office.Year, FormattableString.Invariant($"{quarter.Code()}:{subUnit}:r{round}"));

    public static SubjectRef Reopening(OfficeYear office, Quarter quarter, int round) =>
        new("reopening", office.Unit, office.Year, FormattableString.Invariant($"{quarter.Code()}:r{round}"));

    public static SubjectRef AnnualReport(OfficeYear office, int version) =>
        new("annual-report", office.Unit, office.Year, FormattableString.Invariant($"v{version}"));

    /// <summary>A text of the annual report, asked from its owner.</summary>
    public static SubjectRef Narrative(OfficeYear office, int version, string section) =>
        new("narrative", office.Unit, office.Year, FormattableString.Invariant($"v{version}:{section}"));

    /// <summary>The durable instance that carries the subject.</summary>
    public string InstanceId =>
        FormattableString.Invariant($"{Kind}:{Unit}:{Year}") + (Rest.Length == 0 ? "" : ":" + Rest);

    /// <summary>The subject inside another id: dots for colons.</summary>
    public string Dotted => InstanceId.Replace(':', '.');

    /// <summary>Reads a dotted subject; null where it is none.</summary>
    public static SubjectRef? Parse(string dotted)
    {
        var parts = dotted.Split('.');
        return
            parts.Length >= 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? new SubjectRef(parts[0], parts[1], year, string.Join(':', parts[3..]))
            : null;
    }
}
