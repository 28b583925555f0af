using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Collection;

/// <summary>The planner's button that reminds the bearer of one open step.</summary>
internal sealed class ReminderPosts(ReminderDesk reminders)
{
    /// <summary>The button's value.</summary>
    public const string Act = "ingatkan";

    public async Task<IResult> HandleAsync(
        OfficeYear office,
        Quarter quarter,
        Caller caller,
        IFormCollection form,
        CancellationToken cancellation
    )
    {
        if (!caller.Is(Who.Planner))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (
            Subject.Parse(form["perihal"].ToString()) is not SubUnitReportSubject subject
            || subject.Office != office
            || subject.Quarter != quarter
            || !int.TryParse(form["ke"], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
        )
        {
            return Results.NotFound();
        }

        var answer = await reminders.SendAsync(
            subject,
            form["langkah"].ToString(),
            attempt,
            caller.As(Who.Planner),
            cancellation
        );
        return Answers.SeeOther($"/kantor/{office.Unit}/{office.Year}/triwulan/{(int)quarter}?hasil={answer}");
    }

    /// <summary>What a redirect's mark says; null for none.</summary>
    public static string? Said(string? mark) =>
        mark switch
        {
            nameof(ReminderAnswer.Sent) => "Pengingat dikirim.",
            nameof(ReminderAnswer.SentToday) => "Pengingat untuk langkah itu sudah dikirim hari ini.",
            nameof(ReminderAnswer.NotOpen) => "Langkah itu sudah diputuskan; pengingat tidak dikirim.",
            nameof(ReminderAnswer.NoLink) =>
                "Pengingat tidak dikirim: belum ada pejabatnya, atau tautannya dicabut. Buka Menunggu keputusan.",
            _ => null,
        };
}
