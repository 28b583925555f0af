using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sakip.Commands;

/// <summary>What needs the engine is asked of the running app: <c>--url</c>, and the key of <c>SAKIP_KEY</c> or the data folder.</summary>
internal static class AppCalls
{
    private const string LocalAddress = "http://127.0.0.1:7071/";

    public static async Task<int> RebuildAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var path = $"api/operations/offices/{Uri.EscapeDataString(line.Need("--unit"))}/{line.Year()}/rebuild";
        using var answer = await SendAsync(line, HttpMethod.Post, path, cancellation);
        output.WriteLine(
            answer.IsSuccessStatusCode
                ? "Orkestrasi dibangun kembali dari tabel. Periksa hasilnya dengan: doctor"
                : $"✗ {await ReasonAsync(answer, cancellation)}"
        );
        return answer.IsSuccessStatusCode ? 0 : 1;
    }

    /// <summary>Has letters sent again that were given up: the one of <c>--key</c>, or all of the year.</summary>
    public static async Task<int> ResendAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var path = $"api/offices/{Uri.EscapeDataString(line.Need("--unit"))}/{line.Year()}/messages/resends";
        using var answer = await SendAsync(
            line,
            HttpMethod.Post,
            path,
            cancellation,
            JsonContent.Create(new { key = line.Value("--key") })
        );
        if (!answer.IsSuccessStatusCode)
        {
            output.WriteLine($"✗ {await ReasonAsync(answer, cancellation)}");
            return 1;
        }

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
        int Count(string name) => json.RootElement.GetProperty(name).GetInt32();
        output.WriteLine(
            $"{Count("sent")} surat terkirim, {Count("waiting")} menunggu dicoba lagi, {Count("failed")} tidak terkirim."
        );
        return Count("failed") == 0 ? 0 : 1;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        CommandLine line,
        HttpMethod method,
        string path,
        CancellationToken cancellation,
        HttpContent? body = null
    )
    {
        using var http = new HttpClient
        {
            BaseAddress = new Uri(line.Value("--url") ?? LocalAddress),
            Timeout = TimeSpan.FromMinutes(3),
        };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (KeyOf(line) is { } key)
            http.DefaultRequestHeaders.Add("x-functions-key", key);
        try
        {
            return await http.SendAsync(new HttpRequestMessage(method, path) { Content = body }, cancellation);
        }
        catch (HttpRequestException)
        {
            throw new UsageException(
                $"Aplikasi di {http.BaseAddress} tidak menjawab. Jalankan dahulu, atau sebutkan alamatnya: --url"
            );
        }
    }

    private static string? KeyOf(CommandLine line)
    {
        if (Environment.GetEnvironmentVariable("SAKIP_KEY") is { Length: > 0 } given)
            return given;
        var kept = Path.Combine(line.Value("--data") ?? ".data", "keys.json");
        if (!File.Exists(kept))
            return Environment.GetEnvironmentVariable("AzureWebJobsFunctionKey");
        using var json = JsonDocument.Parse(File.ReadAllText(kept));
        return json.RootElement.GetProperty("Function").GetString();
    }

    private static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        try
        {
            using var problem = JsonDocument.Parse(text);
            return problem.RootElement.GetProperty("detail").GetString()!;
        }
        catch (Exception none) when (none is JsonException or KeyNotFoundException)
        {
            return $"Aplikasi menjawab {(int)answer.StatusCode}. Periksa kuncinya (SAKIP_KEY).";
        }
    }
}
