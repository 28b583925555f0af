using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Collection;
using Sakip.Functions.Reporting;
using Sakip.Functions.Web.Components;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>Reads what a step's page shows, for machines.</summary>
internal sealed class StepReader(
    LinkDoor door,
    LinkViews views,
    ReportForms reports,
    EvidenceBook files,
    ReviewHandOver handOver
)
{
    public async Task<StepDocument> OfAsync(OpenedLink link, string token, CancellationToken cancellation)
    {
        var (fields, tables) = await ShownAsync(link, token, cancellation);
        var document =
            link.Approval.DocumentHash is not null && door.FilesAreOpen(link) ? $"/tautan/{token}/dokumen" : null;
        return new StepDocument(
            link.Kind.ToString(),
            link.Subject.Dotted,
            link.Bearer.FullName(),
            link.Approval.DueAt,
            door.ActionToken(link),
            link.Policy.NeedsCode,
            link.Policy.CanReturn,
            LinkForm.MayScan(link),
            link.Approval.DocumentHash,
            document,
            document is not null && link.PaperHash is not null ? document + "?cetak=1" : null,
            [.. fields.Select(field => new StepField(field.Name, field.Label, field.Value, field.Hint, field.Error))],
            tables,
            link.Subject is not SubUnitReportSubject
                ? []
                : [.. (await files.OfAsync(link, cancellation)).Select(FileOf)],
            link.Claim is { } claim ? new DecidedStep(claim.Decision, claim.ByName, claim.At, claim.Note) : null,
            [.. handOver.ColleaguesOf(link).Select(one => new StepColleague(one.Code, one.FullName()))]
        );
    }

    public static StepFile FileOf(EvidenceRow row)
    {
        return new StepFile(row.Id, row.Owner, row.FileName, row.Size, row.Sha256, row.Remark, row.Note);
    }

    private async Task<(IEnumerable<FieldView> Fields, IReadOnlyList<PageTable> Tables)> ShownAsync(
        OpenedLink link,
        string token,
        CancellationToken cancellation
    )
    {
        if (link.Claim is not null)
            return ([], []);
        if (link.Kind == ApprovalKind.ReportSubmission)
        {
            var form = await reports.OfAsync(link, token, new FormSaying(), cancellation);
            return (form.Groups.SelectMany(group => group.Fields), []);
        }

        var view = await views.OfAsync(link, token, Notice.None, null, null, cancellation);
        var fields = view
            .Groups.SelectMany(group => group.Fields)
            .SelectMany(field => (IEnumerable<FieldView>)[field, .. field.Further?.Fields ?? []]);
        return view.Narrative is { } text
            ? (fields.Prepend(new FieldView("isi", text.Title, text.Body)), view.Tables)
            : (fields, view.Tables);
    }
}
