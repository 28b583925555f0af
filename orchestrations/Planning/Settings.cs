using Sakip.Kernel;

namespace Sakip.Planning;

/// <param name="FirstParty">Post of the first party: the head of the office.</param>
/// <param name="SecondParty">Post of the second party: the direct superior.</param>
/// <param name="Place">Place of signing.</param>
/// <param name="SignatureDays">Working days that each party has to sign.</param>
/// <param name="ShowQuarterlyTargets">Adds columns TW I to IV to the annex.</param>
/// <param name="AllowWetInk">Lets a signer hand in a scan signed in ink instead of signing electronically.</param>
/// <param name="StaffTargets">Rows of the SKP annex that do not come from the agreement's own indicators.</param>
internal sealed record AgreementSettings(
    string FirstParty,
    string SecondParty,
    string Place,
    int SignatureDays = 10,
    bool ShowQuarterlyTargets = false,
    IReadOnlyList<StaffTarget>? StaffTargets = null,
    bool AllowWetInk = true
);

/// <summary>A row of the SKP annex (Permenpan-RB 6/2022): main, additional or behaviour.</summary>
internal sealed record StaffTarget(string Kind, string Plan, string Indicator, string? Target, string? Perspective);

/// <param name="Opens">Day on which sub-units get their links.</param>
/// <param name="Due">Day on which reports are due.</param>
/// <param name="Closes">Day on which the window closes.</param>
/// <param name="VerificationDue">Last day of verification.</param>
internal sealed record ReportingWindow(
    Quarter Quarter,
    DateOnly Opens,
    DateOnly Due,
    DateOnly Closes,
    DateOnly VerificationDue
);

/// <summary>What the annual report needs beyond data: registers, texts and deadlines.</summary>
internal sealed record ReportSettings
{
    /// <summary>Last day for the report (two months after the year's end unless extended).</summary>
    public required DateOnly Due { get; init; }

    public required IReadOnlyList<LegalBasis> LegalBases { get; init; }

    /// <summary>Texts by section code, with placeholders such as <c>{{capaian.rb}}</c> for every figure.</summary>
    public required IReadOnlyList<NarrativeText> Narratives { get; init; }

    /// <summary>Supporting tables of indicators, such as Table 3.2 of the reference report.</summary>
    public IReadOnlyList<SupportingTable> SupportingTables { get; init; } = [];

    /// <summary>Statutory functions of the office (Bab I).</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>Strategic issues of the office (Bab I).</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>The Inspectorate's checklist; the standard one of Permenpan-RB 53/2014 where there is none.</summary>
    public IReadOnlyList<ReviewGroup>? ReviewChecklist { get; init; }
}

/// <param name="Code">Unique in the checklist, for example "II".</param>
internal sealed record ReviewGroup(string Code, string Title, IReadOnlyList<ReviewItem> Items);

/// <param name="Code">Unique in the checklist, for example "ii-3".</param>
internal sealed record ReviewItem(string Code, string Text);

/// <param name="From">First day on which it is in force.</param>
/// <param name="Until">Last day, null while in force.</param>
/// <param name="FiscalYear">The fiscal year it is about, where it is about one.</param>
internal sealed record LegalBasis(string Citation, DateOnly From, DateOnly? Until = null, int? FiscalYear = null);

/// <param name="Section">Section code, for example "latar-belakang".</param>
/// <param name="Owner">Sub-unit that owns the section; null for the planner.</param>
/// <param name="Body">Paragraphs separated by an empty line; lines that begin with "- " or "1. " are lists.</param>
internal sealed record NarrativeText(string Section, string Title, string? Owner, string Body);

internal sealed record SupportingTable(
    string Indicator,
    string Title,
    IReadOnlyList<SupportingRow> Rows,
    string? Source = null
);

/// <param name="IsTotal">Printed bold: a value that follows from the others.</param>
internal sealed record SupportingRow(string Label, decimal Value, bool IsTotal = false);
