using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Sakip.Storage;

namespace Sakip.Tests.Functions;

/// <summary>Machines that act in an office whose quarter has just opened: what the pages take, they may hand in too.</summary>
[Collection(QuarterOffices.Name)]
public sealed class MachineTests(QuarterOffice office)
{
    [Fact]
    public async Task A_machine_hands_in_evidence_reads_it_back_and_takes_it_away()
    {
        var (step, action) = await StepAsync("Tatalaksana");
        var pdf = new byte[(3 * 1024 * 1024) + 7];
        "%PDF-1.7\n"u8.CopyTo(pdf);
        string To(string field, string date, string token) =>
            $"{step}/evidence?actionToken={Uri.EscapeDataString(token)}&field={field}&name=mesin.pdf&date={date}";

        Assert.Equal(404, (await SendAsync(To("IV.B.5", "2024-03-15", "lain"), pdf)).Status);
        Assert.Equal(422, (await SendAsync(To("tidak-ada", "2024-03-15", action), pdf)).Status);
        Assert.Equal(422, (await SendAsync(To("IV.B.5", "kemarin", action), pdf)).Status);
        Assert.Equal(422, (await SendAsync(To("IV.B.5", "2024-03-15", action), "MZ bukan pdf"u8.ToArray())).Status);
        Assert.Equal(413, (await SendAsync(To("IV.B.5", "2024-03-15", action), new byte[26 * 1024 * 1024])).Status);
        var (status, kept) = await SendAsync(
            To("IV.B.5", "2024-03-15", action),
            pdf,
            headers: ("Idempotency-Key", "bukti-mesin")
        );

        Assert.Equal(201, status);
        await AssertNotKeptAsync(step.Split('/')[^1]);
        var (asked, _) = await office.Running.JsonAsync(
            HttpMethod.Post,
            step,
            new
            {
                action = "remove-evidence",
                actionToken = action,
                evidence = "tidak-ada",
            },
            ("Idempotency-Key", "buang-mesin")
        );
        Assert.Equal(200, asked);
        await AssertNotKeptAsync(action);
        var id = kept.GetProperty("id").GetString();
        Assert.Equal(BlobVault.HashOf(pdf), kept.GetProperty("sha256").GetString());
        var (_, read) = await office.Running.JsonAsync(HttpMethod.Get, step);
        Assert.Contains(read.GetProperty("files").EnumerateArray(), file => file.GetProperty("id").GetString() == id);
        using var back = await ReadAsync($"{step}/evidence/{id}");
        Assert.Equal(pdf, await back.Content.ReadAsByteArrayAsync(RunningOffice.Cancellation));

        var (removed, left) = await office.Running.JsonAsync(
            HttpMethod.Post,
            step,
            new
            {
                action = "remove-evidence",
                actionToken = action,
                evidence = id,
            }
        );
        Assert.Equal(200, removed);
        Assert.DoesNotContain(
            left.GetProperty("files").EnumerateArray(),
            file => file.GetProperty("id").GetString() == id
        );
        using var gone = await ReadAsync($"{step}/evidence/{id}");
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact]
    public async Task Of_many_files_offered_at_once_no_more_are_kept_than_a_field_may_have()
    {
        var (step, action) = await StepAsync("Kelembagaan");
        // Others share the office, and may have left a file there.
        var standing = await FilesOfAsync(step, "IV.A.1");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(async number =>
                    (
                        await SendAsync(
                            $"{step}/evidence?actionToken={Uri.EscapeDataString(action)}&field=IV.A.1&name=serentak-{number}.pdf"
                                + "&date=2024-03-15",
                            Encoding.ASCII.GetBytes($"%PDF-1.7\n{number}")
                        )
                    ).Status
                )
        );

        var kept = await FilesOfAsync(step, "IV.A.1");
        Assert.Equal(10 - standing.Count, answers.Count(status => status == 201));
        Assert.Equal(10, kept.Count);
        foreach (var id in kept.Except(standing))
        {
            var remove = new
            {
                action = "remove-evidence",
                actionToken = action,
                evidence = id,
            };
            Assert.Equal(200, (await office.Running.JsonAsync(HttpMethod.Post, step, remove)).Status);
        }
    }

    [Fact]
    public async Task Nobody_signs_a_report_in_ink_or_rejects_evidence_of_their_own()
    {
        var (step, action) = await StepAsync("Tatalaksana");
        foreach (var what in (string[])["sign-ink", "reject-evidence"])
        {
            var (status, _) = await office.Running.JsonAsync(
                HttpMethod.Post,
                step,
                new
                {
                    action = what,
                    actionToken = action,
                    scan = new[] { Picture() },
                }
            );
            Assert.Equal(422, status);
        }
    }

    [Fact]
    public async Task A_machine_calls_for_a_revised_agreement_in_the_planners_name()
    {
        const string Path = RunningOffice.Year + "/agreements";
        object Call(string by, string? reason = "PrioritiesChanged", string target = "60", string of = "snp") =>
            new
            {
                reason,
                explanation = "Arah kebijakan berubah.",
                targets = new Dictionary<string, string> { [of] = target },
                by,
            };
        Assert.Equal(403, (await office.Running.JsonAsync(HttpMethod.Post, Path, Call("p17"))).Status);
        Assert.Equal(422, (await office.Running.JsonAsync(HttpMethod.Post, Path, Call("p13", reason: "x"))).Status);
        Assert.Equal(422, (await office.Running.JsonAsync(HttpMethod.Post, Path, Call("p13", of: "tidak-ada"))).Status);
        var (wrong, told) = await office.Running.JsonAsync(HttpMethod.Post, Path, Call("p13", target: "enam puluh"));
        Assert.Equal(
            (422, "$.targets.snp"),
            (wrong, told.GetProperty("errors").EnumerateArray().Single().GetProperty("path").GetString())
        );
        var (called, answer) = await office.Running.JsonAsync(HttpMethod.Post, Path, Call("p13"));
        Assert.Equal((202, 1), (called, answer.GetProperty("number").GetInt32()));

        await office.Running.SettleAsync();
        Assert.Contains("Perubahan", office.Running.Letter("Mohon diperiksa").Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_replaces_the_emblem_and_the_audit_trail_says_who()
    {
        const string Path = RunningOffice.Year + "/logo";
        Assert.Equal(403, (await SendAsync(Path + "?by=p17", Picture(), "image/png")).Status);
        Assert.Equal(422, (await SendAsync(Path + "?by=p13", "bukan gambar"u8.ToArray(), "image/png")).Status);
        Assert.Equal(415, (await SendAsync(Path + "?by=p13", Picture(), "text/plain")).Status);
        Assert.Equal(204, (await SendAsync(Path + "?by=p13", Picture(), "image/png")).Status);

        // The trail's chain grows with the next sweep, which a rehearsal has on Mondays.
        await office.Running.MoveToAsync(new DateTimeOffset(2024, 4, 1, 10, 0, 0, TimeSpan.Zero));
        var (_, trail) = await office.Running.JsonAsync(HttpMethod.Get, RunningOffice.Year + "/audit?size=100");
        var entry = trail
            .GetProperty("items")
            .EnumerateArray()
            .First(one => one.GetProperty("action").GetString() == "ReplaceLogo");
        Assert.Equal("p13", entry.GetProperty("actor").GetString());
    }

    // The answer is kept under its key; the link that it came by is a secret.
    private async Task AssertNotKeptAsync(string token)
    {
        var kept = new TableServiceClient(StoredRows.Connection(office.Running.Options)).GetTableClient("Requests");
        var rows = await kept.QueryAsync<TableEntity>(cancellationToken: RunningOffice.Cancellation)
            .ToListAsync(RunningOffice.Cancellation);
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(
            rows.SelectMany(row => row.Select(property => property.Value)),
            value =>
                (value as string ?? (value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : "")).Contains(
                    token,
                    StringComparison.Ordinal
                )
        );
    }

    private static byte[] Picture()
    {
        using var bitmap = new SkiaSharp.SKBitmap(64, 64);
        bitmap.Erase(SkiaSharp.SKColors.DarkRed);
        using var png = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        return png.ToArray();
    }

    private async Task<IReadOnlyList<string>> FilesOfAsync(string step, string field)
    {
        var (_, read) = await office.Running.JsonAsync(HttpMethod.Get, step);
        return
        [
            .. read.GetProperty("files")
                .EnumerateArray()
                .Where(file => file.GetProperty("field").GetString() == field)
                .Select(file => file.GetProperty("id").GetString()!),
        ];
    }

    private async Task<(string Step, string Action)> StepAsync(string subUnit)
    {
        var step = "api/steps/" + office.Asked(subUnit).Link!.Segments[^1];
        var (status, read) = await office.Running.JsonAsync(HttpMethod.Get, step);
        Assert.Equal(200, status);
        return (step, read.GetProperty("actionToken").GetString()!);
    }

    private async Task<(int Status, JsonElement Json)> SendAsync(
        string path,
        byte[] file,
        string type = "application/octet-stream",
        params (string, string)[] headers
    )
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await office.Running.JsonAsync(HttpMethod.Post, path, content, headers);
    }

    private async Task<HttpResponseMessage> ReadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", office.Running.FunctionKey);
        return await office.Running.Http.SendAsync(request, RunningOffice.Cancellation);
    }
}
