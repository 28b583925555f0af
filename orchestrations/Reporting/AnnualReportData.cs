using Sakip.Agreements;
using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>Everything that an annual report is made from. The same data gives the same document.</summary>
internal sealed record AnnualReportData
{
    public required OfficePlan Plan { get; init; }

    /// <summary>The year's agreements, first to last; the last one is in force. One without a record is a draft.</summary>
    public required IReadOnlyList<(AgreementSnapshot Snapshot, AgreementRecord? Record)> Agreements { get; init; }

    /// <summary>The budget version that the agreement in force names.</summary>
    public required Budget Budget { get; init; }

    public required IReadOnlyList<QuarterlyFigures> Quarters { get; init; }

    public required YearEvaluation Evaluation { get; init; }

    /// <summary>The Inspectorate's review; null until it is done.</summary>
    public required ReviewStatement? Review { get; init; }

    /// <summary>When the document is made; its dates follow from it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Explanations of findings that were accepted; they become notes.</summary>
    public IReadOnlyList<AcceptedExplanation>? Explanations { get; init; }

    /// <summary>1 for the first report of the year; a correction is a version of its own.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Why this version follows another and what changed; null for the first.</summary>
    public ReportCorrection? Correction { get; init; }

    /// <summary>Budget versions that asked for no revised agreement.</summary>
    public IReadOnlyList<NotedBudget> Noted { get; init; } = [];

    /// <summary>The office's own emblem as a PNG or JPEG.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>Where the public finds published documents; QR codes lead there.</summary>
    public Uri? PublicAddress { get; init; }
}

/// <summary>What the Inspectorate's reviewer stated.</summary>
internal sealed record ReviewStatement(
    string Official,
    string Name,
    DateTimeOffset At,
    string? Note,
    ReviewSubmission? Checklist = null
);

/// <summary>Why a version of the report follows another one, and what differs from it.</summary>
/// <param name="Before">Number of the version that it follows.</param>
/// <param name="By">Name of the planner who asked for it.</param>
internal sealed record ReportCorrection(
    int Before,
    DateOnly BeforePublishedOn,
    string Reason,
    string By,
    IReadOnlyList<FigureChange> Figures,
    IReadOnlyList<string> Sections
);

/// <summary>A figure that another version printed otherwise; null where it had none.</summary>
internal sealed record FigureChange(string Code, string Label, string? Before, string? After);
