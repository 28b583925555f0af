using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Sakip.Collection;
using Sakip.Functions.Web;
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
        var subUnits = form["subUnit"].Where(code => code is not null).Select(code => code!).ToList();
        return form["tindakan"].ToString() switch
        {
            "perpanjang" => await ExtendAsync(plan, subject, quarter, by, form, client, cancellation),
            "buka-kembali" => await AnswerAsync(
                plan,
                quarter,
                form,
                await desk.ReopenAsync(subject, subUnits, form["alasan"], by.Official, client, cancellation),
                "diajukan",
                cancellation
            ),
            "periksa-ulang" => await AnswerAsync(
                plan,
                quarter,
                form,
                await desk.RecheckAsync(subject, subUnits, form["alasan"], by.Official, client, cancellation),
                "diperiksa",
                cancellation
            ),
            _ => Results.StatusCode(StatusCodes.Status400BadRequest),
        };
    }

    public async Task<IResult> ShowAsync(
        OfficePlan plan,
        Quarter quarter,
        bool mayManage,
        string? message,
        QuarterFormState? form,
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
                Form = form ?? QuarterFormState.Empty,
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
        Quarter quarter,
        Actor by,
        IFormCollection form,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var unread = new Dictionary<string, string>();
        var due = Date("due", isNeeded: true);
        var wanted = new WindowExtension(due ?? default, Date("closes"), Date("verificationDue"), form["reason"]);
        if (unread.Count > 0)
            return await RefusedAsync(plan, quarter, form, unread, "Masa pelaporan belum diperpanjang.", cancellation);
        var answer = await windows.ExtendAsync(subject, wanted, by, client, cancellation);
        return answer.Row is not null
            ? Done(plan, quarter, "diperpanjang")
            : await RefusedAsync(
                plan,
                quarter,
                form,
                answer.Errors,
                answer.Errors.GetValueOrDefault("") ?? "Masa pelaporan belum diperpanjang.",
                cancellation
            );

        DateOnly? Date(string name, bool isNeeded = false)
        {
            var text = form[name].ToString();
            if (text.Length == 0 && !isNeeded)
                return null;
            if (ReportPosts.TryDate(text, out var date))
                return date;
            unread[name] = "Isi tanggalnya.";
            return null;
        }
    }

    private async Task<IResult> AnswerAsync(
        OfficePlan plan,
        Quarter quarter,
        IFormCollection form,
        QuarterAnswer answer,
        string mark,
        CancellationToken cancellation
    ) =>
        answer switch
        {
            QuarterAnswer.Done => Done(plan, quarter, mark),
            QuarterAnswer.Incomplete => await RefusedAsync(
                plan,
                quarter,
                form,
                new Dictionary<string, string>
                {
                    [form["subUnit"].Count == 0 ? "subUnit" : "alasan"] =
                        form["subUnit"].Count == 0
                            ? "Pilih paling sedikit satu sub-unit."
                            : "Tulis alasannya, 10 sampai 1.000 huruf.",
                },
                "Permintaan belum lengkap.",
                cancellation
            ),
            _ => await ShowAsync(
                plan,
                quarter,
                mayManage: true,
                "Keadaan triwulan ini tidak memungkinkan langkah itu.",
                null,
                StatusCodes.Status409Conflict,
                cancellation
            ),
        };

    private Task<IResult> RefusedAsync(
        OfficePlan plan,
        Quarter quarter,
        IFormCollection form,
        IReadOnlyDictionary<string, string> errors,
        string message,
        CancellationToken cancellation
    ) =>
        ShowAsync(
            plan,
            quarter,
            mayManage: true,
            message,
            new QuarterFormState(
                form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal),
                errors,
                form["subUnit"].OfType<string>().ToHashSet(StringComparer.Ordinal)
            ),
            StatusCodes.Status422UnprocessableEntity,
            cancellation
        );

    private static IResult Done(OfficePlan plan, Quarter quarter, string mark) =>
        Answers.SeeOther($"/kantor/{plan.Unit.Code}/{plan.Year}/triwulan/{(int)quarter}?hasil={mark}");
}
