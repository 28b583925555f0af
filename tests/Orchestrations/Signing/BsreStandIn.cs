using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sakip.Signing;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>How the stand-in treats the next calls to sign.</summary>
public enum Mood
{
    Honest,
    FailsOnVisible,
    FailsWithoutReason,
    WrongPassphrase,
    WrongPassphraseAs500,
    Expired,
    Revoked,
    NotRegistered,
    Silent,
    TruncatedFile,
    ForeignFile,
    Prose,
    OddPdf,
    InvalidPdf,
    InvalidPdfAs500,
    StatusDownOnce,
}

/// <summary>An Esign client service v2 on loopback that signs with trial certificates, and misbehaves on request.</summary>
internal sealed class BsreStandIn : IAsyncDisposable
{
    public const string Nik = "5100000000000001";
    public const string Passphrase = "Rahasia-Sekali#2024";

    private const string InvalidPdf =
        "com.itextpdf.text.exceptions.InvalidPdfException: Rebuild failed: Dictionary key R is not a name.";

    private readonly WebApplication _app;

    private BsreStandIn(WebApplication app) => _app = app;

    public Mood Mood { get; set; }

    public string Status { get; set; } = "ISSUE";

    /// <summary>The bodies received, for what was sent to be judged.</summary>
    public List<JsonObject> Received { get; } = [];

    public Uri Address => new(_app.Urls.Single());

    public static async Task<BsreStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new BsreStandIn(app);
        app.MapPost("/api/v2/sign/pdf", standIn.SignAsync);
        app.MapPost("/api/v2/user/check/status", standIn.StatusAsync);
        app.MapPost("/api/v2/verify/pdf", standIn.VerifyAsync);
        await app.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task VerifyAsync(HttpContext context) =>
        ReadAsync(context, () => Task.FromResult(Results.Json(new { conclusion = "VALID", signatureCount = 1 })));

    private Task StatusAsync(HttpContext context) =>
        ReadAsync(
            context,
            () =>
            {
                if (Mood == Mood.StatusDownOnce)
                {
                    Mood = Mood.Honest;
                    return Task.FromResult(Results.StatusCode(503));
                }

                return Task.FromResult(
                    Results.Json(
                        new
                        {
                            status_code = 1111,
                            status = Status,
                            message = "…",
                        }
                    )
                );
            }
        );

    private Task SignAsync(HttpContext context) =>
        ReadAsync(
            context,
            async () =>
            {
                var body = Received[^1];
                var properties = body["signatureProperties"]![0]!;
                var isVisible = (string)properties["tampilan"]! == "VISIBLE";
                switch (Mood)
                {
                    case Mood.FailsWithoutReason:
                    case Mood.FailsOnVisible when isVisible:
                        return Results.StatusCode(500);
                    case Mood.WrongPassphraseAs500:
                        return Fault(500, null, "Proses signing gagal : Passphrase anda salah");
                    case Mood.Expired:
                        return Fault(400, 2021, "Sertifikat expired");
                    case Mood.Revoked:
                        return Fault(400, 2022, "Sertifikat telah dicabut");
                    case Mood.NotRegistered:
                        return Fault(400, 2011, "User tidak terdaftar");
                    case Mood.OddPdf:
                        return Fault(400, 2050, "com.itextpdf: not a document of ours");
                    case Mood.InvalidPdf:
                        return Fault(400, null, InvalidPdf);
                    case Mood.InvalidPdfAs500:
                        return Fault(500, null, InvalidPdf);
                    case Mood.Silent:
                        await Task.Delay(Timeout.Infinite, context.RequestAborted);
                        break;
                    case Mood.Prose:
                        return Results.Text("<html>maintenance</html>");
                }

                if (Mood == Mood.WrongPassphrase || ((string?)body["passphrase"] != Passphrase && body["totp"] is null))
                {
                    return Fault(
                        400,
                        2031,
                        $"Proses signing gagal : Passphrase anda salah ({(string?)body["passphrase"]})"
                    );
                }

                var pdf = Convert.FromBase64String((string)body["file"]![0]!);
                var signed =
                    Mood == Mood.ForeignFile ? SigningWorld.Document(5) : await SignWhereAskedAsync(pdf, properties);
                var base64 = Convert.ToBase64String(signed);
                return Results.Json(
                    new
                    {
                        time = 1200,
                        file = new[] { Mood == Mood.TruncatedFile ? base64[..(base64.Length / 2)] : base64 },
                    }
                );
            }
        );

    // The service puts the block where it is asked to: beside the other party's, not upon it.
    private async Task<byte[]> SignWhereAskedAsync(byte[] pdf, JsonNode properties)
    {
        var signer = new Signer($"bsre-{Received.Count}", "Contoh Pertama, S.Kom.", "Kepala Biro Contoh");
        var request = SigningWorld.Request(pdf, signer);
        var block = request.Appearance!;
        request = request with
        {
            Appearance =
                (string?)properties["tampilan"] != "VISIBLE"
                    ? null
                    : block with
                    {
                        Page = (int)properties["page"]!,
                        X = (double)properties["originX"]!,
                        Y = (double)properties["originY"]!,
                        Width = (double)properties["width"]!,
                        Height = (double)properties["height"]!,
                    },
        };
        return (await SigningWorld.WithCertificate.SignAsync(request, CancellationToken.None)).Pdf;
    }

    private async Task ReadAsync(HttpContext context, Func<Task<IResult>> answer)
    {
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes("sakip:sandi-layanan"));
        if (context.Request.Headers.Authorization != $"Basic {expected}")
        {
            context.Response.StatusCode = 401;
            return;
        }

        Received.Add((await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body))!);
        await (await answer()).ExecuteAsync(context);
    }

    private static IResult Fault(int status, int? code, string error) =>
        Results.Json(code is null ? (object)new { error } : new { error, status_code = code }, statusCode: status);
}
