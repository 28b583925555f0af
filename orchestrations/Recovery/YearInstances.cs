using System.Globalization;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>The durable instances of one office-year, told by their ids.</summary>
internal static class YearInstances
{
    private static readonly string[] Kinds =
    [
        "cycle",
        "agreement",
        "quarter",
        "report",
        "annual-report",
        "narrative",
        "reopening",
    ];

    /// <summary>Every id of the year begins with one of these; an id that does may still be another year's.</summary>
    public static IEnumerable<string> Prefixes(string unit, int year) =>
        [
            .. Kinds.Select(kind => FormattableString.Invariant($"{kind}:{unit}:{year}")),
            .. Kinds.Select(kind => FormattableString.Invariant($"approval:{kind}.{unit}.{year}")),
        ];

    /// <summary>As <see cref="Prefixes"/>, and those of news to other systems, which no instance of the cycle waits for.</summary>
    public static IEnumerable<string> PrefixesWithNews(string unit, int year) =>
        [.. Prefixes(unit, year), FormattableString.Invariant($"webhook:{unit}:{year}")];

    public static bool IsOf(string instance, string unit, int year) => Is(instance, PrefixesWithNews(unit, year));

    /// <summary>Whether it assembles that version of the annual report, or is a step on the way.</summary>
    public static bool IsOfReport(string instance, string unit, int year, int version) =>
        Is(
            instance,
            [
                SubjectRef.AnnualReport(unit, year, version).InstanceId,
                FormattableString.Invariant($"approval:annual-report.{unit}.{year}.v{version}"),
                FormattableString.Invariant($"approval:narrative.{unit}.{year}.v{version}"),
            ]
        );

    /// <summary>The step that an approval's instance carries; null for any other instance.</summary>
    public static (SubjectRef Subject, string Step, int Attempt)? StepOf(string instance)
    {
        return
            instance.Split(':') is ["approval", var dotted, var step, var number]
            && SubjectRef.Parse(dotted) is { } subject
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
