using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>Links under the planner's and administrator's care: issued anew, withdrawn, passed on to an acting official.</summary>
internal sealed class OpenStepPages(OpenSteps steps, LinkDesk links, PageRenderer pages)
{
    [Allow(Who.Planner, Who.Administrator)]
    [Function("OpenStepList")]
    public async Task<IResult> OpenStepList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office + "/persetujuan")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        await pages.RenderAsync<OpenStepsPage>(
            new OpenStepsView(
                UrlOf(office),
                await steps.ReadAsync(office, cancellation),
                WordOf(request.Query["hasil"].ToString()),
                Enum.TryParse<LinkChange>(request.Query["hasil"], out _)
            )
        );

    /// <summary>Asks before a link is withdrawn: what happens, and to whom.</summary>
    [Allow(Who.Planner, Who.Administrator)]
    [Function("OpenStepWithdraw")]
    public async Task<IResult> OpenStepWithdraw(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = Routes.Office + "/persetujuan/{subject}/{step}/{attempt:int:min(1)}/cabut"
        )]
            HttpRequest request,
        OfficeYear office,
        string subject,
        string step,
        int attempt,
        CancellationToken cancellation
    ) =>
        (await steps.ReadAsync(office, cancellation)).FirstOrDefault(one =>
            one.Subject.Dotted == subject && one.Step == step && one.Attempt == attempt
        )
            is { Bearer: not null, IsWithdrawn: false } open
            ? await pages.RenderAsync<WithdrawPage>(new WithdrawView(UrlOf(office), open))
            : Answers.SeeOther(UrlOf(office) + "?hasil=" + LinkChange.Unknown);

    [Allow(Who.Planner, Who.Administrator)]
    [Function("OpenStepAct")]
    public async Task<IResult> OpenStepAct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Office + "/persetujuan/tindakan")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var form = await request.ReadFormAsync(cancellation);
        var caller = request.Caller();
        var by = caller.As(Who.Planner, Who.Administrator);
        var isStep = int.TryParse(form["ke"], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt);
        // The route's office is what the caller may look after; the form names nothing beyond it.
        if (
            !isStep
            || Subject.Parse(form["perihal"].ToString()) is not { } subject
            || subject.Unit != office.Unit
            || subject.Year != office.Year
        )
        {
            return Answers.SeeOther(UrlOf(office) + "?hasil=" + LinkChange.Unknown);
        }

        var step = form["langkah"].ToString();
        var change =
            form["tindakan"] == "cabut"
                ? await links.WithdrawAsync(
                    subject,
                    step,
                    attempt,
                    by,
                    "Dicabut melalui halaman tautan persetujuan.",
                    cancellation
                )
                : await links.ReissueAsync(subject, step, attempt, by, cancellation);
        return Answers.SeeOther(
            $"{UrlOf(office)}?hasil={(change == LinkChange.Done ? form["tindakan"].ToString() : change.ToString())}"
        );
    }

    /// <summary>The same for machines: a link is issued anew or withdrawn.</summary>
    [Allow(Who.Key)]
    [ApiOperation("Menerbitkan tautan baru untuk satu langkah, atau mencabut tautannya.")]
    [Function("ChangeLink")]
    public async Task<IResult> ChangeLink(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "post",
            Route = Routes.ApiOffice
                + "/approvals/{subject}/{step}/{attempt:int:min(1)}/{act:regex(^(reissue|withdraw)$)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string subject,
        string step,
        int attempt,
        string act,
        CancellationToken cancellation
    )
    {
        if (Subject.Parse(subject) is not { } parsed || parsed.Unit != office.Unit || parsed.Year != office.Year)
        {
            return Answers.Problem(404, "Langkah tidak ditemukan", "Perihalnya bukan milik kantor dan tahun tersebut.");
        }

        var change =
            act == "withdraw"
                ? await links.WithdrawAsync(parsed, step, attempt, Actor.Machine, "Dicabut melalui API.", cancellation)
                : await links.ReissueAsync(parsed, step, attempt, Actor.Machine, cancellation);
        return change switch
        {
            LinkChange.Done => Results.Accepted(),
            LinkChange.Unknown => Answers.Problem(404, "Langkah tidak ditemukan", WordOf(change.ToString())!),
            _ => Answers.Problem(409, "Tautan tidak diubah", WordOf(change.ToString())!),
        };
    }

    internal static string UrlOf(OfficeYear office) =>
        FormattableString.Invariant($"/kantor/{office.Unit}/{office.Year}/persetujuan");

    private static string? WordOf(string result) =>
        result switch
        {
            "kirim-ulang" => "Tautan baru dikirim; tautan lama tidak berlaku lagi.",
            "cabut" =>
                "Tautan dicabut. Langkahnya tetap terbuka; kirim tautan baru bila pejabatnya boleh memutuskan lagi.",
            "pelaksana" => "Penunjukan dicatat. Langkah yang terbuka pada jabatan itu telah beralih.",
            nameof(LinkChange.AlreadyDecided) => "Tidak ada yang diubah: langkah ini sudah diputuskan.",
            nameof(LinkChange.Vacant) => "Tidak ada yang diubah: jabatan atau perannya belum terisi.",
            nameof(LinkChange.Overtaken) =>
                "Tidak ada yang diubah: langkah ini baru saja diubah orang lain. Muat ulang halaman.",
            nameof(LinkChange.Unknown) => "Langkah itu tidak sedang menunggu pada kantor dan tahun ini.",
            _ => null,
        };
}
