namespace Sakip.Tests.Host.Conformance.Running;

/// <content>Requests.</content>
internal sealed partial class RunningApp
{
    /// <summary>The status and the body of the answer.</summary>
    public async Task<(int Status, string Body)> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request, Patience.Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Patience.Cancellation));
    }

    public Task<(int Status, string Body)> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Fires a timer function as an administrator does.</summary>
    public async Task<int> FireAsync(string function) =>
        (
            await SendAsync(
                HttpMethod.Post,
                $"/admin/functions/{function}",
                null,
                ("x-functions-key", AppPlan.MasterKey)
            )
        ).Status;
}
