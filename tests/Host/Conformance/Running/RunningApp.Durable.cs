using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Sakip.Tests.Host.Conformance.Running;

/// <content>Instances, by the small app's addresses for its durable client.</content>
internal sealed partial class RunningApp
{
    public async Task StartInstanceAsync(string name, string id, object? input = null, string query = "")
    {
        var answer = await PostAsync($"/api/start/{name}/{id}{query}", input);
        Assert.Equal((200, $"\"{id}\""), answer);
    }

    public Task<(int Status, string Body)> RaiseAsync(string id, string name, object? payload = null) =>
        PostAsync($"/api/instances/{id}/events/{name}", payload);

    /// <summary>Suspends, resumes, terminates, restarts, rewinds or signals.</summary>
    public Task<(int Status, string Body)> ControlAsync(string id, string verb) =>
        SendAsync(HttpMethod.Put, $"/api/instances/{id}/{verb}");

    /// <summary>The instance as it is when nothing is left to do at the clock's instant.</summary>
    public async Task<Instance> SettledAsync(string id)
    {
        await SettleAsync();
        return await InstanceAsync(id);
    }

    public async Task<Instance> InstanceAsync(string id) =>
        (await Http.GetFromJsonAsync<Instance>($"/api/instances/{id}", Patience.Cancellation))!;

    /// <summary>Waits, on the machine's clock, until it has ended.</summary>
    public async Task<Instance> EndOfAsync(string id) =>
        (await Http.GetFromJsonAsync<Instance>($"/api/instances/{id}/end", Patience.Cancellation))!;

    public async Task<string[]> HistoryAsync(string id) =>
        (await Http.GetFromJsonAsync<string[]>($"/api/instances/{id}/history", Patience.Cancellation))!;

    public async Task<string[][]> PagesAsync(string query) =>
        (await Http.GetFromJsonAsync<string[][]>($"/api/instances?{query}", Patience.Cancellation))!;

    // A text is the JSON itself, so that a test says how a figure is written.
    private async Task<(int Status, string Body)> PostAsync(string path, object? input)
    {
        var json = input is null ? "" : input as string ?? JsonSerializer.Serialize(input, JsonSerializerOptions.Web);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Post, path, content);
    }
}

/// <summary>What the durable client of the small app tells of an instance.</summary>
internal sealed record Instance(
    string Name,
    string Id,
    string Status,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    string? Input,
    string? Output,
    string? Custom,
    string? Failure,
    string? InnerFailure,
    Dictionary<string, string> Tags
);
