using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Sakip.Tests.Embedded.Hosting;

public sealed class HttpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/results/text", 200, "text/plain; charset=utf-8", "salam")]
    [InlineData("/results/object", 200, "application/json; charset=utf-8", """{"unitCode":"biro","level":"High"}""")]
    [InlineData("/results/iresult", 202, "application/json; charset=utf-8", """{"unitCode":"biro","level":"High"}""")]
    [InlineData("/results/iaction", 409, "application/json; charset=utf-8", """{"unitCode":"biro","level":"High"}""")]
    [InlineData("/results/typed", 200, "application/json; charset=utf-8", """{"unitCode":"biro","level":"High"}""")]
    public async Task Every_kind_of_result_is_written_in_the_app_s_json(
        string path,
        int status,
        string type,
        string body)
    {
        await using var world = await World.Of(typeof(Answers)).With(Json.Configure).StartAsync();

        using var response = await world.Http.GetAsync(path, Stop);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Cookies_and_redirects_pass()
    {
        await using var world = await World.StartAsync(typeof(Answers));

        using var response = await world.Http.GetAsync("/cookies", Stop);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/elsewhere", response.Headers.Location?.ToString());
        Assert.Equal(["a=1; path=/; httponly", "b=2; path=/"], response.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task A_download_answers_ranges_with_its_etag()
    {
        await using var world = await World.StartAsync(typeof(Answers));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/file");
        request.Headers.Range = new RangeHeaderValue(2, 4);

        using var response = await world.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("\"tag\"", response.Headers.ETag?.Tag);
        Assert.Equal("cde", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_form_with_a_file_is_read()
    {
        await using var world = await World.StartAsync(typeof(Answers));
        using var form = new MultipartFormDataContent
        {
            { new StringContent("87,5"), "value" },
            { new ByteArrayContent([1, 2, 3]), "evidence", "bukti.pdf" },
        };

        Assert.Equal((200, "87,5 bukti.pdf 3"), await world.SendAsync(HttpMethod.Post, "/form", form));
    }

    [Fact]
    public async Task Server_sent_events_stream_while_the_function_runs()
    {
        await using var world = await World.StartAsync(typeof(Answers));

        using var stream = await world.Http.GetStreamAsync("/events", Stop);
        using var reader = new StreamReader(stream);
        var first = await reader.ReadLineAsync(Stop);
        Answers.Release.SetResult();

        Assert.Equal("data: one", first);
        Assert.Equal("\ndata: two\n\n", await reader.ReadToEndAsync(Stop));
    }

    [Theory]
    [InlineData("/locked", null, 401)]
    [InlineData("/locked", "wrong", 401)]
    [InlineData("/locked", "function", 200)]
    [InlineData("/locked", "master", 200)]
    [InlineData("/admin-only", "function", 401)]
    [InlineData("/admin-only", "master", 200)]
    public async Task A_function_level_is_opened_by_its_key(string path, string? key, int status)
    {
        await using var world = await World.StartAsync(typeof(Answers));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null) request.Headers.Add("x-functions-key", key);

        using var response = await world.Http.SendAsync(request, Stop);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status, (await world.GetAsync(key is null ? path : $"{path}?code={key}")).Status);
    }

    [Theory]
    [InlineData(30_000_001, 413, null)]
    [InlineData(30_000_000, 200, null)]
    [InlineData(40_000_000, 200, 50_000_000L)]
    [InlineData(104_857_601, 500, 200_000_000L)]
    public async Task A_body_is_limited_as_on_the_real_host(int length, int status, long? configured)
    {
        await using var world = await World.Of(typeof(Answers)).With(builder =>
        {
            if (configured is { } limit)
                builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = limit);
        }).StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/size")
        {
            Content = new ByteArrayContent(new byte[length]),
        };
        request.Headers.ExpectContinue = true;

        using var response = await world.Http.SendAsync(request, Stop);

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200) Assert.Equal($"{length}", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_the_request_and_not_the_function()
    {
        await using var world = await World.StartAsync(typeof(Answers));
        using var leaving = new CancellationTokenSource();
        var request = world.Http.GetAsync("/wait", leaving.Token);
        await Answers.Waiting.Task.WaitAsync(Stop);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Equal("aborted: True, stopping: False", await Answers.Left.Task.WaitAsync(Stop));
    }

    public sealed record Item(string UnitCode, Level Level);

    public enum Level
    {
        Low,
        High,
    }

    public sealed class Answers
    {
        private static readonly Item Sample = new("biro", Level.High);

        public static TaskCompletionSource Release { get; } = new();

        public static TaskCompletionSource Waiting { get; } = new();

        public static TaskCompletionSource<string> Left { get; } = new();

        [Function("ResultText")]
        public string Text(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/text")] HttpRequest request
        ) => "salam";

        [Function("ResultObject")]
        public Item Object(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/object")] HttpRequest request
        ) => Sample;

        [Function("ResultResult")]
        public IResult Result(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/iresult")] HttpRequest request) =>
            Results.Json(Sample, statusCode: 202);

        [Function("ResultAction")]
        public IActionResult Action(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/iaction")] HttpRequest request) =>
            new ConflictObjectResult(Sample);

        [Function("ResultTyped")]
        public Microsoft.AspNetCore.Http.HttpResults.Results<
            Microsoft.AspNetCore.Http.HttpResults.Ok<Item>, Microsoft.AspNetCore.Http.HttpResults.NotFound> Typed(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/typed")] HttpRequest request) =>
            TypedResults.Ok(Sample);

        [Function("Cookies")]
        public IResult Cookies([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            request.HttpContext.Response.Cookies.Append("a", "1", new CookieOptions { HttpOnly = true });
            request.HttpContext.Response.Cookies.Append("b", "2");
            return Results.Redirect("/elsewhere");
        }

        [Function("File")]
        public IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.File(
            "abcdef"u8.ToArray(), "application/pdf", entityTag: new("\"tag\""), enableRangeProcessing: true);

        [Function("Form")]
        public async Task<string> Form([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            var form = await request.ReadFormAsync();
            return $"{form["value"]} {form.Files[0].FileName} {form.Files[0].Length}";
        }

        [Function("Events")]
        public IResult Events([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Stream(
            async body =>
            {
                await body.WriteAsync("data: one\n\n"u8.ToArray());
                await body.FlushAsync();
                await Release.Task;
                await body.WriteAsync("data: two\n\n"u8.ToArray());
            },
            "text/event-stream");

        [Function("Locked")]
        public string Locked([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => "open";

        [Function("AdminOnly")]
        public string AdminOnly(
            [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "admin-only")] HttpRequest request) => "open";

        [Function("Size")]
        public async Task<IResult> Size([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            try
            {
                using var memory = new MemoryStream();
                await request.Body.CopyToAsync(memory);
                return Results.Text($"{memory.Length}");
            }
            catch (Microsoft.AspNetCore.Http.BadHttpRequestException error)
            {
                return Results.StatusCode(error.StatusCode);
            }
        }

        [Function("Wait")]
        public async Task Wait(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
            CancellationToken stopping)
        {
            Waiting.SetResult();
            var aborted = request.HttpContext.RequestAborted;
            await Task.Delay(Timeout.Infinite, aborted).ContinueWith(_ => { }, TaskScheduler.Default);
            Left.SetResult($"aborted: {aborted.IsCancellationRequested}, stopping: {stopping.IsCancellationRequested}");
        }
    }
}
