using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>What a report's subject is about.</summary>
internal sealed record ReportRef(string Unit, int Year, Quarter Quarter, string SubUnit, int Round)
{
    internal OfficeYear Office => new(Unit, Year);

    public SubjectRef Subject => SubjectRef.Report(Office, Quarter, SubUnit, Round);

    /// <summary>Reads the subject of a report; null for any other.</summary>
    public static ReportRef? Of(SubjectRef subject)
    {
        return
            subject.Kind == "report"
            && subject.Rest.Split(':') is [['q', >= '1' and <= '4'], var subUnit, ['r', .. var round]]
            && int.TryParse(round, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ReportRef(subject.Unit, subject.Year, (Quarter)(subject.Rest[1] - '0'), subUnit, number)
            : null;
    }
}
