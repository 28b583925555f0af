using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Webhooks;

namespace Sakip.Functions.Webhooks;

/// <param name="Topics">What is told; all where it is not said.</param>
internal sealed record WebhookRequest(string? Url, IReadOnlyList<string>? Topics);

/// <summary>The systems that an office tells its state changes, for machines.</summary>
internal sealed class WebhookApi(WebhookDesk desk, PlanStore plans)
{
    private const string Route = Routes.ApiOffice + "/webhooks";
    private const string One = Route + "/{hook:length(8)}";

    [Allow(Who.Key)]
    [Function("WebhookApiList")]
    [ApiOperation(
        "Penerima webhook kantor; rahasianya tidak pernah ditampilkan lagi.",
        Answer = typeof(ListPage<Webhook>),
        Paged = true
    )]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = await plans.OfYearAsync(office, cancellation);
        return Results.Ok(ListWindow.Of(request).Slice(await desk.ListAsync(office.Unit, cancellation)));
    }

    [Allow(Who.Key)]
    [Function("WebhookApiAdd")]
    [ApiOperation(
        "Mendaftarkan penerima webhook. Rahasia tanda tangannya hanya ada dalam jawaban ini.",
        Body = typeof(WebhookRequest),
        Answer = typeof(NewWebhook),
        Status = 201,
        Once = ["secret"]
    )]
    public async Task<IResult> Add(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = await plans.OfYearAsync(office, cancellation);
        var asked = await request.ReadFromJsonAsync<WebhookRequest>(SakipJson.Incoming, cancellation);
        var (made, error) = await desk.AddAsync(
            office,
            asked?.Url,
            asked?.Topics ?? WebhookTopics.All,
            Actor.System,
            cancellation
        );
        return made is null
            ? Answers.Problem(422, "Penerima tidak didaftarkan", error!)
            : Results.Created($"/api/offices/{office.Unit}/{office.Year}/webhooks/{made.Id}", made);
    }

    [Allow(Who.Key)]
    [Function("WebhookApiShow")]
    [ApiOperation("Satu penerima webhook, tanpa rahasianya.", Answer = typeof(Webhook))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = One)] HttpRequest request,
        OfficeYear office,
        string hook,
        CancellationToken cancellation
    ) => await desk.FindAsync(office.Unit, hook, cancellation) is { } found ? Results.Ok(found) : Answers.UnknownHook();

    [Allow(Who.Key)]
    [Function("WebhookApiRemove")]
    [ApiOperation("Menghapus penerima webhook.", Status = 204)]
    public async Task<IResult> Remove(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = One)] HttpRequest request,
        OfficeYear office,
        string hook,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync(office.Unit, hook, cancellation) is not { } standing)
            return Answers.UnknownHook();
        if (Preconditions.Refuse(request, Preconditions.TagOfJson(standing)) is { } refusal)
            return refusal;
        return await desk.RemoveAsync(office, hook, Actor.System, cancellation)
            ? Results.NoContent()
            : Answers.UnknownHook();
    }

    [Allow(Who.Key)]
    [Function("WebhookApiSecret")]
    [ApiOperation(
        "Membuat rahasia baru; yang lama tetap ikut menandatangani selama satu hari.",
        Answer = typeof(NewWebhook),
        Once = ["secret"]
    )]
    public async Task<IResult> Renew(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = One + "/secret")] HttpRequest request,
        OfficeYear office,
        string hook,
        CancellationToken cancellation
    ) =>
        await desk.RotateAsync(office, hook, Actor.System, cancellation) is { } made
            ? Results.Ok(made)
            : Answers.UnknownHook();

    [Allow(Who.Key)]
    [Function("WebhookApiTrial")]
    [ApiOperation("Mengirim satu percobaan sekarang juga dan melaporkan hasilnya.", Answer = typeof(SendResult))]
    public async Task<IResult> Trial(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = One + "/trials")] HttpRequest request,
        OfficeYear office,
        string hook,
        CancellationToken cancellation
    ) => await desk.TryAsync(office, hook, cancellation) is { } result ? Results.Ok(result) : Answers.UnknownHook();

    [Allow(Who.Key)]
    [Function("WebhookApiDeliveries")]
    [ApiOperation(
        "Kiriman kepada satu penerima, yang terbaru dahulu.",
        Answer = typeof(ListPage<WebhookDelivered>),
        Paged = true
    )]
    public async Task<IResult> Deliveries(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = One + "/deliveries")] HttpRequest request,
        OfficeYear office,
        string hook,
        CancellationToken cancellation
    ) =>
        await desk.FindAsync(office.Unit, hook, cancellation) is null
            ? Answers.UnknownHook()
            : Results.Ok(
                await ListWindow
                    .Of(request)
                    .ReadAsync(desk.Deliveries(office.Unit, hook, cancellation), WebhookDesk.Shown, cancellation)
            );

    [Allow(Who.Key)]
    [Function("WebhookApiRepeat")]
    [ApiOperation("Mengirim sekali lagi satu kiriman yang sudah selesai atau gagal.", Status = 202)]
    public async Task<IResult> Repeat(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = One + "/deliveries/{sequence:long:min(1)}/repeats")]
            HttpRequest request,
        OfficeYear office,
        string hook,
        long sequence,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) =>
        await desk.RepeatAsync(office.Unit, hook, office.Year, sequence, client, cancellation)
            ? Results.Accepted()
            : Answers.Problem(409, "Tidak dapat dikirim lagi", "Kiriman ini tidak ada, atau masih dalam pengiriman.");
}
