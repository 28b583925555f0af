using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>
/// What a decision is about: an agreement, a sub-unit's report, the annual report. Its rows share one partition, and one
/// durable instance carries it. The kinds are the records beside this one; ids and keys of a stored year are made of
/// their names, so no name ever changes.
/// </summary>
internal abstract record Subject(OfficeYear Office)
{
    /// <summary>The kind's name in ids and keys.</summary>
    public abstract string Kind { get; }

    /// <summary>What follows unit and year in the instance id, for example "q1:tata-usaha:r1"; empty where nothing does.</summary>
    public abstract string Rest { get; }

    public string Unit => Office.Unit;
    public int Year => Office.Year;

    /// <summary>The durable instance that carries the subject.</summary>
    public string InstanceId =>
        FormattableString.Invariant($"{Kind}:{Unit}:{Year}") + (Rest.Length == 0 ? "" : ":" + Rest);

    /// <summary>The subject inside another id: dots for colons.</summary>
    public string Dotted => InstanceId.Replace(':', '.');

    /// <summary>Reads a dotted subject; null where it is none.</summary>
    public static Subject? Parse(string dotted) =>
        dotted.Split('.') is [var kind, var unit, var year, .. var rest] ? Of(unit, year, kind, rest) : null;

    /// <summary>Reads the subject whose rows stand in a partition; null where it is another's.</summary>
    public static Subject? OfPartition(string key) =>
        key.Split('|') is [var unit, var year, var kind, var rest]
            ? Of(unit, year, kind, rest.Split(':', StringSplitOptions.RemoveEmptyEntries))
            : null;

    private static Subject? Of(string unit, string year, string kind, string[] rest)
    {
        if (Number(year) is not { } known)
            return null;
        var office = new OfficeYear(unit, known);
        return kind switch
        {
            CycleSubject.Name when rest is [] => new CycleSubject(office),
            PlanSubject.Name when rest is [] => new PlanSubject(office),
            AgreementSubject.Name => AgreementSubject.Of(office, rest),
            QuarterSubject.Name when rest is [var code] && Quarters.OfCode(code) is { } quarter => new QuarterSubject(
                office,
                quarter
            ),
            SubUnitReportSubject.Name
                when rest is [var code, var subUnit, var round]
                    && Quarters.OfCode(code) is { } quarter
                    && Number(round, 'r') is { } number => new SubUnitReportSubject(office, quarter, subUnit, number),
            ReopeningSubject.Name
                when rest is [var code, var round]
                    && Quarters.OfCode(code) is { } quarter
                    && Number(round, 'r') is { } number => new ReopeningSubject(office, quarter, number),
            AnnualReportSubject.Name when rest is [var version] && Number(version, 'v') is { } number =>
                new AnnualReportSubject(office, number),
            NarrativeSubject.Name when rest is [var version, .. var section] && Number(version, 'v') is { } number =>
                new NarrativeSubject(office, number, string.Join(':', section)),
            _ => null,
        };
    }

    private static int? Number(string text, char letter) => text.StartsWith(letter) ? Number(text[1..]) : null;

    private protected static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
