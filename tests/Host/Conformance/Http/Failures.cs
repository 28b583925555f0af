using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Http;

/// <summary>Functions and callers that fail.</summary>
[Collection(OnTheWeb.Name)]
public sealed class Failures(WebApp shared)
{
    // The worker answers a failed function by an empty 200: that never reaches the caller.
    [Theory]
    [InlineData("/api/throws")]
    [InlineData("/api/throwslate")]
    public async Task A_function_or_result_that_throws_is_an_empty_500(string path) =>
        Assert.Equal((500, ""), await shared.App.GetAsync(path));

    [Fact]
    public async Task Middleware_may_answer_what_the_function_throws() =>
        Assert.Equal((418, "answered by the middleware"), await shared.App.GetAsync("/api/refused"));

    [Fact]
    public async Task What_throws_after_its_answer_has_begun_is_cut_off_before_its_end()
    {
        using var answer = await shared.App.Http.GetAsync(
            "/api/throwsinthemiddle",
            HttpCompletionOption.ResponseHeadersRead,
            Patience.Cancellation
        );
        await using var stream = await answer.Content.ReadAsStreamAsync(Patience.Cancellation);
        using var reader = new StreamReader(stream);

        Assert.Equal(200, (int)answer.StatusCode);
        await Assert.ThrowsAnyAsync<IOException>(() => reader.ReadToEndAsync(Patience.Cancellation));
    }

    [Fact]
    public async Task A_function_that_cuts_its_caller_off_harms_nobody_else()
    {
        try
        {
            Assert.InRange((await shared.App.GetAsync("/api/aborts")).Status, 500, 599);
        }
        catch (HttpRequestException)
        {
            // The connection was closed without an answer: as well.
        }

        Assert.Equal((200, "salam"), await shared.App.GetAsync("/api/text"));
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_request()
    {
        using var leaving = new CancellationTokenSource();
        var request = shared.App.Http.GetAsync("/api/waits", leaving.Token);
        await shared.App.Folder.NotedAsync("waits begun");

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await shared.App.Folder.NotedAsync("waits aborted: True");
    }

    [Fact]
    public async Task Malformed_json_that_is_bound_to_a_parameter_fails_that_request_alone()
    {
        using var malformed = new StringContent("{\"unitCode\":", null, "application/json");
        using var proper = new StringContent("""{"unitCode":"biro","level":"High"}""", null, "application/json");

        var failed = await shared.App.SendAsync(HttpMethod.Post, "/api/bound", malformed);
        var bound = await shared.App.SendAsync(HttpMethod.Post, "/api/bound", proper);

        Assert.Equal((500, ""), failed);
        Assert.Equal((200, "biro High"), bound);
    }

    [Fact]
    public async Task What_the_app_logs_is_written_from_the_level_that_host_json_says()
    {
        await shared.App.GetAsync("/api/logs");

        await Patience.UntilAsync(() => Written("said aloud 42"), () => "It was not written.");
        Assert.False(Written("said below the level"));
        Assert.False(Written("said into the void"));
    }

    private bool Written(string words) => shared.App.Lines.Any(line => line.Contains(words, StringComparison.Ordinal));
}
