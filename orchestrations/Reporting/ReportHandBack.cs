using Sakip.AnnualCycle;

namespace Sakip.Reporting;

/// <summary>Hands the report back to the planner.</summary>
/// <param name="Items">What it waits for: titles of texts, codes of sections.</param>
internal sealed record ReportHandBack(
    ReportAssemblyInput Report,
    ReportHandBackReason Reason,
    string? Note,
    IReadOnlyList<string>? Items = null
);

/// <summary>Why the report goes back. Instances of earlier releases carry the same words in small letters.</summary>
internal enum ReportHandBackReason
{
    /// <summary>Texts did not come.</summary>
    Narratives,

    /// <summary>Sections could not be built.</summary>
    Sections,

    /// <summary>A finding stands in the way.</summary>
    Blocked,

    /// <summary>The Inspectorate returned it.</summary>
    Review,

    /// <summary>What the report rests on was changed after its review.</summary>
    Changed,

    /// <summary>The head did not sign.</summary>
    Signature,
}
