using System.Net;

namespace Sakip.Rehearsal;

/// <summary>Fetches the year's documents from the app into the output folder.</summary>
internal sealed class Deliverables(RehearsalOptions options, Office office)
{
    public async Task FetchAsync(CancellationToken cancellation)
    {
        foreach (var wanted in options.Scenario.Documents)
        {
            if (wanted.IsOnRequest)
                await RequestAsync(wanted.Path, wanted.File, cancellation);
            else
                await FetchAsync(wanted.Path, wanted.File, cancellation);
        }
    }

    /// <summary>What there is of a year that has come as far as its first quarter's end.</summary>
    public async Task FetchFirstQuarterAsync(CancellationToken cancellation)
    {
        var year = options.Scenario.Year;
        await RequestAsync("QuarterlyReport", $"laporan-triwulan-i-{year}.pdf", cancellation);
        await FetchAsync("agreements/0", $"perjanjian-kinerja-{year}.pdf", cancellation);
        await FetchAsync("evaluations/q1", $"evaluasi-{year}.json", cancellation);
    }

    private async Task FetchAsync(string path, string file, CancellationToken cancellation)
    {
        using var answer = await office.PlanAsync(HttpMethod.Get, $"{options.Year}/{path}", json: null, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new RehearsalException($"{file} tidak dapat diambil: {(int)answer.StatusCode}.");
        await KeepAsync(answer, file, cancellation);
    }

    /// <summary>A document on request: asked for, waited for, fetched.</summary>
    private async Task RequestAsync(string kind, string file, CancellationToken cancellation)
    {
        using var asked = await office.PlanAsync(
            HttpMethod.Post,
            $"{options.Year}/documents/{kind}",
            json: null,
            cancellation
        );
        var place =
            asked.Headers.Location?.ToString().TrimStart('/')
            ?? throw new RehearsalException($"{file} tidak dapat diminta: {(int)asked.StatusCode}.");
        while (true)
        {
            using var answer = await office.PlanAsync(HttpMethod.Get, place, json: null, cancellation);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                await KeepAsync(answer, file, cancellation);
                return;
            }

            if (answer.StatusCode != HttpStatusCode.Accepted)
                throw new RehearsalException($"{file} tidak dapat dibuat: {(int)answer.StatusCode}.");
            await office.StepAsync(DateTimeOffset.MinValue, cancellation);
        }
    }

    private async Task KeepAsync(HttpResponseMessage answer, string file, CancellationToken cancellation) =>
        await File.WriteAllBytesAsync(
            Path.Combine(options.Out, file),
            await answer.Content.ReadAsByteArrayAsync(cancellation),
            cancellation
        );
}
