using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>What a step's own form gave: the body of the decision, or why it is not taken.</summary>
internal sealed record StepReading(
    byte[]? Body,
    Notice? Notice = null,
    IReadOnlyDictionary<string, string>? Errors = null
)
{
    public static StepReading Nothing { get; } = new((byte[]?)null);

    /// <summary>Rows of a report that were left empty.</summary>
    public IReadOnlyList<SubmissionGap> Gaps { get; init; } = [];
}

/// <summary>Reads the forms of the steps that have one: a sub-unit's report, a text, a review.</summary>
internal sealed class StepForms(SubmissionDesk submissions, EvidenceDesk evidence, NarrativeDesk narratives)
{
    private const string Preview = "pratinjau";

    public async Task<StepReading> ReadAsync(
        OpenedLink link,
        IReadOnlyDictionary<string, string> form,
        string action,
        CancellationToken cancellation
    )
    {
        switch (link.Kind)
        {
            case ApprovalKind.ReportSubmission:
                var report = await submissions.ReadAsync(link, form, cancellation);
                if (report.Submission is null)
                    return new StepReading(null, Notice.FormHasErrors, report.Errors);
                await evidence.SettleAsync(link, cancellation);
                return new StepReading(SakipJson.Bytes(report.Submission)) { Gaps = report.Gaps };
            case ApprovalKind.Narrative:
                return await NarrativeAsync(link, form, action, cancellation);
            case ApprovalKind.AnnualReview:
                var review = ReviewForm.Read(link.Plan, form, isApproval: action != "kembalikan");
                return review.Submission is null
                    ? new StepReading(null, Notice.ReviewHasErrors, review.Errors)
                    : new StepReading(SakipJson.Bytes(review.Submission));
            default:
                return StepReading.Nothing;
        }
    }

    private async Task<StepReading> NarrativeAsync(
        OpenedLink link,
        IReadOnlyDictionary<string, string> form,
        string action,
        CancellationToken cancellation
    )
    {
        if (action == Preview)
            return new StepReading(null, Notice.Previewed);
        var section = ((NarrativeSubject)link.Subject).Section;
        var body = NarrativeDesk.Normal(form.GetValueOrDefault("isi", ""));
        var sheet = await narratives.SheetAsync(link.Subject.Office, section, cancellation);
        return sheet is null || !NarrativeDesk.Check(sheet, body).Passes
            ? new StepReading(null, Notice.TextHasErrors)
            : new StepReading(SakipJson.Bytes(new NarrativeSubmission(section, body)));
    }
}
