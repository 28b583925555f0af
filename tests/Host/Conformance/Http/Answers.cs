using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Http;

/// <summary>What a function returns, as it reaches the caller.</summary>
[Collection(OnTheWeb.Name)]
public sealed class Answers(WebApp shared)
{
    private const string Json = "application/json; charset=utf-8";
    private const string Item = """{"unitCode":"biro","level":"High"}""";

    [Theory]
    [InlineData("/api/text", 200, "text/plain; charset=utf-8", "salam")]
    [InlineData("/api/result", 202, Json, Item)]
    [InlineData("/api/action", 409, Json, Item)]
    [InlineData("/api/typed", 200, Json, Item)]
    [InlineData("/api/several", 200, Json, Item)]
    public async Task Every_kind_of_result_is_written_once_in_the_app_s_json(
        string path,
        int status,
        string type,
        string body
    )
    {
        using var answer = await shared.App.Http.GetAsync(path, Patience.Cancellation);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Patience.Cancellation));
    }

    [Theory]
    [InlineData("/api/nothing", 200, "Nothing")]
    [InlineData("/api/nothinglater", 203, "NothingLater")]
    [InlineData("/api/accepted", 202, "Accepted")]
    [InlineData("/api/nocontent", 204, "NoContent")]
    [InlineData("/api/teapot", 418, "Teapot")]
    [InlineData("/api/plaintext", 200, "PlainText")]
    [InlineData("/api/plainobject", 200, "PlainObject")]
    public async Task What_is_no_result_is_no_body_and_keeps_its_status_and_the_app_s_headers(
        string path,
        int status,
        string function
    )
    {
        using var answer = await shared.App.Http.GetAsync(path, Patience.Cancellation);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal($"{function} middleware", Assert.Single(answer.Headers.GetValues("x-small-app")));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Patience.Cancellation));
    }

    [Fact]
    public async Task Several_cookies_and_a_redirect_pass()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cookies");
        request.Headers.Add("Cookie", "given=kue; other=1");

        using var answer = await shared.App.Http.SendAsync(request, Patience.Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/elsewhere", answer.Headers.Location?.ToString());
        Assert.Equal(["a=1; path=/; httponly", "b=kue; path=/"], answer.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task A_download_answers_ranges_with_its_etag()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/download");
        request.Headers.Range = new RangeHeaderValue(2, 4);

        using var answer = await shared.App.Http.SendAsync(request, Patience.Cancellation);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("\"tag\"", answer.Headers.ETag?.Tag);
        Assert.Equal("bytes 2-4/6", answer.Content.Headers.ContentRange?.ToString());
        Assert.Equal("cde", await answer.Content.ReadAsStringAsync(Patience.Cancellation));
    }

    [Fact]
    public async Task What_is_cached_by_its_etag_is_not_sent_again()
    {
        Assert.Equal((304, ""), await shared.App.GetAsync("/api/download", ("If-None-Match", "\"tag\"")));
    }

    [Fact]
    public async Task The_length_of_what_is_only_asked_for_is_told()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/listed");

        using var answer = await shared.App.Http.SendAsync(request, Patience.Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task The_older_request_and_response_types_work_too()
    {
        using var content = new StringContent("salam", Encoding.UTF8);

        Assert.Equal((201, "classic salam"), await shared.App.SendAsync(HttpMethod.Post, "/api/classic", content));
    }

    [Fact]
    public async Task A_large_answer_streams_whole()
    {
        using var stream = await shared.App.Http.GetStreamAsync("/api/big/64", Patience.Cancellation);
        var (total, buffer) = (0L, new byte[1 << 16]);
        while (await stream.ReadAsync(buffer, Patience.Cancellation) is > 0 and var read)
            total += read;

        Assert.Equal(64L << 20, total);
    }

    [Fact]
    public async Task Server_sent_events_arrive_while_the_function_runs()
    {
        using var stream = await shared.App.Http.GetStreamAsync("/api/events", Patience.Cancellation);
        using var reader = new StreamReader(stream);
        var first = await reader.ReadLineAsync(Patience.Cancellation);
        shared.App.Folder.Put("second-event");

        Assert.Equal("data: one", first);
        Assert.Equal("\ndata: two\n\n", await reader.ReadToEndAsync(Patience.Cancellation));
    }
}
