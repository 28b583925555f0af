using Sakip.Consistency;
using Sakip.Planning;

namespace Sakip.Functions.Consistency;

/// <summary>Who looks at the findings, on which day: of that depends what he may do with them.</summary>
internal sealed record FindingReader(OfficePlan Plan, string Official, DateOnly Today)
{
    public bool MayExplain(FindingRecord record) =>
        record.Status is FindingStatus.Open or FindingStatus.Rejected
        && FindingRights.MayExplain(Plan, Official, Today);

    public bool MayRule(FindingRecord record) =>
        record.Status == FindingStatus.Explained
        && FindingRights.MayRule(Plan, Official, Today)
        && record.Acts[^1].By != Official;
}

/// <summary>What was typed on a finding and refused, with the reason.</summary>
internal sealed record FindingRefusal(string Finding, string Text, string? Error);
