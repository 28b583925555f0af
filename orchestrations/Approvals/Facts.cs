using System.Globalization;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The small facts that a message about a step names. Ids, dates and titles; nothing personal, nothing secret.</summary>
public static class Facts
{
    public static Dictionary<string, string> Of(OfficePlan plan, ApprovalInput input, DateOnly due, DateOnly closes)
    {
        var facts = new Dictionary<string, string>
        {
            ["step"] = ApprovalPolicy.Of(input.Kind).Step,
            ["due"] = Iso(due),
            ["closes"] = Iso(closes),
        };
        if (input.SubUnit is { } code) facts["subUnit"] = plan.SubUnits.Single(subUnit => subUnit.Code == code).Name;
        if (input.Quarter is { } quarter) facts["quarter"] = string.Create(CultureInfo.InvariantCulture, $"q{quarter}");
        if (input.Note is { } note) facts["note"] = note;
        var subject = SubjectRef.Parse(input.Subject)!;
        if (subject.Kind == "agreement") facts["revision"] = subject.Rest;
        return facts;
    }

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
