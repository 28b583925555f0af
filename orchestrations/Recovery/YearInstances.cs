using System.Globalization;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>The durable instances of one office-year, told by their ids.</summary>
internal static class YearInstances
{
    // Parents before their children, which they would see end.
    private static readonly string[] Kinds =
    [
        CycleSubject.Name,
        AgreementSubject.Name,
        QuarterSubject.Name,
        ReopeningSubject.Name,
        SubUnitReportSubject.Name,
        AnnualReportSubject.Name,
        NarrativeSubject.Name,
    ];

    /// <summary>Every id of the year begins with one of these; an id that does may still be another year's.</summary>
    public static IEnumerable<string> Prefixes(OfficeYear office) =>
        [
            .. Kinds.Select(kind => FormattableString.Invariant($"{kind}:{office.Unit}:{office.Year}")),
            .. Kinds.Select(kind => FormattableString.Invariant($"approval:{kind}.{office.Unit}.{office.Year}")),
        ];

    /// <summary>As <see cref="Prefixes"/>, and those of news to other systems, which no instance of the cycle waits for.</summary>
    public static IEnumerable<string> PrefixesWithNews(OfficeYear office) =>
        [.. Prefixes(office), FormattableString.Invariant($"webhook:{office.Unit}:{office.Year}")];

    public static bool IsOf(string instance, OfficeYear office) => Is(instance, PrefixesWithNews(office));

    /// <summary>Whether it assembles that version of the annual report, or is a step on the way.</summary>
    public static bool IsOfReport(string instance, OfficeYear office, int version) =>
        Is(
            instance,
            [
                new AnnualReportSubject(office, version).InstanceId,
                FormattableString.Invariant($"approval:annual-report.{office.Unit}.{office.Year}.v{version}"),
                FormattableString.Invariant($"approval:narrative.{office.Unit}.{office.Year}.v{version}"),
            ]
        );

    /// <summary>The step that an approval's instance carries; null for any other instance.</summary>
    public static (Subject Subject, string Step, int Attempt)? StepOf(string instance)
    {
        return
            instance.Split(':') is ["approval", var dotted, var step, var number]
            && Subject.Parse(dotted) is { } subject
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            ? (subject, step, attempt)
            : null;
    }

    private static bool Is(string instance, IEnumerable<string> prefixes)
    {
        return prefixes.Any(prefix =>
            instance.StartsWith(prefix, StringComparison.Ordinal)
            && (instance.Length == prefix.Length || instance[prefix.Length] is ':' or '.')
        );
    }
}
