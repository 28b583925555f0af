using System.Net.Http.Json;
using System.Text;

namespace Sakip.Rehearsal;

/// <summary>Where the clock stands, and whether it got as far as it was let.</summary>
internal sealed record ClockReading(DateTimeOffset Now, DateTimeOffset? NextDue, bool Reached);

/// <summary>The app over HTTP. A call that fails because the app died starts it again and is made once more.</summary>
internal sealed class Office : IDisposable
{
    private readonly IApp _app;
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _starting = new(1);

    private ClockReading? _clock;

    public Office(IApp app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = app.Address, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>
    /// Lets the clock move to the next due instant, not later than <paramref name="until"/>: once, also where the app was
    /// gone meanwhile and had moved it already.
    /// </summary>
    public async Task<ClockReading> StepAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        while (true)
        {
            if (await TryStepAsync(until, cancellation) is { } reading)
                return _clock = reading;
            // What was under way is finished where the clock stands.
            var settled = await TryStepAsync(DateTimeOffset.MinValue, cancellation);
            while (settled is null)
                settled = await TryStepAsync(DateTimeOffset.MinValue, cancellation);
            if (_clock is null || settled.Now > _clock.Now)
                return _clock = settled with { Reached = settled.Now >= until && !(settled.NextDue <= until) };
        }
    }

    /// <summary>A planner's call, with the function key.</summary>
    public Task<HttpResponseMessage> PlanAsync(
        HttpMethod method,
        string path,
        string? json,
        CancellationToken cancellation
    ) =>
        SendPlanAsync(
            method,
            path,
            () => json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
            cancellation
        );

    /// <summary>The same with any content.</summary>
    /// <param name="content">Makes what is sent, anew for each try.</param>
    public Task<HttpResponseMessage> SendPlanAsync(
        HttpMethod method,
        string path,
        Func<HttpContent?> content,
        CancellationToken cancellation
    ) => SendAsync(() => Keyed(method, path, content()), cancellation);

    public Task<HttpResponseMessage> OpenAsync(Uri link, CancellationToken cancellation) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, Here(link)), cancellation);

    public Task<HttpResponseMessage> SubmitAsync(
        Uri link,
        IReadOnlyDictionary<string, string> form,
        CancellationToken cancellation
    ) =>
        SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, Here(link)) { Content = new FormUrlEncodedContent(form) },
            cancellation
        );

    public Task LieStillAsync(DateTimeOffset until, CancellationToken cancellation) =>
        _app.LieStillAsync(until, cancellation);

    public void Dispose()
    {
        _http.Dispose();
        _starting.Dispose();
    }

    // Several people may notice at once that it is gone.
    private async Task ReviveAsync(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            if (!_app.IsRunning)
                await _app.StartAsync(cancellation);
        }
        finally
        {
            _starting.Release();
        }
    }

    private HttpRequestMessage Keyed(HttpMethod method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("x-functions-key", _app.FunctionKey);
        return request;
    }

    // After a restart the app may listen elsewhere; a link's path is what counts.
    private static Uri Here(Uri link) => new(link.PathAndQuery, UriKind.Relative);

    /// <summary>Makes a call, again where the app was gone.</summary>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        while (true)
        {
            using var request = make();
            if (await SendOnceAsync(request, cancellation) is { } answer)
                return answer;
        }
    }

    private async Task<ClockReading?> TryStepAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ".clock")
        {
            Content = JsonContent.Create(new { until }),
        };
        using var answer = await SendOnceAsync(request, cancellation);
        if (answer is null)
            return null;
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<ClockReading>(cancellation);
    }

    /// <summary>Null when the app was gone; it runs again.</summary>
    private async Task<HttpResponseMessage?> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (await TrySendAsync(request, cancellation) is { } answer)
            return answer;
        if (_app.IsRunning)
            await Task.Delay(100, cancellation);
        await ReviveAsync(cancellation);
        return null;
    }

    /// <summary>Null when the app is gone: what it had answered by then may not be the truth.</summary>
    private async Task<HttpResponseMessage?> TrySendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _app.Gone);
        try
        {
            var answer = await _http.SendAsync(request, either.Token);
            if (_app.IsRunning)
                return answer;
            answer.Dispose();
            return null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException)
            when (!cancellation.IsCancellationRequested && _app.Gone.IsCancellationRequested)
        {
            return null;
        }
    }
}
