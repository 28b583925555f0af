using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Sakip.Functions.Web.Api;

/// <summary>
/// <c>Idempotency-Key</c> on a POST: the first request runs, the same one again gets the same answer, another one under
/// the key is refused. A key belongs to the credential that used it and is forgotten after a day.
/// </summary>
internal sealed class IdempotencyKeys(KeptAnswers kept, ApiCatalog catalog)
{
    public const string Header = "Idempotency-Key";

    /// <summary>What lets a machine act on a step: never kept, whatever answer holds it.</summary>
    private const string ActionToken = "actionToken";

    private const int LongestKey = 200;
    private const int LargestBody = 30 * 1024 * 1024;

    public async Task AnswerOnceAsync(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        var result = context.GetInvocationResult();
        var key = http.Request.Headers[Header].ToString();
        if (key.Length is 0 or > LongestKey || key.Any(letter => letter is <= ' ' or > '~'))
        {
            result.Value = Answers.Problem(
                400,
                "Idempotency-Key tidak sah",
                $"Pakai 1 sampai {LongestKey} huruf ASCII tanpa spasi."
            );
            return;
        }

        var cancellation = context.CancellationToken;
        var (owner, request) = (OwnerOf(http.Request), await FingerprintAsync(http.Request, cancellation));
        var claim = await kept.ClaimAsync(owner, key, request, cancellation);
        if (claim.Row is null)
        {
            result.Value = claim.Answer ?? Refusal(claim.State);
            return;
        }

        try
        {
            await next(context);
        }
        catch
        {
            // Whether anything was done is not known: the same request may be made again.
            await kept.ForgetAsync(claim.Row, CancellationToken.None);
            throw;
        }

        // A result read before the function has run lacks what the function returns.
        result = context.GetInvocationResult();
        if (result.Value is not IResult answer)
            return;
        var captured = await CapturedAnswer.OfAsync(answer, http);
        result.Value = captured;
        if (
            captured.Status >= StatusCodes.Status500InternalServerError
            || !await kept.KeepAsync(
                claim.Row,
                captured.Without([
                    .. catalog.Find(context.FunctionDefinition.Name)?.Operation?.Once ?? [],
                    ActionToken,
                ]),
                cancellation
            )
        )
        {
            await kept.ForgetAsync(claim.Row, CancellationToken.None);
        }
    }

    private static IResult Refusal(KeyState state) =>
        state == KeyState.InFlight
            ? Answers.Problem(
                409,
                "Permintaan masih dikerjakan",
                "Permintaan dengan Idempotency-Key ini belum selesai. Tunggu, lalu ulangi."
            )
            : Answers.Problem(
                422,
                "Idempotency-Key sudah dipakai",
                "Kunci ini dipakai untuk permintaan dengan isi lain. Pakai kunci baru."
            );

    private static string OwnerOf(HttpRequest request)
    {
        var credential =
            request.Headers["x-functions-key"].ToString()
            + "\n"
            + request.Query["code"]
            + "\n"
            + request.Headers.Cookie;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(credential)))[..32];
    }

    private static async Task<string> FingerprintAsync(HttpRequest request, CancellationToken cancellation)
    {
        request.EnableBuffering(bufferThreshold: 256 * 1024, LargestBody);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n{request.ContentType}\n")
        );
        hash.AppendData(await SHA256.HashDataAsync(request.Body, cancellation));
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
