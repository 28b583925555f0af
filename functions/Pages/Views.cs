using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Functions.Pages;

internal enum Notice
{
    None,
    CodeSent,
    CodeWaits,
    CodeNotDelivered,
    CodesExhausted,
    CodeOvertaken,
    TooManyCodes,
    CodeWrong,
    CodeDead,
    FormHasErrors,
    NoteMissing,
    NotSigned,
    EvidenceNotRejected,
    TooManyTries,
    TooLarge,
    ActedBefore,
    Overtaken,
    YearOver,
    NoChoice,
    ScanMissing,
    TextHasErrors,
    Previewed,
}

internal sealed record NotFoundView;

internal sealed record FieldView(
    string Name,
    string Label,
    string Value,
    string? Hint = null,
    string? Error = null,
    bool IsLong = false,
    string InputMode = "text"
)
{
    /// <summary>What may be chosen; empty for a field that is typed into.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What may be chosen where the value and its words differ.</summary>
    public IReadOnlyList<(string Value, string Text)>? Options { get; init; }

    public int Lines { get; init; } = 3;

    public int Longest { get; init; } = 2000;

    /// <summary>What is asked further where the answer calls for it; folded away while nothing stands in it.</summary>
    public (string Title, IReadOnlyList<FieldView> Fields)? Further { get; init; }
}

internal sealed record FieldGroup(string Title, string? Hint, IReadOnlyList<FieldView> Fields);

internal sealed record TableView(
    string Caption,
    IReadOnlyList<string> Heads,
    IReadOnlyList<IReadOnlyList<string>> Rows
);

/// <summary>What the page behind a link shows.</summary>
internal sealed record LinkView(
    string Title,
    string Office,
    string Lead,
    IReadOnlyList<(string Label, string Value)> Facts,
    string Action,
    string ActionToken,
    string YesLabel,
    bool CanReturn,
    bool NeedsCode,
    FieldView NoteField,
    FieldView CodeField
)
{
    /// <summary>The signer's own passphrase at the signing service is asked for.</summary>
    public bool AsksForPassphrase { get; init; }

    /// <summary>A scan signed in ink may be handed in instead.</summary>
    public bool OffersWetInk { get; init; }

    public string? DocumentUrl { get; init; }
    public string? DocumentHash { get; init; }
    public IReadOnlyList<TableView> Tables { get; init; } = [];
    public IReadOnlyList<EvidenceView> Evidence { get; init; } = [];

    /// <summary>The verifier may refuse single files.</summary>
    public bool CanReject { get; init; }
    public IReadOnlyList<FieldGroup> Groups { get; init; } = [];

    /// <summary>The editor of a text, where the step is to write one.</summary>
    public Reporting.NarrativeView? Narrative { get; init; }

    public string? Message { get; init; }
    public bool IsError { get; init; }
}

/// <summary>A decision that stands: what, by whom, when.</summary>
internal sealed record DecidedView(
    string Title,
    string Office,
    string Decision,
    string By,
    string At,
    string? Note,
    string? DocumentHash,
    bool IsOther
)
{
    public static DecidedView Of(OpenedLink link, bool isOther)
    {
        ClaimRow claim = link.Claim!;
        return new DecidedView(
            isOther ? "Sudah diputuskan" : "Keputusan tercatat",
            link.Plan.Unit.Name,
            Words.Of(Enum.Parse<Decision>(claim.Decision)),
            claim.ByName,
            Words.Moment(claim.At),
            claim.Note,
            claim.ResultHash ?? claim.DocumentHash,
            isOther
        );
    }
}
