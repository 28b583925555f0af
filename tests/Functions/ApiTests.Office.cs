using System.Text.Json;

namespace Sakip.Tests.Functions;

/// <summary>What the pages show and take is there for machines too, under the same rights.</summary>
public sealed partial class ApiTests
{
    [Theory]
    [InlineData("api/offices")]
    [InlineData(RunningOffice.Year + "/waiting")]
    [InlineData(RunningOffice.Year + "/agreements")]
    [InlineData(RunningOffice.Year + "/messages")]
    [InlineData(RunningOffice.Year + "/messages?failed=true")]
    [InlineData(RunningOffice.Year + "/audit")]
    [InlineData(RunningOffice.Year + "/audit?cari=tidak-ada-yang-begini")]
    [InlineData(RunningOffice.Year + "/narratives")]
    [InlineData(RunningOffice.Year + "/webhooks")]
    [InlineData("api/publications")]
    public async Task Lists_come_in_pages_that_follow_each_other(string path)
    {
        await office.StartYearAsync();
        var seen = new List<string>();
        string? after = null;
        for (var page = 0; page < 4; page++)
        {
            var (status, json) = await JsonAsync(
                HttpMethod.Get,
                $"{path}{(path.Contains('?') ? '&' : '?')}size=1{(after is null ? "" : "&after=" + after)}"
            );
            Assert.Equal(200, status);
            seen.AddRange(json.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
            after = json.TryGetProperty("next", out var next) ? next.GetString() : null;
            if (after is null)
                break;
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(
            400,
            (await JsonAsync(HttpMethod.Get, path + (path.Contains('?') ? "&" : "?") + "size=nol")).Status
        );
        Assert.Equal(
            path.StartsWith(RunningOffice.Year, StringComparison.Ordinal) ? 404 : 200,
            (await JsonAsync(HttpMethod.Get, path.Replace("/2024/", "/1999/", StringComparison.Ordinal))).Status
        );
    }

    [Fact]
    public async Task The_first_page_is_there_as_JSON()
    {
        await office.StartYearAsync();
        var (status, json) = await JsonAsync(HttpMethod.Get, RunningOffice.Year + "/overview");

        Assert.Equal(200, status);
        Assert.Equal(7, json.GetProperty("timeline").GetArrayLength());
        Assert.Equal(2, json.GetProperty("indicators").GetArrayLength());
    }

    [Fact]
    public async Task A_text_or_the_plan_is_replaced_only_where_what_was_read_still_stands()
    {
        await office.StartYearAsync();
        const string Text = RunningOffice.Year + "/narratives/kendala";
        using var read = await GetAsync(Text, tag: null);
        var body = new { body = "Kendala utama adalah jumlah tenaga pengelola.", by = "p13" };

        Assert.Equal(412, (await JsonAsync(HttpMethod.Put, Text, body, ("If-Match", "\"lain\""))).Status);
        Assert.Equal(403, (await JsonAsync(HttpMethod.Put, Text, new { body.body, by = "p17" })).Status);
        Assert.Equal(
            422,
            (await JsonAsync(HttpMethod.Put, Text, new { body = "Capaian {{tidak.ada}}", by = "p13" })).Status
        );
        Assert.Equal(
            200,
            (await JsonAsync(HttpMethod.Put, Text, body, ("If-Match", read.Headers.ETag!.ToString()))).Status
        );
        Assert.Equal(
            412,
            (await JsonAsync(HttpMethod.Put, Text, body, ("If-Match", read.Headers.ETag!.ToString()))).Status
        );
        Assert.Equal(
            412,
            (
                await JsonAsync(
                    HttpMethod.Put,
                    RunningOffice.Year + "/plan?reason=Uji",
                    new { },
                    ("If-Match", "\"999\"")
                )
            ).Status
        );
        Assert.Equal(404, (await JsonAsync(HttpMethod.Get, RunningOffice.Year + "/narratives/tidak-ada")).Status);
    }

    [Fact]
    public async Task A_step_is_read_and_decided_behind_its_link_as_on_its_page()
    {
        await office.StartYearAsync();
        var token = office.Letter("Mohon diperiksa: Perjanjian Kinerja Tahun 2024").Link!.Segments[^1];
        var step = "api/steps/" + token;
        var (status, read) = await JsonAsync(HttpMethod.Get, step);
        var action = read.GetProperty("actionToken").GetString();

        Assert.Equal((200, "AgreementCheck"), (status, read.GetProperty("kind").GetString()));
        Assert.Equal(
            ["Sasaran, indikator, dan target", "Program dan anggaran"],
            read.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("caption").GetString())
        );
        Assert.Equal(
            404,
            (await JsonAsync(HttpMethod.Post, step, new { action = "approve", actionToken = "lain" })).Status
        );
        Assert.Equal(404, (await JsonAsync(HttpMethod.Get, "api/steps/" + new string('x', 60))).Status);
        Assert.Equal(
            422,
            (await JsonAsync(HttpMethod.Post, step, new { action = "return", actionToken = action })).Status
        );
        Assert.Equal(
            422,
            (await JsonAsync(HttpMethod.Post, step, new { action = "apa saja", actionToken = action })).Status
        );
        var (decided, answer) = await JsonAsync(
            HttpMethod.Post,
            step,
            new { action = "approve", actionToken = action }
        );
        Assert.Equal((200, "Approved"), (decided, answer.GetProperty("decided").GetProperty("decision").GetString()));
        Assert.Equal(
            200,
            (await JsonAsync(HttpMethod.Post, step, new { action = "approve", actionToken = action })).Status
        );
        Assert.Equal(
            200,
            (await JsonAsync(HttpMethod.Post, step, new { action = "sign-ink", actionToken = action })).Status
        );
        Assert.Equal(
            409,
            (
                await JsonAsync(
                    HttpMethod.Post,
                    step,
                    new
                    {
                        action = "return",
                        actionToken = action,
                        note = "Keliru.",
                    }
                )
            ).Status
        );
    }

    [Fact]
    public async Task Nobody_explains_or_rules_upon_findings_in_the_name_of_somebody_who_may_not()
    {
        await office.StartYearAsync();
        var (_, findings) = await JsonAsync(HttpMethod.Get, RunningOffice.Year + "/findings");
        var first = findings.EnumerateArray().First();
        var (subject, finding) = (SubjectOf(first), first.GetProperty("finding").GetProperty("id").GetString());
        object Explanation(string by) =>
            new
            {
                subject,
                finding,
                text = "Target disepakati lebih rendah.",
                by,
            };
        const string Path = RunningOffice.Year + "/findings/explanations";

        Assert.Equal(403, (await JsonAsync(HttpMethod.Post, Path, Explanation("p17"))).Status);
        Assert.Equal(
            404,
            (
                await JsonAsync(
                    HttpMethod.Post,
                    Path,
                    new
                    {
                        subject,
                        finding = "tidak-ada",
                        text = "x",
                        by = "p13",
                    }
                )
            ).Status
        );
        Assert.Equal(202, (await JsonAsync(HttpMethod.Post, Path, Explanation("p13"))).Status);
        Assert.Equal(409, (await JsonAsync(HttpMethod.Post, Path, Explanation("p13"))).Status);
        Assert.Equal(
            403,
            (
                await JsonAsync(
                    HttpMethod.Post,
                    RunningOffice.Year + "/findings/rulings",
                    new
                    {
                        subject,
                        finding,
                        accept = true,
                        by = "p13",
                    }
                )
            ).Status
        );
    }

    private static string SubjectOf(JsonElement record)
    {
        var subject = record.GetProperty("subject");
        return subject.ValueKind == JsonValueKind.String
            ? subject.GetString()!
            : string.Join(
                '.',
                subject.GetProperty("kind").GetString(),
                subject.GetProperty("unit").GetString(),
                subject.GetProperty("year").GetInt32(),
                subject.GetProperty("rest").GetString()
            );
    }

    private Task<(int Status, JsonElement Json)> JsonAsync(
        HttpMethod method,
        string path,
        object? body = null,
        params (string Name, string Value)[] headers
    ) => office.JsonAsync(method, path, body, headers);
}
