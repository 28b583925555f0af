using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>What an operator does with a year: back it up, bring it back elsewhere, erase, retain, rotate.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private readonly RunningOffice _office = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;

    public async ValueTask InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.StartYearAsync();
        await _office.SignAgreementAsync();
        // The sweep of the morning puts what was done on the chain.
        await _office.MoveToAsync(new DateTimeOffset(2024, 1, 4, 10, 0, 0, TimeSpan.Zero));
    }

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_year_restored_into_an_empty_account_is_the_same_to_the_byte_and_goes_on_there()
    {
        var (first, second) = (Path.Combine(_folder, "pertama.zip"), Path.Combine(_folder, "kedua.zip"));
        var restored = Path.Combine(_folder, "pulih");
        var taken = await RunAsync(
            "backup",
            "--unit",
            "biro-organisasi",
            "--year",
            "2024",
            "--file",
            first,
            "--data",
            _office.Options.Data
        );
        var overHttp = await OverHttpAsync();
        await _office.StopAsync();
        var foreign = await RunAsync("restore", "--file", first, "--data", Path.Combine(_folder, "kunci-lain"));
        Directory.CreateDirectory(restored);
        File.Copy(Path.Combine(_office.Options.Data, "kunci-audit"), Path.Combine(restored, "kunci-audit"));
        var put = await RunAsync("restore", "--file", first, "--data", restored);
        var verified = await RunAsync("audit", "verify", "--data", restored);
        var again = await RunAsync(
            "backup",
            "--unit",
            "biro-organisasi",
            "--year",
            "2024",
            "--file",
            second,
            "--data",
            restored
        );
        var twice = await RunAsync("restore", "--file", first, "--data", restored);

        // Another key seals nothing of this chain: the restore says which file is missing.
        Assert.Equal(1, foreign.Code);
        Assert.Contains("kunci-audit", foreign.Said, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0, 1), (taken.Code, put.Code, verified.Code, again.Code, twice.Code));
        Assert.Contains("sudah ada di penyimpanan ini", twice.Said, StringComparison.Ordinal);
        Assert.Contains("utuh", verified.Said, StringComparison.Ordinal);
        Assert.Equal(Entries(first), Entries(second));
        Assert.Equal(Entries(first), overHttp);
        Assert.Contains(Entries(first), entry => entry.StartsWith("documents/", StringComparison.Ordinal));
        Assert.Contains(
            Entries(first),
            entry => entry.StartsWith("anchors/biro-organisasi/2024/", StringComparison.Ordinal)
        );

        await GoesOnAsync(restored);
    }

    [Fact]
    public async Task A_damaged_archive_is_refused_whole()
    {
        var archive = Path.Combine(_folder, "utuh.zip");
        await RunAsync(
            "backup",
            "--unit",
            "biro-organisasi",
            "--year",
            "2024",
            "--file",
            archive,
            "--data",
            _office.Options.Data
        );
        await _office.StopAsync();
        var restored = Path.Combine(_folder, "pulih");
        Change(archive, "documents/", content => content[^1] ^= 1);
        var changed = await RunAsync("restore", "--file", archive, "--data", restored);
        File.WriteAllText(archive, "bukan arsip");
        var foreign = await RunAsync("restore", "--file", archive, "--data", restored);
        var none = await RunAsync(
            "backup",
            "--unit",
            "biro-organisasi",
            "--year",
            "2024",
            "--file",
            archive + ".2",
            "--data",
            restored
        );

        Assert.Equal((1, 1, 1), (changed.Code, foreign.Code, none.Code));
        Assert.Contains("rusak: sidik jarinya", changed.Said, StringComparison.Ordinal);
        Assert.Contains("bukan arsip cadangan", foreign.Said, StringComparison.Ordinal);
        Assert.Contains("tidak ada di penyimpanan ini", none.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(archive + ".2"));
    }

    [Fact]
    public async Task Contact_data_goes_on_request_once_the_person_has_no_task_left_and_the_chain_stays_whole()
    {
        const string Unit = "dinas-hapus",
            Free = "mantan",
            Address = "mantan@dinas-hapus.example";
        var plan = JsonNode.Parse(
            _office.Sample("plan.json").Replace("\"biro-organisasi\"", $"\"{Unit}\"", StringComparison.Ordinal)
        )!;
        var officials = plan["officials"]!.AsArray();
        var gone = officials[0]!.DeepClone();
        (gone["code"], gone["email"], gone["nip"]) = (Free, Address, "197001011990031999");
        officials.Add(gone);
        var acting = (string)plan["appointments"]![0]!["official"]!;
        var actingAddress = (string)officials.Single(one => (string)one!["code"]! == acting)!["email"]!;
        using var started = await _office.Office.PlanAsync(
            HttpMethod.Post,
            $"api/offices/{Unit}/2024",
            plan.ToJsonString(),
            RunningOffice.Cancellation
        );
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync(RunningOffice.Cancellation));
        await _office.SettleAsync();

        var refused = await RunAsync("erase", "--unit", Unit, "--official", acting, "--data", _office.Options.Data);
        var erased = await RunAsync("erase", "--unit", Unit, "--official", Free, "--data", _office.Options.Data);
        var again = await RunAsync("erase", "--unit", Unit, "--official", Free, "--data", _office.Options.Data);
        var archive = Path.Combine(_folder, "sesudah.zip");
        await RunAsync("backup", "--unit", Unit, "--year", "2024", "--file", archive, "--data", _office.Options.Data);
        var verified = await RunAsync("audit", "verify", "--data", _office.Options.Data);

        Assert.Equal((1, 0, 0, 0), (refused.Code, erased.Code, again.Code, verified.Code));
        Assert.Contains("masih memangku", refused.Said, StringComparison.Ordinal);
        Assert.Contains("dihapus dari tahun 2024", erased.Said, StringComparison.Ordinal);
        Assert.Contains("Tidak ada data kontak", again.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Texts(archive), text => text.Contains(Address, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Texts(archive), text => text.Contains(actingAddress, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_old_key_is_kept_as_long_as_a_link_that_it_may_have_signed_is_open()
    {
        var made = await RunAsync("keys", "new");
        await _office.MoveToAsync(new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var open = await RunAsync("keys", "open", "--before", "2024-05-01T00:00Z", "--data", _office.Options.Data);
        var none = await RunAsync("keys", "open", "--before", "2024-01-01T00:00Z", "--data", _office.Options.Data);
        var retained = await RunAsync("retention", "--data", _office.Options.Data);

        Assert.Equal((0, 1, 0, 0), (made.Code, open.Code, none.Code, retained.Code));
        Assert.Equal(32, Convert.FromBase64String(made.Said.Trim()).Length);
        Assert.Matches("[1-9][0-9]* tautan .* masih terbuka; yang terakhir sampai 2024-", open.Said);
        Assert.Contains("boleh dikeluarkan", none.Said, StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang dihapus", retained.Said, StringComparison.Ordinal);
    }

    // Another account, another engine, the same links and letters: the cycle is built from the tables.
    private async Task GoesOnAsync(string data)
    {
        File.Copy(Path.Combine(_office.Options.Data, "kunci-tautan"), Path.Combine(data, "kunci-tautan"));
        var options = _office.Options with { Data = data };
        var before = Subjects(options);
        await using var app = new AppProcess(options);
        await app.StartAsync(RunningOffice.Cancellation);
        using var office = new Office(app);
        var opening = new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);
        while ((await office.StepAsync(opening, RunningOffice.Cancellation)).Now < opening)
        {
            // The clock stops at every due instant on the way.
        }

        var after = Subjects(options);
        Assert.Equal(before, after.Take(before.Length));
        Assert.All(
            after.Skip(before.Length),
            subject => Assert.Contains("Mohon diisi", subject, StringComparison.Ordinal)
        );
        Assert.True(after.Length > before.Length);
    }

    private static string[] Subjects(RehearsalOptions options) =>
        [.. new Mailbox(options.Mailbox).Look().OrderBy(letter => letter.Date).Select(letter => letter.Subject)];

    private async Task<string[]> OverHttpAsync()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "api/operations/offices/biro-organisasi/2024/backup");
        request.Headers.Add("x-functions-key", _office.FunctionKey);
        using var answer = await _office.Http.SendAsync(request, RunningOffice.Cancellation);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        var path = Path.Combine(_folder, "lewat-http.zip");
        await File.WriteAllBytesAsync(
            path,
            await answer.Content.ReadAsByteArrayAsync(RunningOffice.Cancellation),
            RunningOffice.Cancellation
        );
        return Entries(path);
    }

    // Every entry with the hash of its content: tables, documents, snapshots, evidence, anchors.
    private static string[] Entries(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        return
        [
            .. manifest
                .RootElement.GetProperty("entries")
                .EnumerateArray()
                .Select(entry => $"{entry.GetProperty("name").GetString()} {entry.GetProperty("sha256").GetString()}"),
        ];
    }

    private static IEnumerable<string> Texts(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        foreach (
            var entry in zip.Entries.Where(entry =>
                entry.FullName.StartsWith("tables/", StringComparison.Ordinal)
                || entry.FullName.StartsWith("snapshots/", StringComparison.Ordinal)
            )
        )
        {
            using var text = new StreamReader(entry.Open());
            yield return text.ReadToEnd();
        }
    }

    private static void Change(string archive, string prefix, Action<byte[]> change)
    {
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Update);
        var entry = zip.Entries.First(one => one.FullName.StartsWith(prefix, StringComparison.Ordinal));
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        var bytes = copy.ToArray();
        change(bytes);
        content.Position = 0;
        content.Write(bytes);
    }

    private static Task<(int Code, string Said)> RunAsync(params string[] words) =>
        OperatorCommand.RunAsync(key: null, words);
}
