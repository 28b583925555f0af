using System.Net;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions.Access;

/// <summary>A person's browser: its own cookies, and nothing that the mailbox does not give.</summary>
internal sealed class Person : IDisposable
{
    private readonly RunningOffice _office;
    private readonly Dictionary<string, string> _cookies = [];
    private readonly HttpClient _http;

    public Person(RunningOffice office)
    {
        _office = office;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = office.Http.BaseAddress,
        };
    }

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public static async Task<Person> SignedInAsync(RunningOffice office, string address)
    {
        var person = new Person(office);
        using var answer = await person.EnterAsync(address, await person.CodeAsync(address));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return person;
    }

    /// <summary>Asks for a code and waits for the letter.</summary>
    public async Task<string> CodeAsync(string address)
    {
        var before = _office.Mailbox.CodeOf(address);
        using var asked = await AskAsync(address);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        while (true)
        {
            if (_office.Mailbox.CodeOf(address) is { } code && code != before)
                return code;
            // The letter goes out behind the answer; each turn is a call of the app.
            await _office.SettleAsync();
        }
    }

    public async Task<HttpResponseMessage> AskAsync(string address, string? forwardedFor = null) =>
        await PostAsync("masuk", await FormAsync(address, "minta-kode"), forwardedFor);

    public async Task<HttpResponseMessage> EnterAsync(string address, string code, string? forwardedFor = null)
    {
        var form = await FormAsync(address, "masuk");
        form["kode"] = code;
        return await PostAsync("masuk", form, forwardedFor);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, form: null);

    public Task<HttpResponseMessage> PostAsync(
        string path,
        IReadOnlyDictionary<string, string> form,
        string? forwardedFor = null
    ) => SendAsync(HttpMethod.Post, path, form, forwardedFor);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        IReadOnlyDictionary<string, string>? form,
        string? forwardedFor = null
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.RelativeOrAbsolute));
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form);
        var answer = await _http.SendAsync(request, RunningOffice.Cancellation);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            var pair = set.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
                _cookies.Remove(pair[0]);
            else
                _cookies[pair[0]] = Uri.UnescapeDataString(pair[1]);
        }

        return answer;
    }

    /// <summary>A copy of the browser as it is now.</summary>
    public Person Copy()
    {
        var copy = new Person(_office);
        foreach (var (name, value) in _cookies)
            copy._cookies[name] = value;
        return copy;
    }

    public void Dispose() => _http.Dispose();

    private async Task<Dictionary<string, string>> FormAsync(string address, string action)
    {
        using var page = await GetAsync("masuk");
        var form = PageForm.Read(await page.Content.ReadAsStringAsync(RunningOffice.Cancellation))!.Fields;
        form["surel"] = address;
        form["tindakan"] = action;
        return form;
    }
}
