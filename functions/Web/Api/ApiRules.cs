using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Net.Http.Headers;
using Sakip.Functions.Hosting;

namespace Sakip.Functions.Web.Api;

/// <summary>
/// What holds for every function under <c>/api</c>: the body's type and size, the idempotency key of a POST, and the
/// entity tag of what is read as JSON.
/// </summary>
internal sealed class ApiRules(ApiCatalog catalog, IdempotencyKeys keys) : IFunctionsWorkerMiddleware
{
    private const string Json = "application/json";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (
            context.GetHttpContext() is not { } http
            || catalog.Find(context.FunctionDefinition.Name) is not { IsApi: true } function
        )
        {
            await next(context);
            return;
        }

        if (Refusal(http.Request, function.Operation) is { } refusal)
        {
            context.GetInvocationResult().Value = refusal;
            return;
        }

        if (HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.ContainsKey(IdempotencyKeys.Header))
        {
            await keys.AnswerOnceAsync(context, http, next);
            return;
        }

        await next(context);
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            await TagAsync(context, http);
    }

    private static IResult? Refusal(HttpRequest request, ApiOperationAttribute? operation)
    {
        if (operation?.Body is null)
            return null;
        if (request.ContentLength > operation.LargestBody)
        {
            return Answers.Problem(
                413,
                "Isi permintaan terlalu besar",
                $"Paling banyak {operation.LargestBody / 1024} KiB."
            );
        }

        // A body that does not say its size is cut off where it becomes too large.
        CappedBody.Put(request, operation.LargestBody);
        // Nothing is no JSON: a function that asks for some says so as it does of any other text that is none.
        if (request.ContentLength == 0 && request.ContentType is null && operation.BodyTypes is [Json, ..])
            request.ContentType = Json;
        if (request.ContentLength == 0 || Accepts(operation.BodyTypes, request.ContentType))
            return null;
        return Answers.Problem(
            415,
            "Jenis isi tidak didukung",
            $"Kirim sebagai {string.Join(" atau ", operation.BodyTypes)}."
        );
    }

    private static bool Accepts(string[] types, string? given) =>
        MediaTypeHeaderValue.TryParse(given, out var type)
        && types.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase);

    // Files bear a tag of their own; what is read as JSON is tagged by its bytes.
    private static async Task TagAsync(FunctionContext context, HttpContext http)
    {
        var result = context.GetInvocationResult();
        if (result.Value is not (IResult answer and IValueHttpResult) || answer is ProblemHttpResult)
            return;
        var captured = await CapturedAnswer.OfAsync(answer, http);
        if (captured.Status != StatusCodes.Status200OK)
            return;
        var tag = Preconditions.TagOf(captured.Body.AsSpan());
        captured = captured.With(HeaderNames.ETag, tag).With(HeaderNames.CacheControl, "private, no-cache");
        result.Value = Preconditions.Matches(http.Request.Headers.IfNoneMatch.ToString(), tag)
            ? captured with
            {
                Status = StatusCodes.Status304NotModified,
                Body = [],
            }
            : captured;
    }
}
