using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Sakip.Rehearsal;
using Sakip.Tests.Webhooks;

namespace Sakip.Tests.Functions.Access;

/// <summary>An administrator names a receiver on the page; what changes in the office reaches it, also when it misbehaves.</summary>
public sealed partial class SettingsTests
{
    private const string Hooks = Base + "/webhook";

    [Fact]
    public async Task A_receiver_is_told_of_a_change_as_soon_as_it_takes_it_and_its_secret_is_shown_once()
    {
        await office.StartYearAsync();
        await using var receiver = await WebhookReceiver.StartAsync(
            WebhookReceiver.Status(500),
            WebhookReceiver.HangUp
        );
        using var person = await Person.SignedInAsync(office, Administrator);
        using var made = await AddAsync(person, receiver.Address.ToString());
        var page = await made.Content.ReadAsStringAsync(RunningOffice.Cancellation);
        var secret = SecretPattern().Match(page).Value;
        Assert.StartsWith("sakip_", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await ReadAsync(person, Hooks), StringComparison.Ordinal);
        Assert.DoesNotContain(
            secret,
            await TextAsync(HttpMethod.Get, RunningOffice.Year + "/webhooks"),
            StringComparison.Ordinal
        );

        var holidays = await FormAsync(person, Base + "/hari-libur");
        (holidays["tanggal"], holidays["nama"], holidays["lingkup"]) = ("2024-11-04", "Hari uji", "Bali");
        (holidays["sumber"], holidays["alasan"], holidays["aksi"]) = (
            "Surat edaran",
            "Diuji dengan penerima",
            "simpan"
        );
        using (await person.PostAsync(Base + "/hari-libur", holidays))
        {
            // The sweep of the day begins the delivery; its retries are timers.
        }

        // The first sweep may also tell of the year's first steps: everything was on its way when the receiver came.
        await office.MoveToAsync(new DateTimeOffset(2024, 1, 3, 12, 0, 0, TimeSpan.Zero));
        var delivered = await DeliveriesAsync(receiver.Address.ToString());
        var changed = receiver.Taken.Last(one =>
            one.Body.Contains("plan.changed", StringComparison.Ordinal)
            && delivered.Any(row =>
                one.Body.Contains($"\"sequence\":{row.GetProperty("sequence").GetInt64()},", StringComparison.Ordinal)
            )
        );

        Assert.All(delivered, row => Assert.Equal("Delivered", row.GetProperty("state").GetString()));
        Assert.Contains(delivered, row => row.GetProperty("tries").GetInt32() > 1);
        Assert.True(receiver.Taken.Count >= delivered.Length + 2);
        AssertSigned(changed.Body, changed.Headers, secret);
        Assert.DoesNotContain(
            "rahayu",
            string.Concat(receiver.Taken.Select(one => one.Body)),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains("Diterima", await ReadAsync(person, Hooks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_sends_us_elsewhere_fails_where_people_see_it_and_is_sent_to_again_by_hand()
    {
        await office.StartYearAsync();
        await using var receiver = await WebhookReceiver.StartAsync([
            .. Enumerable.Repeat<Func<HttpContext, Task>>(WebhookReceiver.Elsewhere, 40),
        ]);
        using var person = await Person.SignedInAsync(office, AppSettings.Administrator);
        using var made = await AddAsync(person, receiver.Address.ToString() + "/lain");
        var form = new Dictionary<string, string>
        {
            ["penanda"] = (await FormAsync(person, Hooks))["penanda"],
            ["penerima"] = HookPattern()
                .Match(await made.Content.ReadAsStringAsync(RunningOffice.Cancellation))
                .Groups[1]
                .Value,
            ["aksi"] = "coba",
        };

        using var trial = await person.PostAsync(Hooks, form);

        Assert.Contains(
            "pengalihan tidak diikuti",
            await trial.Content.ReadAsStringAsync(RunningOffice.Cancellation),
            StringComparison.Ordinal
        );
        Assert.Equal("ping", Assert.Single(receiver.Taken).Headers["Sakip-Event"]);
    }

    [Theory]
    [InlineData("http://10.0.0.5/sakip", "https://")]
    [InlineData("https://169.254.169.254/", "jaringan dalam")]
    [InlineData("https://basisdata.internal/", "jaringan dalam")]
    public async Task An_address_inside_the_network_is_refused_with_what_was_typed(string address, string words)
    {
        await office.StartYearAsync();
        using var person = await Person.SignedInAsync(office, Administrator);

        using var refused = await AddAsync(person, address);
        var page = await refused.Content.ReadAsStringAsync(RunningOffice.Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{address}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_the_API_the_kept_answer_lacks_the_secret_and_a_receiver_that_changed_is_not_removed()
    {
        await office.StartYearAsync();
        var body = new { url = "https://data.contoh.go.id/sakip", topics = new[] { "quarter" } };
        using var first = await CallAsync(
            HttpMethod.Post,
            RunningOffice.Year + "/webhooks",
            body,
            ("Idempotency-Key", "kait-1")
        );
        using var again = await CallAsync(
            HttpMethod.Post,
            RunningOffice.Year + "/webhooks",
            body,
            ("Idempotency-Key", "kait-1")
        );
        Assert.True(
            first.StatusCode == HttpStatusCode.Created,
            await first.Content.ReadAsStringAsync(RunningOffice.Cancellation)
        );
        var path = first.Headers.Location!.ToString().TrimStart('/');
        using var read = await CallAsync(HttpMethod.Get, path, null);
        using var stale = await CallAsync(HttpMethod.Delete, path, null, ("If-Match", "\"lain\""));
        using var removed = await CallAsync(HttpMethod.Delete, path, null, ("If-Match", read.Headers.ETag!.ToString()));
        using var gone = await CallAsync(HttpMethod.Get, path, null);

        Assert.Equal((201, 201), ((int)first.StatusCode, (int)again.StatusCode));
        Assert.Contains(
            "\"secret\":\"sakip_",
            await first.Content.ReadAsStringAsync(RunningOffice.Cancellation),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "sakip_",
            await again.Content.ReadAsStringAsync(RunningOffice.Cancellation),
            StringComparison.Ordinal
        );
        Assert.Equal((412, 204, 404), ((int)stale.StatusCode, (int)removed.StatusCode, (int)gone.StatusCode));
    }

    private static void AssertSigned(string body, IReadOnlyDictionary<string, string> headers, string secret)
    {
        var parts = headers["Sakip-Signature"].Split(',').Select(part => part.Split('=', 2)).ToArray();
        var time = parts.Single(part => part[0] == "t")[1];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        Assert.Contains(parts, part => part[0] == "v1" && part[1] == Convert.ToHexStringLower(mac));
        // A receiver's clock is today's, whatever the office's says.
        Assert.InRange(
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, System.Globalization.CultureInfo.InvariantCulture)),
            DateTimeOffset.UtcNow.AddMinutes(-10),
            DateTimeOffset.UtcNow.AddMinutes(1)
        );
    }

    private static async Task<HttpResponseMessage> AddAsync(Person person, string address) =>
        await person.PostAsync(
            Hooks,
            new Dictionary<string, string>
            {
                ["penanda"] = (await FormAsync(person, Hooks))["penanda"],
                ["aksi"] = "tambah",
                ["alamat"] = address,
                ["topik"] = "plan",
            }
        );

    private async Task<JsonElement[]> DeliveriesAsync(string address)
    {
        using var hooks = JsonDocument.Parse(await TextAsync(HttpMethod.Get, RunningOffice.Year + "/webhooks"));
        var id = hooks
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Single(hook => hook.GetProperty("url").GetString() == address)
            .GetProperty("id")
            .GetString();
        using var list = JsonDocument.Parse(
            await TextAsync(HttpMethod.Get, $"{RunningOffice.Year}/webhooks/{id}/deliveries")
        );
        return [.. list.RootElement.GetProperty("items").EnumerateArray().Select(row => row.Clone())];
    }

    private async Task<string> TextAsync(HttpMethod method, string path)
    {
        using var answer = await CallAsync(method, path, null);
        return await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation);
    }

    private Task<HttpResponseMessage> CallAsync(
        HttpMethod method,
        string path,
        object? body,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("x-functions-key", office.FunctionKey);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return office.Http.SendAsync(request, RunningOffice.Cancellation);
    }

    [GeneratedRegex("sakip_[A-Za-z0-9_-]{43}")]
    private static partial Regex SecretPattern();

    [GeneratedRegex("id=\"penerima-([0-9a-f]{8})\" class=\"address\">[^<]*/lain<")]
    private static partial Regex HookPattern();
}
