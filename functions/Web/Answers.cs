using Microsoft.AspNetCore.Http;
using Sakip.Functions.Public;
using Sakip.Kernel;
using Sakip.Reporting;

namespace Sakip.Functions.Web;

/// <summary>
/// What functions answer in the same words everywhere: where one goes next, what went wrong, what is not there. Pages
/// are for people, problems (RFC 9457) for machines.
/// </summary>
internal static class Answers
{
    /// <summary>303: after a POST that succeeded, to the page that shows its result.</summary>
    public static IResult SeeOther(string location) => new SeeOther(location);

    /// <summary>
    /// Null where the request's verb is one of these, else 405 with what is allowed: for routes that take every verb, so that
    /// no other answer tells whether there is anything.
    /// </summary>
    public static IResult? WrongVerb(HttpRequest request, params string[] allowed)
    {
        if (allowed.Contains(request.Method, StringComparer.OrdinalIgnoreCase))
            return null;
        request.HttpContext.Response.Headers.Allow = string.Join(", ", allowed);
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    public static IResult Problem(int status, string title, string detail, object? errors = null) =>
        Results.Problem(
            detail,
            statusCode: status,
            title: title,
            extensions: errors is null ? null : new Dictionary<string, object?> { ["errors"] = errors }
        );

    public static IResult UnknownYear(OfficeYear office) =>
        NotFound("Siklus tidak ditemukan", $"Belum ada siklus kinerja {office.Unit} tahun {office.Year}.");

    public static Task<IResult> UnknownYearAsync(PageRenderer pages, OfficeYear office) =>
        NotFoundAsync(
            pages,
            "Siklus kinerja belum ada",
            $"Belum ada rencana kinerja {office.Unit} tahun {office.Year}.",
            "Perencana memulai tahun kinerja dengan mengimpor rencana."
        );

    /// <summary>Tampered, expired, revoked and unknown links all get this one answer.</summary>
    public static IResult UnknownLink() =>
        NotFound("Tautan tidak berlaku", "Tautan ini tidak dikenal, sudah dicabut, atau sudah lewat waktunya.");

    /// <summary>Tampered, expired, revoked and unknown links all get this one page.</summary>
    public static Task<IResult> UnknownLinkAsync(PageRenderer pages) =>
        pages.RenderAsync<NotFoundPage>(new NotFoundView(), StatusCodes.Status404NotFound);

    public static IResult UnknownEvidence() =>
        NotFound("Tidak ditemukan", "Tautan atau berkas ini tidak dikenal, atau sudah tidak berlaku.");

    public static Task<IResult> UnknownAgreementAsync(PageRenderer pages) =>
        NotFoundAsync(
            pages,
            "Perjanjian kinerja tidak ditemukan",
            "Perjanjian atau berkas ini belum ada pada kantor dan tahun tersebut.",
            "Kembalilah ke daftar perjanjian kinerja."
        );

    public static Task<IResult> UnknownUploadAsync(PageRenderer pages) =>
        NotFoundAsync(
            pages,
            "Berkas pratinjau tidak ditemukan",
            "Berkas yang diunggah tidak lagi disimpan, atau alamatnya keliru; tidak ada yang diubah.",
            "Unggah kembali berkasnya dari halaman anggaran."
        );

    public static IResult UnknownFinding() =>
        NotFound(
            "Temuan tidak ditemukan",
            "Temuan itu tidak ada pada kantor dan tahun ini. Lihat daftarnya di …/findings."
        );

    public static IResult UnknownFigure() =>
        NotFound("Angka tidak ditemukan", "Evaluasi atau angka dengan kode itu belum ada.");

    public static IResult UnknownText() =>
        NotFound("Narasi tidak ditemukan", "Rencana kantor dan tahun ini tidak memuat narasi itu.");

    public static IResult UnknownHook() =>
        NotFound("Penerima tidak ditemukan", "Penerima webhook ini tidak ada atau sudah dihapus.");

    public static IResult UnknownKind(string kind) =>
        NotFound(
            "Jenis dokumen tidak dikenal",
            $"'{kind}' tidak dikenal. Yang ada: {string.Join(", ", Enum.GetNames<DocumentKind>())}."
        );

    public static IResult MissingDocument(string detail) => NotFound("Dokumen belum tersedia", detail);

    public static Task<IResult> UnknownDocumentAsync(PageRenderer pages) =>
        NotFoundAsync(
            pages,
            "Dokumen tidak dikenal",
            "Kode ini tidak menunjuk dokumen bertanda tangan yang tercatat di sini.",
            "Periksa kembali kodenya, atau unggah berkas PDF-nya pada halaman Periksa keaslian dokumen."
        );

    public static Task<IResult> UnpublishedAsync(PageRenderer pages) =>
        pages.RenderAsync<UnpublishedPage>(new UnpublishedView(), StatusCodes.Status404NotFound);

    private static IResult NotFound(string title, string detail) =>
        Problem(StatusCodes.Status404NotFound, title, detail);

    private static Task<IResult> NotFoundAsync(PageRenderer pages, string title, string what, string remedy) =>
        pages.RenderAsync<MessagePage>(new MessageView(title, what, remedy), StatusCodes.Status404NotFound);
}
