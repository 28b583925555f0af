using System.Net.Http.Json;
using System.Text;

namespace Sakip.Rehearsal;

/// <summary>Where the clock stands, and whether it got as far as it was let.</summary>
internal sealed record ClockReading(DateTimeOffset Now, DateTimeOffset? NextDue, bool Reached);

/// <summary>The app over HTTP. A call that fails because the app died starts it again and is made once more.</summary>
internal sealed class Office : IDisposable
{
    private readonly AppProcess _app;
    private readonly HttpClient _http;

    public Office(AppProcess app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = app.Address, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Lets the clock move to the next due instant, not later than <paramref name="until"/>.</summary>
    public async Task<ClockReading> StepAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        using var answer = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, ".clock") { Content = JsonContent.Create(new { until }) }, cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<ClockReading>(cancellation))!;
    }

    /// <summary>A planner's call, with the function key.</summary>
    public Task<HttpResponseMessage> PlanAsync(HttpMethod method, string path, string? json, CancellationToken cancellation) =>
        SendAsync(() => Keyed(method, path, json), cancellation);

    public Task<HttpResponseMessage> OpenAsync(Uri link, CancellationToken cancellation) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, Here(link)), cancellation);

    public Task<HttpResponseMessage> SubmitAsync(
        Uri link, IReadOnlyDictionary<string, string> form, CancellationToken cancellation) =>
        SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, Here(link)) { Content = new FormUrlEncodedContent(form) }, cancellation);

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Keyed(HttpMethod method, string path, string? json)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-functions-key", _app.FunctionKey);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return request;
    }

    // After a restart the app may listen elsewhere; a link's path is what counts.
    private static Uri Here(Uri link) => new(link.PathAndQuery, UriKind.Relative);

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                using var request = make();
                return await _http.SendAsync(request, cancellation);
            }
            catch (HttpRequestException)
            {
                if (_app.IsRunning) await Task.Delay(100, cancellation);
                if (!_app.IsRunning) await _app.StartAsync(cancellation);
            }
        }
    }
}
