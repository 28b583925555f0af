using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Kernel;

namespace Sakip.Functions.Collection;

/// <summary>What the report form may do besides handing in: keep a draft, take and drop evidence. Nothing typed is lost.</summary>
internal sealed class ReportPosts(
    ReportForms forms,
    DraftBook drafts,
    EvidenceDesk evidence,
    SubmissionDesk submissions,
    PageRenderer pages
)
{
    private const string HandIn = "setuju";
    private const int Unprocessable = StatusCodes.Status422UnprocessableEntity;

    /// <summary>Handles the form's own actions; null lets the report be handed in.</summary>
    public async Task<IResult?> HandleAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        string action,
        IReadOnlyDictionary<string, string> form,
        CancellationToken cancellation
    )
    {
        var writer = form.GetValueOrDefault("penulis", "");
        var seen = SeenIn(form);
        FormWorkbookReading? workbook = null;
        if (action == ReportWorkbooks.Action)
        {
            var (read, refusal) = await ReadWorkbookAsync(request, link, token, form, cancellation);
            if (refusal is not null)
                return await ShowAsync(link, token, refusal with { Writer = writer }, Unprocessable, cancellation);
            workbook = read!;
            form = workbook.Form.Concat(form.Where(field => !workbook.Form.ContainsKey(field.Key))).ToDictionary();
        }

        // What is handed in at once and is right needs no draft; what is wrong becomes one when its errors are shown.
        if (action == HandIn && link.Rows is not null && !DraftBook.HasDraft(link))
            return null;
        var kept = await drafts.SaveAsync(link, form, seen, writer, cancellation);
        link = link with { Rows = null };
        var isScript = request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        if (kept.IsConflict && isScript)
        {
            return Answers.Problem(
                409,
                "Draf diubah orang lain",
                "Orang lain menyimpan draf ini setelah halaman Anda dibuka."
            );
        }

        if (kept.IsConflict)
            return await ShowConflictAsync(link, token, form, kept.Saved, cancellation);
        if (workbook is not null)
            return await ShowWorkbookAsync(link, token, workbook, form, writer, cancellation);
        if (action == "simpan" && isScript)
            return Results.Json(new { revision = kept.Saved.Revision, savedAt = PageWords.Moment(kept.Saved.At) });
        if (action == "simpan")
        {
            var saved = new FormSaying("Draf tersimpan. Laporan belum dikirim.") { Writer = writer };
            return await ShowAsync(link, token, saved, StatusCodes.Status200OK, cancellation);
        }

        return action.Split(':', 2) switch
        {
            ["unggah", var owner] => await UploadAsync(request, link, token, owner, form, cancellation),
            ["hapus", var id] => await DeleteAsync(link, token, id, writer, cancellation),
            _ => null,
        };
    }

    private Task<IResult> ShowConflictAsync(
        OpenedLink link,
        string token,
        IReadOnlyDictionary<string, string> form,
        Draft other,
        CancellationToken cancellation
    )
    {
        var conflict = new FormSaying(
            "Draf ini telah disimpan orang lain setelah halaman Anda dibuka, sehingga isian Anda belum tersimpan. "
                + "Bandingkan kedua versi di bawah; yang Anda ketik tetap ada.",
            IsError: true
        )
        {
            Typed = form,
            Other = other,
            Writer = form.GetValueOrDefault("penulis", ""),
        };
        return ShowAsync(link, token, conflict, StatusCodes.Status409Conflict, cancellation);
    }

    /// <summary>The form as it was typed, kept as a draft, with what is wrong with it.</summary>
    public Task<IResult> ShowErrorsAsync(
        OpenedLink link,
        string token,
        IReadOnlyDictionary<string, string> form,
        IReadOnlyDictionary<string, string> errors,
        CancellationToken cancellation
    )
    {
        var saying = new FormSaying(
            "Laporan belum terkirim. Perbaiki isian yang ditandai; isian lain tetap tersimpan.",
            IsError: true
        );
        return AskAgainAsync(link, token, form, saying with { Errors = errors }, cancellation);
    }

    /// <summary>Asks before a report with empty rows is sent; what was typed is kept as a draft.</summary>
    public async Task<IResult> ShowGapsAsync(
        OpenedLink link,
        string token,
        IReadOnlyDictionary<string, string> form,
        IReadOnlyList<SubmissionGap> gaps,
        CancellationToken cancellation
    )
    {
        var rows = SubmissionGaps.RowsOf(await submissions.SheetAsync(link, cancellation));
        var saying = new FormSaying(
            $"Laporan belum terkirim: {gaps.Count} dari {rows} baris belum diisi. Isi barisnya, atau nyatakan di "
                + "bagian bawah bahwa memang belum ada realisasinya, lalu kirim.",
            IsError: true
        );
        return await AskAgainAsync(link, token, form, saying with { Gaps = gaps }, cancellation);
    }

    private async Task<IResult> AskAgainAsync(
        OpenedLink link,
        string token,
        IReadOnlyDictionary<string, string> form,
        FormSaying saying,
        CancellationToken cancellation
    )
    {
        var writer = form.GetValueOrDefault("penulis", "");
        // Where there was a draft, handing in has saved it already.
        if (!DraftBook.HasDraft(link))
            await drafts.SaveAsync(link, form, SeenIn(form), writer, cancellation);
        var fresh = link with { Rows = null };
        var typed = saying with { Typed = form, Writer = form.GetValueOrDefault("penulis") };
        return await ShowAsync(fresh, token, typed, StatusCodes.Status422UnprocessableEntity, cancellation);
    }

    public async Task<IResult> ShowAsync(
        OpenedLink link,
        string token,
        FormSaying saying,
        int status,
        CancellationToken cancellation
    ) => await pages.RenderAsync<ReportFormPage>(await forms.OfAsync(link, token, saying, cancellation), status);

    private async Task<(FormWorkbookReading? Reading, FormSaying? Refusal)> ReadWorkbookAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        IReadOnlyDictionary<string, string> form,
        CancellationToken cancellation
    )
    {
        if (request.Form.Files.GetFile(ReportWorkbooks.File) is not { Length: > 0 } file)
            return (null, new FormSaying("Pilih berkas formulir yang sudah diisi.", IsError: true) { Typed = form });
        var model = await forms.OfAsync(link, token, new FormSaying { Typed = form }, cancellation);
        await using var content = file.OpenReadStream();
        using var turn = Reading.Begin(request, cancellation);
        var reading = SubmissionWorkbook.Read(content, ReportWorkbooks.Of(link, model));
        return reading.Errors.Count == 0
            ? (reading, null)
            : (
                null,
                new FormSaying("Formulir XLSX belum terbaca; isian di halaman ini tidak berubah.", IsError: true)
                {
                    Typed = form,
                    FileErrors = reading.Errors,
                }
            );
    }

    // What the workbook holds is a draft now, like anything typed; the rules say at once what is still missing.
    private async Task<IResult> ShowWorkbookAsync(
        OpenedLink link,
        string token,
        FormWorkbookReading workbook,
        IReadOnlyDictionary<string, string> form,
        string writer,
        CancellationToken cancellation
    )
    {
        var errors = (await submissions.ReadAsync(link, form, cancellation)).Errors;
        var saying = new FormSaying(
            errors.Count == 0
                ? "Formulir XLSX terbaca dan tersimpan sebagai draf. Periksa isiannya, lalu kirim laporan."
                : $"Formulir XLSX tersimpan sebagai draf; {errors.Count} isian masih perlu diperbaiki.",
            IsError: errors.Count > 0
        )
        {
            Typed = form,
            Errors = errors,
            Writer = writer,
            FileErrors = workbook.Locate(errors),
        };
        return await ShowAsync(
            link,
            token,
            saying,
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            cancellation
        );
    }

    private async Task<IResult> UploadAsync(
        HttpRequest request,
        OpenedLink link,
        string token,
        string owner,
        IReadOnlyDictionary<string, string> form,
        CancellationToken cancellation
    )
    {
        var error = await TakeAsync(request, link, owner, form, cancellation);
        return await ShowAsync(
            link,
            token,
            new FormSaying(
                error is null ? "Bukti tersimpan." : "Bukti belum tersimpan; lihat keterangannya pada isian itu.",
                error is not null
            )
            {
                Writer = form.GetValueOrDefault("penulis", ""),
                EvidenceOwner = owner,
                EvidenceError = error,
                EvidenceDate = error is null ? null : form.GetValueOrDefault(DateField(owner)),
            },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            cancellation
        );
    }

    private async Task<string?> TakeAsync(
        HttpRequest request,
        OpenedLink link,
        string owner,
        IReadOnlyDictionary<string, string> form,
        CancellationToken cancellation
    )
    {
        var file = request.Form.Files.GetFile($"bukti.{owner}.berkas");
        if (file is null || file.Length == 0)
            return "Berkas belum dipilih.";
        if (ReadDay(form.GetValueOrDefault(DateField(owner))) is not ({ } date, _))
            return ReadDay(form.GetValueOrDefault(DateField(owner))).Error;
        var owners = (await submissions.SheetAsync(link, cancellation)).Owners();
        var begun = await evidence.BeginAsync(
            link,
            new EvidenceOffer(owner, file.FileName, file.Length, date),
            owners,
            cancellation
        );
        if (begun.Row is not { } row)
            return begun.Error;
        await using var content = file.OpenReadStream();
        using var turn = Reading.Begin(request, cancellation);
        return (await evidence.PutWholeAsync(link, row, content, cancellation)).Error;
    }

    private async Task<IResult> DeleteAsync(
        OpenedLink link,
        string token,
        string id,
        string writer,
        CancellationToken cancellation
    )
    {
        var error = await evidence.DeleteAsync(link, id, cancellation);
        return await ShowAsync(
            link,
            token,
            new FormSaying(error ?? "Bukti dihapus.", error is not null) { Writer = writer },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
            cancellation
        );
    }

    /// <summary>The draft's revision that the page was opened with; 0 where there was none.</summary>
    private static int SeenIn(IReadOnlyDictionary<string, string> form) =>
        int.TryParse(form.GetValueOrDefault("revisi"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? seen
            : 0;

    /// <summary>A document's day, or in words why it is none.</summary>
    internal static (DateOnly? Day, string? Error) ReadDay(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (null, "Isi tanggal dokumen.") : IndonesianDay.Parse(typed);

    private static string DateField(string owner) => $"bukti.{owner}.tanggal";
}
