using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Sakip.Collection;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Collection;

/// <summary>What planner and administrator do on a quarter's page.</summary>
internal sealed class QuarterPosts(
    QuarterBook book,
    QuarterDesk desk,
    WindowDesk windows,
    PageRenderer pages,
    TimeProvider clock
)
{
    public async Task<IResult> HandleAsync(
        OfficePlan plan,
        Quarter quarter,
        Actor by,
        IFormCollection form,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var subject = new QuarterSubject(plan.Office, quarter);
        var posted = new PostedForm(form);
        switch (posted.Text("tindakan"))
        {
            case "perpanjang":
                return await ExtendAsync(plan, subject, by, posted, client, cancellation);
            case "buka-kembali":
                CheckReporters(posted, "Alasan pembukaan kembali");
                return await AnswerAsync(
                    plan,
                    quarter,
                    posted,
                    "diajukan",
                    () =>
                        desk.ReopenAsync(
                            subject,
                            posted.All("subUnit"),
                            posted.Long("alasan"),
                            by.Official,
                            client,
                            cancellation
                        ),
                    cancellation
                );
            case "periksa-ulang":
                if (posted.All("subUnit").Count > 0)
                    CheckReporters(posted, "Catatan kepada sub-unit");
                return await AnswerAsync(
                    plan,
                    quarter,
                    posted,
                    "diperiksa",
                    () =>
                        desk.RecheckAsync(
                            subject,
                            posted.All("subUnit"),
                            posted.Long("alasan"),
                            by.Official,
                            client,
                            cancellation
                        ),
                    cancellation
                );
            default:
                return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    public async Task<IResult> ShowAsync(
        OfficePlan plan,
        Quarter quarter,
        bool mayManage,
        string? message,
        FormState? form,
        int status,
        CancellationToken cancellation
    )
    {
        var model = QuarterViews.Of(
            plan,
            await book.ReadAsync(plan, quarter, cancellation),
            clock.GetUtcNow(),
            mayManage
        );
        return await pages.RenderAsync<QuarterPage>(
            model with
            {
                Message = message,
                IsError = status >= 400,
                Form = form ?? FormState.Empty,
            },
            status
        );
    }

    /// <summary>What a redirect's mark says; null for none.</summary>
    public static string? Said(string? mark) =>
        mark switch
        {
            "diperpanjang" => "Masa pelaporan diperpanjang. Sub-unit yang belum selesai diberi tahu.",
            "diajukan" => "Pembukaan kembali diajukan dan menunggu persetujuan.",
            "diperiksa" => "Pemeriksaan ulang dimulai.",
            _ => null,
        };

    private async Task<IResult> ExtendAsync(
        OfficePlan plan,
        QuarterSubject subject,
        Actor by,
        PostedForm form,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var wanted = new WindowExtension(
            form.Day("due", "Tenggat baru"),
            form.DayOrNone("closes", "Penutupan baru"),
            form.DayOrNone("verificationDue", "Batas verifikasi baru"),
            form.Long("reason")
        );
        if (!WindowRules.IsReason(wanted.Reason))
            form.Fault("reason", WindowRules.ReasonWanted);
        if (form.Faults.Count > 0)
            return await RefusedAsync(plan, subject.Quarter, form, cancellation);
        var answer = await windows.ExtendAsync(subject, wanted, by, client, cancellation);
        if (answer.Row is not null)
            return Done(plan, subject.Quarter, "diperpanjang");
        foreach (var (field, message) in answer.Errors)
            form.Fault(field, message);
        return await RefusedAsync(plan, subject.Quarter, form, cancellation);
    }

    // Everything that is wrong is said at once, before the desk is asked.
    private static void CheckReporters(PostedForm form, string reason)
    {
        if (form.All("subUnit").Count == 0)
            form.Fault("subUnit", "Pilih sekurang-kurangnya satu sub-unit.");
        if (!WindowRules.IsReason(form.Long("alasan")))
            form.Fault("alasan", $"{reason}: tulis 10 sampai 1.000 huruf.");
    }

    private async Task<IResult> AnswerAsync(
        OfficePlan plan,
        Quarter quarter,
        PostedForm form,
        string mark,
        Func<Task<QuarterAnswer>> ask,
        CancellationToken cancellation
    )
    {
        if (form.Faults.Count > 0)
            return await RefusedAsync(plan, quarter, form, cancellation);
        switch (await ask())
        {
            case QuarterAnswer.Done:
                return Done(plan, quarter, mark);
            case QuarterAnswer.Incomplete:
                form.Fault("subUnit", "Sub-unit yang dipilih tidak dikenal. Pilih kembali.");
                return await RefusedAsync(plan, quarter, form, cancellation);
            default:
                return await ShowAsync(
                    plan,
                    quarter,
                    mayManage: true,
                    "Keadaan triwulan ini tidak memungkinkan langkah itu.",
                    null,
                    StatusCodes.Status409Conflict,
                    cancellation
                );
        }
    }

    private Task<IResult> RefusedAsync(
        OfficePlan plan,
        Quarter quarter,
        PostedForm form,
        CancellationToken cancellation
    ) =>
        ShowAsync(
            plan,
            quarter,
            mayManage: true,
            null,
            form.State,
            StatusCodes.Status422UnprocessableEntity,
            cancellation
        );

    private static IResult Done(OfficePlan plan, Quarter quarter, string mark) =>
        Answers.SeeOther($"/kantor/{plan.Unit.Code}/{plan.Year}/triwulan/{(int)quarter}?hasil={mark}");
}
