using System.Diagnostics;
using Sakip.Rehearsal;

namespace Sakip.Benchmarks.Pages;

/// <param name="Name">The page or read as it is reported, whatever its parameters.</param>
internal sealed record Sample(string Name, double Milliseconds, int Bytes, int Status);

/// <summary>One person with a browser's cookies, or a machine with the key, that reads one page after another.</summary>
internal sealed class Reader : IDisposable
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _cookies = [];

    public Reader(Uri address, string? key = null)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
        };
        if (key is not null)
            _http.DefaultRequestHeaders.Add("x-functions-key", key);
    }

    public async Task SignInAsync(LoadedOffice office, string address)
    {
        var before = office.Mailbox.CodeOf(address);
        using (await PostAsync(address, "minta-kode", null))
        {
            // The letter comes behind the answer.
        }

        string? code;
        while ((code = office.Mailbox.CodeOf(address)) is null || code == before)
            await office.Office.StepAsync(DateTimeOffset.MinValue, CancellationToken.None);
        using var entered = await PostAsync(address, "masuk", code);
        if ((int)entered.StatusCode != 303)
            throw new RehearsalException($"{address} tidak dapat masuk: {(int)entered.StatusCode}");
    }

    /// <summary>Reads pages in turn, with a pause for reading between them, until the time is over.</summary>
    public async Task<List<Sample>> ReadAsync(
        IReadOnlyList<(string Name, string Path)> pages,
        Random random,
        TimeSpan pause,
        TimeSpan @for
    )
    {
        var samples = new List<Sample>();
        var (end, next) = (
            Stopwatch.GetTimestamp() + (long)(@for.TotalSeconds * Stopwatch.Frequency),
            random.Next(pages.Count)
        );
        await Task.Delay(pause * random.NextDouble());
        while (Stopwatch.GetTimestamp() < end)
        {
            var (name, path) = pages[next++ % pages.Count];
            var start = Stopwatch.GetTimestamp();
            using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
            var body = await answer.Content.ReadAsByteArrayAsync();
            samples.Add(
                new Sample(name, Stopwatch.GetElapsedTime(start).TotalMilliseconds, body.Length, (int)answer.StatusCode)
            );
            await Task.Delay(pause * (0.5 + random.NextDouble()));
        }

        return samples;
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string address, string action, string? code)
    {
        using var page = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "masuk"));
        var form = PageForm.Read(await page.Content.ReadAsStringAsync())!.Fields;
        (form["surel"], form["tindakan"]) = (address, action);
        if (code is not null)
            form["kode"] = code;
        return await SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "masuk") { Content = new FormUrlEncodedContent(form) }
        );
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        var answer = await _http.SendAsync(request);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            var pair = set.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = Uri.UnescapeDataString(pair[1]);
        }

        return answer;
    }
}
