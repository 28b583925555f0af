using System.Diagnostics;
using System.Net;

namespace Sakip.Tests.Functions;

/// <summary>Documents on request: 202 with a status link, then the file; who asks for the same document joins it.</summary>
public sealed class DocumentTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Agreement = RunningOffice.Year + "/documents/Agreement";

    [Fact]
    public async Task A_document_is_asked_for_and_then_fetched_and_the_same_request_has_the_same_place()
    {
        await office.StartYearAsync();
        using var early = await office.Office.PlanAsync(
            HttpMethod.Post,
            Agreement,
            json: null,
            RunningOffice.Cancellation
        );
        Assert.Equal(HttpStatusCode.Accepted, early.StatusCode);

        await office.SignAgreementAsync();
        using var asked = await office.Office.PlanAsync(
            HttpMethod.Post,
            Agreement,
            json: null,
            RunningOffice.Cancellation
        );
        using var again = await office.Office.PlanAsync(
            HttpMethod.Post,
            Agreement,
            json: null,
            RunningOffice.Cancellation
        );
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(asked.Headers.Location, again.Headers.Location);

        await office.SettleAsync();
        using var file = await office.Office.PlanAsync(
            HttpMethod.Get,
            asked.Headers.Location!.ToString().TrimStart('/'),
            json: null,
            RunningOffice.Cancellation
        );
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Every_document_comes_in_every_format_and_is_a_draft_until_it_is_published()
    {
        await office.StartYearAsync();
        var asked = new List<(string Kind, string Format, string Place)>();
        foreach (var kind in new[] { "AnnualReport", "Agreement", "QuarterlyReport", "EvaluationTables", "ActionPlan" })
        {
            foreach (var format in new[] { "pdf", "docx", "xlsx" })
            {
                using var answer = await office.Office.PlanAsync(
                    HttpMethod.Post,
                    $"{RunningOffice.Year}/documents/{kind}?format={format}",
                    json: null,
                    RunningOffice.Cancellation
                );
                Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
                asked.Add((kind, format, answer.Headers.Location!.ToString().TrimStart('/')));
            }
        }

        await office.SettleAsync();
        foreach (var (kind, format, place) in asked)
        {
            using var file = await office.Office.PlanAsync(
                HttpMethod.Get,
                place,
                json: null,
                RunningOffice.Cancellation
            );
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.EndsWith(
                "." + format,
                file.Content.Headers.ContentDisposition!.FileNameStar
                    ?? file.Content.Headers.ContentDisposition.FileName,
                StringComparison.Ordinal
            );
            if (kind is "Agreement" or "ActionPlan")
                continue;
            Assert.Contains("-konsep", file.Content.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
            if (format == "pdf")
            {
                Assert.Contains(
                    "KONSEP",
                    await TextAsync(await file.Content.ReadAsByteArrayAsync(RunningOffice.Cancellation))
                );
            }
        }
    }

    [Fact]
    public async Task Ten_who_ask_at_once_for_an_unsigned_agreement_are_sent_to_one_place_and_get_one_draft()
    {
        var fresh = new RunningOffice();
        try
        {
            await fresh.InitializeAsync();
            await fresh.StartYearAsync();
            var asked = await Task.WhenAll(
                Enumerable
                    .Range(0, 10)
                    .Select(_ =>
                        fresh.Office.PlanAsync(HttpMethod.Post, Agreement, json: null, RunningOffice.Cancellation)
                    )
            );
            Assert.All(asked, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
            var place = Assert.Single(asked.Select(answer => answer.Headers.Location!.ToString()).Distinct());
            await fresh.SettleAsync();

            using var file = await fresh.Office.PlanAsync(
                HttpMethod.Get,
                place.TrimStart('/'),
                json: null,
                RunningOffice.Cancellation
            );
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Contains("-konsep", file.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
            Assert.Contains(
                "KONSEP",
                await TextAsync(await file.Content.ReadAsByteArrayAsync(RunningOffice.Cancellation))
            );
            foreach (var answer in asked)
                answer.Dispose();
        }
        finally
        {
            await fresh.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_unknown_kind_and_an_unknown_document_are_said_to_be_unknown()
    {
        await office.StartYearAsync();

        using var kind = await office.Office.PlanAsync(
            HttpMethod.Post,
            RunningOffice.Year + "/documents/Surat",
            json: null,
            RunningOffice.Cancellation
        );
        using var document = await office.Office.PlanAsync(
            HttpMethod.Get,
            Agreement + "/" + new string('0', 64),
            json: null,
            RunningOffice.Cancellation
        );

        Assert.Equal(HttpStatusCode.NotFound, kind.StatusCode);
        Assert.Contains("tidak dikenal", await kind.Content.ReadAsStringAsync(RunningOffice.Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, document.StatusCode);
    }

    private static async Task<string> TextAsync(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, pdf, RunningOffice.Cancellation);
        using var tool = Process.Start(
            new ProcessStartInfo("pdftotext", ["-raw", "-l", "3", path, "-"]) { RedirectStandardOutput = true }
        )!;
        var text = await tool.StandardOutput.ReadToEndAsync(RunningOffice.Cancellation);
        await tool.WaitForExitAsync(RunningOffice.Cancellation);
        File.Delete(path);
        // The watermark stands aslant, each of its letters on a line of its own.
        return string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
    }
}
