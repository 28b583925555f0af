using System.Net.Http.Json;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Http;

/// <summary>What a function learns of a request.</summary>
[Collection(OnTheWeb.Name)]
public sealed class Requests(WebApp shared)
{
    [Fact]
    public async Task The_function_sees_the_caller_s_own_address_host_path_and_query()
    {
        var echo = await EchoAsync("/api/echo?x=%2F%20&y", ("Host", "sakip.example:8080"), ("X-Own", "a, b"));

        Assert.Equal("GET", echo.Method);
        Assert.Equal("http", echo.Scheme);
        Assert.Equal("sakip.example:8080", echo.Host);
        Assert.Equal("127.0.0.1", echo.Remote);
        Assert.Equal("/api/echo", echo.Path);
        Assert.Equal("?x=%2F%20&y", echo.Query);
        Assert.Equal("a, b", echo.Headers["x-own"]);
    }

    [Fact]
    public async Task The_host_appends_its_peer_to_the_forwarded_addresses_and_leaves_those_of_the_caller()
    {
        var echo = await EchoAsync("/api/echo", ("X-Forwarded-For", "203.0.113.7, 10.0.0.9"));

        Assert.Equal("127.0.0.1", echo.Remote);
        Assert.Equal(
            ["203.0.113.7", "10.0.0.9"],
            echo.Headers["x-forwarded-for"].Split(',', StringSplitOptions.TrimEntries)
        );
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "jahat.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    public async Task Forwarded_host_and_scheme_of_the_caller_are_replaced(string header, string value)
    {
        var echo = await EchoAsync("/api/echo", (header, value));

        Assert.Equal("http", echo.Scheme);
        Assert.Equal(shared.App.Address.Authority, echo.Host);
        Assert.DoesNotContain(echo.Headers, pair => pair.Value == value);
    }

    [Fact]
    public async Task The_caller_cannot_choose_its_invocation()
    {
        const string Chosen = "11111111-1111-1111-1111-111111111111";

        var told = await ReadAsync<Told>("/api/invocation/biro", ("x-ms-invocation-id", Chosen));

        Assert.True(Guid.TryParse(told.InvocationId, out _));
        Assert.NotEqual(Chosen, told.InvocationId);
        Assert.Equal(told.InvocationId, told.Header);
        Assert.Equal(
            ("Invocation", "Sakip.SmallApp.Http.Requests.Invocation", "biro"),
            (told.Name, told.EntryPoint, told.Unit)
        );
    }

    [Fact]
    public async Task The_caller_s_trace_goes_on_in_the_function()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var told = await ReadAsync<Told>("/api/invocation/biro", ("traceparent", $"00-{Trace}-00f067aa0ba902b7-01"));

        Assert.Contains(Trace, told.TraceParent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_of_one_hop_go_no_further()
    {
        var echo = await EchoAsync("/api/echo", ("Connection", "Keep-Alive"), ("Keep-Alive", "timeout=5"));

        Assert.DoesNotContain("connection", echo.Headers.Keys);
        Assert.DoesNotContain("keep-alive", echo.Headers.Keys);
    }

    [Fact]
    public async Task A_form_with_a_file_is_read()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("87,5"), "value" },
            { new ByteArrayContent([1, 2, 3]), "evidence", "bukti.pdf" },
        };
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["value"] = "a & b" });

        Assert.Equal((200, "87,5 bukti.pdf 3"), await shared.App.SendAsync(HttpMethod.Post, "/api/form", form));
        Assert.Equal((200, "a & b"), await shared.App.SendAsync(HttpMethod.Post, "/api/form", fields));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(40_000_000, 200)]
    [InlineData(50_000_001, 413)]
    public async Task A_body_is_limited_by_the_app_s_own_limit(int length, int status)
    {
        var (known, body) = await SizeAsync(length, chunked: false);
        var (streamed, _) = await SizeAsync(length, chunked: true);

        Assert.Equal((status, status), (known, streamed));
        if (status == 200)
            Assert.Equal($"{length}", body);
    }

    // More than a hundred megabytes are an empty 500 of the host, whatever the app would take.
    [Fact]
    public async Task The_host_s_own_limit_is_a_hundred_megabytes() =>
        Assert.Equal((500, ""), await SizeAsync(104_857_601, chunked: false));

    private async Task<(int Status, string Body)> SizeAsync(int length, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/size")
        {
            Content = new StreamContent(new MemoryStream(new byte[length])),
        };
        request.Headers.ExpectContinue = true;
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await shared.App.Http.SendAsync(request, Patience.Cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Patience.Cancellation));
    }

    private Task<Echo> EchoAsync(string path, params (string Name, string Value)[] headers) =>
        ReadAsync<Echo>(path, headers);

    private async Task<T> ReadAsync<T>(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await shared.App.Http.SendAsync(request, Patience.Cancellation);
        return (await answer.Content.ReadFromJsonAsync<T>(Patience.Cancellation))!;
    }

    private sealed record Echo(
        string Method,
        string Scheme,
        string Host,
        string Remote,
        string Path,
        string Query,
        Dictionary<string, string> Headers
    );

    private sealed record Told(
        string InvocationId,
        string Header,
        string Name,
        string EntryPoint,
        string Unit,
        string TraceParent
    );
}
