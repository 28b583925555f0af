using Microsoft.AspNetCore.Http;
using Sakip.Approvals;
using Sakip.Functions.Collection;

namespace Sakip.Functions.Approvals;

/// <summary>Reads the step's own form from the page, and shows it again where it is not right.</summary>
internal sealed class StepReadings(StepForms forms, ReportPosts reports, LinkScreens screens)
{
    public Task<StepReading> ReadAsync(OpenedLink link, LinkForm form, CancellationToken cancellation) =>
        forms.ReadAsync(link, form.Fields, form["tindakan"], cancellation);

    /// <summary>The page again where the step's own form is not right or leaves rows empty; null where it is taken.</summary>
    public async Task<IResult?> ShowAsync(
        OpenedLink link,
        string token,
        LinkForm form,
        StepReading reading,
        CancellationToken cancellation
    )
    {
        if (reading.Gaps.Any(gap => !form.Fields.ContainsKey(gap.Field)))
            return await reports.ShowGapsAsync(link, token, form.Fields, reading.Gaps, cancellation);
        if (reading.Notice is not { } notice)
            return null;
        if (link.Kind == ApprovalKind.ReportSubmission)
            return await reports.ShowErrorsAsync(link, token, form.Fields, reading.Errors!, cancellation);
        var status = notice == Notice.Previewed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await screens.ShowAsync(
            link,
            token,
            new(notice, status) { Typed = form.Fields, Errors = reading.Errors },
            cancellation
        );
    }
}
