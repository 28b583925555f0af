using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace Sakip.SmallApp.Http;

/// <summary>What a function can return, and how it can fail to.</summary>
public sealed class Results
{
    private static readonly Item Sample = new("biro", Level.High);

    [Function("Text")]
    public IResult Text([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        HttpResults.Text("salam");

    [Function("PlainText")]
    public string PlainText([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => "salam";

    [Function("PlainObject")]
    public Item PlainObject([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Sample;

    [Function("Result")]
    public IResult Result([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        HttpResults.Json(Sample, statusCode: 202);

    [Function("Action")]
    public IActionResult Action([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ConflictObjectResult(Sample);

    [Function("Typed")]
    public Results<Ok<Item>, NotFound> Typed([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        TypedResults.Ok(Sample);

    [Function("Several")]
    public Answers Several([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new(new OkObjectResult(Sample));

    [Function("Nothing")]
    public void Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        request.HttpContext.Items["seen"] = true;

    [Function("NothingLater")]
    public async Task NothingLater([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        request.HttpContext.Response.StatusCode = StatusCodes.Status203NonAuthoritative;
    }

    [Function("Accepted")]
    public IActionResult Accepted([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new AcceptedResult();

    [Function("NoContent")]
    public IResult NoContent([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        HttpResults.NoContent();

    [Function("Teapot")]
    public IResult Teapot([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        HttpResults.StatusCode(StatusCodes.Status418ImATeapot);

    [Function("Cookies")]
    public IResult Cookies([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        request.HttpContext.Response.Cookies.Append("a", "1", new CookieOptions { HttpOnly = true });
        request.HttpContext.Response.Cookies.Append("b", request.Cookies["given"] ?? "none");
        return HttpResults.Redirect("/elsewhere");
    }

    [Function("Download")]
    public IResult Download([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        HttpResults.File(
            "abcdef"u8.ToArray(),
            "application/pdf",
            entityTag: new("\"tag\""),
            enableRangeProcessing: true
        );

    [Function("Classic")]
    public async Task<HttpResponseData> Classic(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequestData request
    )
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var answer = request.CreateResponse(System.Net.HttpStatusCode.Created);
        await answer.WriteStringAsync($"classic {await reader.ReadToEndAsync()}");
        return answer;
    }

    [Function("Refused")]
    public string Refused([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new NotSupportedException("the middleware answers this");

    [Function("Throws")]
    public string Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("in the function");

    [Function("ThrowsLate")]
    public IResult ThrowsLate([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new Bad();

    [Function("ThrowsInTheMiddle")]
    public async Task ThrowsInTheMiddle([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("begun ");
        await request.HttpContext.Response.Body.FlushAsync();
        throw new InvalidOperationException("after the answer had begun");
    }

    [Function("Aborts")]
    public void Aborts([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        request.HttpContext.Abort();

    private sealed class Bad : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("in the result");
    }
}

public sealed record Item(string UnitCode, Level Level);

/// <summary>Its property bears the answer; others would be output bindings.</summary>
public sealed record Answers([property: HttpResult] IActionResult Answer);

public enum Level
{
    Low,
    High,
}
