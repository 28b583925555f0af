using Microsoft.AspNetCore.Http;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Web;

namespace Sakip.Functions.Approvals;

/// <summary>What a machine is told of a step that it read, saved or tried to decide.</summary>
internal static class StepAnswers
{
    /// <summary>Why a decision was not taken.</summary>
    public static IResult Of(DecisionAnswer answer) =>
        answer.Status switch
        {
            DecisionStatus.OtherStands => Answers.Problem(
                409,
                "Sudah diputuskan",
                $"Langkah ini sudah diputuskan oleh {answer.Claim?.ByName}."
            ),
            DecisionStatus.Overtaken => Answers.Problem(409, "Langkah berubah", NoticeWords.Of(Notice.Overtaken)!),
            DecisionStatus.YearOver => Answers.Problem(409, "Tahun sudah selesai", NoticeWords.Of(Notice.YearOver)!),
            DecisionStatus.CodeWrong => Refused(NoticeWords.Of(Notice.CodeWrong)!),
            DecisionStatus.CodeDead => Refused(NoticeWords.Of(Notice.CodeDead)!),
            DecisionStatus.KeyActedBefore => Answers.Problem(
                403,
                "Tidak berwenang",
                "Langkah sebelumnya diputuskan dengan kunci yang sama. Satu kunci tidak bertindak pada dua sisi satu perkara."
            ),
            DecisionStatus.ActedBefore => Answers.Problem(403, "Tidak berwenang", NoticeWords.Of(Notice.ActedBefore)!),
            _ => Answers.UnknownLink(),
        };

    public static IResult Of(DraftAnswer answer) =>
        answer.IsConflict
            ? Answers.Problem(
                409,
                "Draf diubah orang lain",
                "Orang lain menyimpan draf ini setelah Anda membacanya. Baca ulang, lalu kirim lagi."
            )
            : Results.Ok(new SavedDraft(answer.Saved.Revision, answer.Saved.At));

    public static IResult Of(HttpRequest request, CodeAnswer sent)
    {
        if (sent.Sending == CodeSending.Sent)
            return Results.Accepted();
        if (sent.Sending == CodeSending.TooMany)
            return Limited(request, sent.Rate with { IsAllowed = false })!;
        return Answers.Problem(
            LinkViews.StatusOf(sent.Sending),
            "Kode belum terkirim",
            NoticeWords.Of(LinkViews.NoticeOf(sent.Sending))!
        );
    }

    public static IResult? Limited(HttpRequest request, RateAnswer rate)
    {
        if (rate.IsAllowed)
            return null;
        request.HttpContext.Response.Headers.RetryAfter = rate.RetrySeconds;
        return Answers.Problem(429, "Terlalu sering", "Tunggu sampai waktu pada Retry-After lewat, lalu coba lagi.");
    }

    public static IResult Refused(string what, IReadOnlyDictionary<string, string>? errors = null) =>
        Answers.Problem(
            422,
            "Keputusan belum dicatat",
            what,
            errors?.Select(error => new { path = error.Key, message = error.Value })
        );
}
