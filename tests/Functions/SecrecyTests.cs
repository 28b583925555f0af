using System.Text;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>
/// security.md 5 to 7 and 12, on an app that logs everything: a signing from letter to signature leaves neither link nor
/// code behind, past the limit of an address nobody gets a code, and no letter or page leads to the engine.
/// </summary>
public sealed class SecrecyTests(SecrecyTests.TellingOffice office) : IClassFixture<SecrecyTests.TellingOffice>
{
    private const string OwnKey = "kunci-biro-organisasi-untuk-percobaan";
    private const string OthersKey = "kunci-kantor-lain-untuk-percobaan-0001";

    public sealed class TellingOffice : RunningOffice
    {
        protected override IReadOnlyList<(string Name, string Value)> Settings => All;

        public static IReadOnlyList<(string Name, string Value)> All { get; } =
        [
            ("Logging:LogLevel:Default", "Trace"),
            ("Access:TrustedHops", "1"),
            ("Access:CodesPerAddress", "3"),
            ("Links:CodesPerAddress", "5"),
            ("AzureWebJobsFunctionKeys:0:Name", "biro-organisasi"),
            ("AzureWebJobsFunctionKeys:0:Key", OwnKey),
            ("AzureWebJobsFunctionKeys:1:Name", "kantor-lain"),
            ("AzureWebJobsFunctionKeys:1:Key", OthersKey),
        ];
    }

    [Fact]
    public async Task A_whole_signing_leaves_neither_link_nor_code_in_log_history_or_tables()
    {
        await office.OpenSignaturesAsync();
        var first = office.Letter("Mohon tanda tangan");
        var secrets = new List<string> { TokenOf(first) };
        var form = await office.FormWithCodeAsync(first);
        secrets.Add(form["kode"]);
        form["tindakan"] = "setuju";
        Assert.Equal(200, (await office.PostAsync(first.Link!, form)).Status);
        await office.SettleAsync();

        var second = office.Letter("Mohon tanda tangan");
        secrets.Add(TokenOf(second));
        await PastTheLimitAsync(second);
        form = await office.FormWithCodeAsync(second);
        secrets.Add(form["kode"]);
        form["tindakan"] = "setuju";
        Assert.Equal(200, (await office.PostAsync(second.Link!, form)).Status);
        await office.SettleAsync();

        var log = await ReadAsync(Path.Combine(office.Options.Data, "app.log"));
        Assert.NotEmpty(log);
        foreach (var secret in secrets)
        {
            Assert.False(Holds(log, secret), "The log holds a link or a code.");
            foreach (
                var file in Directory
                    .EnumerateFiles(office.Options.Data, "*", SearchOption.AllDirectories)
                    .Where(file =>
                        !file.EndsWith(".eml", StringComparison.Ordinal)
                        && !file.EndsWith(".lock", StringComparison.Ordinal)
                        && Path.GetFileName(file) != "in-use"
                    )
            )
            {
                Assert.False(Holds(await ReadAsync(file), secret), $"{file} holds a link or a code.");
            }
        }
    }

    [Fact]
    public async Task No_letter_leads_to_the_engine_and_its_addresses_answer_nobody()
    {
        await office.OpenSignaturesAsync();
        office.Mailbox.Look();
        foreach (var file in Directory.EnumerateFiles(office.Options.Mailbox, "*.eml"))
            Assert.DoesNotContain("runtime/webhooks", await ReadAsync(file), StringComparison.OrdinalIgnoreCase);
        foreach (
            var path in new[]
            {
                "runtime/webhooks/durabletask/instances",
                "admin/functions",
                "runtime/webhooks/durabletask/entities",
            }
        )
        {
            using var answer = await office.Http.GetAsync(new Uri(path, UriKind.Relative), RunningOffice.Cancellation);
            Assert.Equal(404, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_key_of_one_office_opens_that_office_alone()
    {
        await office.OpenSignaturesAsync();
        var step = "api/steps/" + TokenOf(office.Letter("Mohon diperiksa"));
        async Task<int> OpenAsync(string path, string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("x-functions-key", key);
            using var answer = await office.Http.SendAsync(request, RunningOffice.Cancellation);
            return (int)answer.StatusCode;
        }

        foreach (var path in (string[])[RunningOffice.Year + "/overview", step])
        {
            Assert.Equal(200, await OpenAsync(path, OwnKey));
            Assert.Equal(403, await OpenAsync(path, OthersKey));
            Assert.Equal(200, await OpenAsync(path, office.FunctionKey));
        }

        foreach (var path in (string[])["api/offices", "api/operations/doctor"])
        {
            Assert.Equal(403, await OpenAsync(path, OwnKey));
            Assert.Equal(200, await OpenAsync(path, office.FunctionKey));
        }
    }

    [Fact]
    public async Task An_address_is_the_one_that_the_configured_hop_saw_whatever_the_caller_writes()
    {
        await office.StartYearAsync();
        var number = 0;
        async Task<int> AskAsync(string? forwarded)
        {
            using var person = new Access.Person(office);
            using var answer = await person.AskAsync($"orang{number++}@contoh.example", forwarded);
            return (int)answer.StatusCode;
        }

        async Task<int[]> FourAsync(Func<int, string?> forwarded) =>
            [
                await AskAsync(forwarded(0)),
                await AskAsync(forwarded(1)),
                await AskAsync(forwarded(2)),
                await AskAsync(forwarded(3)),
            ];
        int[] counted = [200, 200, 200, 429];

        Assert.Equal(counted, await FourAsync(_ => null));
        Assert.Equal(counted, await FourAsync(_ => "203.0.113.9"));
        Assert.Equal(counted, await FourAsync(forged => $"198.51.100.{forged}, 203.0.113.8:{forged + 4000}"));
        Assert.Equal(counted, await FourAsync(host => $"[2001:db8:1:2::{host}]:443"));
        await office.RestartAsync([.. TellingOffice.All, ("Access:TrustedHops", "2")]);
        Assert.Equal(counted, await FourAsync(proxy => $"198.51.100.1, 203.0.113.7, 10.0.0.{proxy}"));
        // One entry where two proxies write is not theirs: the peer counts, and has had its three.
        Assert.Equal(429, await AskAsync("203.0.113.6"));
        await office.RestartAsync([.. TellingOffice.All]);
    }

    private async Task PastTheLimitAsync(Letter letter)
    {
        var form = await office.FormAsync(letter.Link!);
        form["tindakan"] = "minta-kode";
        for (var asked = 0; asked < 8; asked++)
        {
            using var answer = await office.Office.SubmitAsync(letter.Link!, form, RunningOffice.Cancellation);
            if ((int)answer.StatusCode == 200)
                continue;
            Assert.Equal(429, (int)answer.StatusCode);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
            Assert.Contains("terlalu sering", await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
            await office.MoveToAsync(
                (await office.Office.StepAsync(DateTimeOffset.MinValue, RunningOffice.Cancellation)).Now.AddMinutes(16)
            );
            return;
        }

        Assert.Fail("An address may ask for codes without end.");
    }

    private static string TokenOf(Letter letter) => letter.Link!.Segments[^1];

    // A code of six digits stands in many numbers; only a code by itself is one.
    private static bool Holds(string text, string secret) =>
        secret.Length > 6
            ? text.Contains(secret, StringComparison.Ordinal)
            : System.Text.RegularExpressions.Regex.IsMatch(
                text,
                $@"(?<![0-9A-Za-z.:+/=_-]){secret}(?![0-9A-Za-z.:+/=_-])"
            );

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(RunningOffice.Cancellation);
    }
}
