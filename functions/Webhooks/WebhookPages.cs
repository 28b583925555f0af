using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Webhooks;

namespace Sakip.Functions.Webhooks;

/// <summary>The systems that an office tells its state changes: a page of the settings.</summary>
internal sealed class WebhookPages(WebhookDesk desk, WebhookViews views, PageRenderer pages)
{
    private const string Base = Routes.Office + "/pengaturan/webhook";

    [Allow(Who.Administrator)]
    [Function("SettingsWebhooks")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Base)] HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        var view = await views.OfAsync(plan, cancellation);
        if (!HttpMethods.IsPost(request.Method))
            return await pages.RenderAsync<WebhooksPage>(view with { Notice = NoticeOf(request) });
        var form = await request.ReadFormAsync(cancellation);
        var by = new Actor(request.Caller().Official, ActorRole.Administrator);
        var hook = form["penerima"].ToString();
        switch (form["aksi"].ToString())
        {
            case "tambah":
                var (url, topics) = (form["alamat"].ToString().Trim(), form["topik"].OfType<string>().ToArray());
                var (made, error) = await desk.AddAsync(office, url, topics, by, cancellation);
                return made is null
                    ? await pages.RenderAsync<WebhooksPage>(
                        view with
                        {
                            Error = error,
                            Url = url,
                            Topics = topics,
                        },
                        StatusCodes.Status422UnprocessableEntity
                    )
                    : await SecretAsync(made, plan, cancellation);
            case "rahasia" when await desk.RotateAsync(office, hook, by, cancellation) is { } renewed:
                return await SecretAsync(renewed, plan, cancellation);
            case "coba" when await desk.TryAsync(office, hook, cancellation) is { } result:
                return await pages.RenderAsync<WebhooksPage>(
                    result.Error is null
                        ? view with
                        {
                            Notice = $"Percobaan diterima (HTTP {result.Status}).",
                        }
                        : view with
                        {
                            Error = "Percobaan tidak diterima. " + result.Error,
                        }
                );
            case "hapus" when await desk.RemoveAsync(office, hook, by, cancellation):
                return Back(request, "dihapus");
            case "ulang"
                when long.TryParse(form["nomor"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && int.TryParse(form["tahun"], NumberStyles.None, CultureInfo.InvariantCulture, out var of):
                return Back(
                    request,
                    await desk.RepeatAsync(office.Unit, hook, of, number, client, cancellation)
                        ? "diulang"
                        : "tidak-diulang"
                );
            default:
                return Back(request, "tidak-ada");
        }
    }

    // The only answer that ever has the secret: it is neither stored by the browser nor shown again.
    private async Task<IResult> SecretAsync(NewWebhook made, OfficePlan plan, CancellationToken cancellation) =>
        await pages.RenderAsync<WebhooksPage>(await views.OfAsync(plan, cancellation) with { Made = made });

    private static string? NoticeOf(HttpRequest request) =>
        request.Query["hasil"].ToString() switch
        {
            "dihapus" => "Penerima dihapus; tidak ada lagi yang dikirim kepadanya.",
            "diulang" => "Kiriman dijadwalkan sekali lagi.",
            "tidak-diulang" => "Kiriman itu masih dalam pengiriman, jadi tidak diulang.",
            "tidak-ada" => "Penerima itu sudah tidak ada.",
            _ => null,
        };

    private static IResult Back(HttpRequest request, string result) =>
        Answers.SeeOther(request.Path + "?hasil=" + result);
}
