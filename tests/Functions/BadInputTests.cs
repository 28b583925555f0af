using System.Net;
using System.Text.Json;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>Bad input gets a clear answer in Indonesian, and loses nothing that was typed or stored.</summary>
public sealed class BadInputTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task Nothing_is_stored_of_a_plan_with_errors_and_each_is_named_by_its_path()
    {
        var plan = office
            .Sample("plan.json")
            .Replace("\"biro-organisasi\"", "\"dinas-lain\"", StringComparison.Ordinal)
            .Replace("\"polarity\": \"Maximise\"", "\"polarity\": \"Naik\"", StringComparison.Ordinal);

        using var answer = await office.Office.PlanAsync(
            HttpMethod.Post,
            "api/offices/dinas-lain/2024",
            plan,
            RunningOffice.Cancellation
        );
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var errors = problem.RootElement.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(
            2,
            errors.Count(error => error.GetProperty("path").GetString()!.EndsWith("polarity", StringComparison.Ordinal))
        );
        using var shown = await office.Office.PlanAsync(
            HttpMethod.Get,
            "api/offices/dinas-lain/2024",
            json: null,
            RunningOffice.Cancellation
        );
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
    }

    [Theory]
    [InlineData("ini bukan JSON")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task What_is_no_plan_at_all_is_refused_with_words(string body)
    {
        using var answer = await office.Office.PlanAsync(
            HttpMethod.Post,
            "api/offices/dinas-lain/2024",
            body,
            RunningOffice.Cancellation
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("tidak ada yang disimpan", await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    [Theory]
    [InlineData("masuk", "surel=a%00b@contoh.example")]
    [InlineData("tautan/v1.tidak.ada", "keputusan=ya%00&komentar=x")]
    public async Task A_form_that_cannot_be_read_gets_our_page_and_no_bare_refusal(string address, string form)
    {
        using var content = new StringContent(form, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        using var answer = await office.Http.PostAsync(
            new Uri(address, UriKind.Relative),
            content,
            RunningOffice.Cancellation
        );
        var page = await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation);

        Assert.InRange((int)answer.StatusCode, 400, 404);
        Assert.Contains("<html", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"id\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_of_the_same_cycle_is_a_conflict()
    {
        await office.StartYearAsync();

        using var again = await office.Office.PlanAsync(
            HttpMethod.Post,
            RunningOffice.Year,
            office.Sample("plan.json"),
            RunningOffice.Cancellation
        );

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("sudah berjalan", await again.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    [Fact]
    public async Task Without_the_function_key_nothing_is_taken_in()
    {
        using var answer = await office.Http.PostAsync(
            new Uri(RunningOffice.Year, UriKind.Relative),
            new StringContent("{}"),
            RunningOffice.Cancellation
        );

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_number_marks_its_field_and_keeps_what_was_typed()
    {
        await office.StartYearAsync();
        await office.SignAgreementAsync();
        await office.MoveToAsync(new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var letter = office.Letter("Mohon diisi", "Perpustakaan");
        var form = await office.FormAsync(letter.Link!);
        var value = form.Keys.First(name => name.EndsWith(".nilai", StringComparison.Ordinal));
        var support = form.Keys.First(name => name.EndsWith(".pendukung", StringComparison.Ordinal));
        form[value] = "empat puluh";
        form[support] = "Kerja sama dengan sekolah <b>berjalan</b> baik";
        form["tindakan"] = "setuju";

        var (status, page) = await office.PostAsync(letter.Link!, form);

        Assert.Equal(422, status);
        Assert.Contains("aria-invalid=\"true\"", page);
        Assert.Contains("value=\"empat puluh\"", page);
        Assert.Contains("Kerja sama dengan sekolah &lt;b&gt;berjalan&lt;/b&gt; baik", page);
        Assert.Contains("belum terkirim", page);
        form[value] = "12,5";
        // The rows of the sub-activities are empty still: the sender is asked about them first.
        var (_, asked) = await office.PostAsync(letter.Link!, form);
        var complete = PageForm.Read(asked)!.Fields;
        Assert.Equal("12,5", complete[value]);
        complete["tindakan"] = "setuju";
        Assert.Equal(200, (await office.PostAsync(letter.Link!, complete)).Status);
    }
}
