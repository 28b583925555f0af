using Sakip.Functions.Collection;
using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Approvals;

/// <summary>What the page behind a link shows.</summary>
internal sealed record LinkView
{
    public required string Title { get; init; }

    public required string Office { get; init; }

    public required string Lead { get; init; }

    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    public required string Action { get; init; }

    public required string ActionToken { get; init; }

    public required string YesLabel { get; init; }

    public required bool CanReturn { get; init; }

    public required bool NeedsCode { get; init; }

    public required FieldView NoteField { get; init; }

    public required FieldView CodeField { get; init; }

    /// <summary>The signer's own passphrase at the signing service is asked for.</summary>
    public bool AsksForPassphrase { get; init; }

    /// <summary>A scan signed in ink may be handed in instead.</summary>
    public bool OffersWetInk { get; init; }

    /// <summary>What is to be printed for it, where that is not the document itself.</summary>
    public string? PaperUrl { get; init; }

    /// <summary>How many more of the same kind wait for the bearer, and the page that decides them together.</summary>
    public (int Count, string Url)? Others { get; init; }

    public string? DocumentUrl { get; init; }
    public string? DocumentHash { get; init; }
    public IReadOnlyList<PageTable> Tables { get; init; } = [];
    public IReadOnlyList<EvidenceView> Evidence { get; init; } = [];

    /// <summary>The verifier may refuse single files.</summary>
    public bool CanReject { get; init; }
    public IReadOnlyList<FieldGroup> Groups { get; init; } = [];

    /// <summary>The editor of a text, where the step is to write one.</summary>
    public Reporting.NarrativeView? Narrative { get; init; }

    /// <summary>The draft of a review, where the step is one.</summary>
    public Reporting.ReviewDraftView? Review { get; init; }

    /// <summary>The guide's page for whoever bears the step.</summary>
    public string? Help { get; init; }

    /// <summary>What whoever decides should see first.</summary>
    public string? Warning { get; init; }

    public string? Message { get; init; }
    public bool IsError { get; init; }

    /// <summary>Everything that is to be mended, field by field.</summary>
    public IReadOnlyList<FieldFault> Faults =>
        [
            .. FieldFault.In([
                .. Groups.SelectMany(group => group.Fields),
                .. Review?.Colleagues ?? [],
                NoteField,
                CodeField,
            ]),
        ];
}
