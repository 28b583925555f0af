namespace Sakip.Rehearsal;

/// <summary>Fetches the year's documents from the app into the output folder.</summary>
internal sealed class Deliverables(RehearsalOptions options, Office office)
{
    private const string Revision = "agreements/1";

    private static readonly (string Path, string File)[] Documents =
    [
        ("agreements/0", "perjanjian-kinerja-2024.pdf"),
        (Revision, "perjanjian-kinerja-2024-perubahan-1.pdf"),
        ("annual-report/pdf", "lkjip-2024.pdf"),
        ("annual-report/docx", "lkjip-2024.docx"),
        ("annual-report/xlsx", "lkjip-2024.xlsx"),
        ("evaluations/year", "evaluasi-2024.json"),
    ];

    public async Task FetchAsync(CancellationToken cancellation)
    {
        await RequestAsync("QuarterlyReport", "laporan-triwulan-iv-2024.pdf", cancellation);
        foreach (var (path, file) in Documents)
        {
            if (options.SubUnits > 0 && path == Revision)
                continue;
            await FetchAsync(path, file, cancellation);
        }
    }

    /// <summary>What there is of a year that has come as far as its first quarter's end.</summary>
    public async Task FetchFirstQuarterAsync(CancellationToken cancellation)
    {
        await RequestAsync("QuarterlyReport", "laporan-triwulan-i-2024.pdf", cancellation);
        await FetchAsync("agreements/0", "perjanjian-kinerja-2024.pdf", cancellation);
        await FetchAsync("evaluations/q1", "evaluasi-2024.json", cancellation);
    }

    private async Task FetchAsync(string path, string file, CancellationToken cancellation)
    {
        using var answer = await office.PlanAsync(HttpMethod.Get, $"{options.Year}/{path}", json: null, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new RehearsalException($"{file} tidak dapat diambil: {(int)answer.StatusCode}.");
        await File.WriteAllBytesAsync(
            Path.Combine(options.Out, file),
            await answer.Content.ReadAsByteArrayAsync(cancellation),
            cancellation
        );
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
            if (answer.StatusCode == System.Net.HttpStatusCode.OK)
            {
                await File.WriteAllBytesAsync(
                    Path.Combine(options.Out, file),
                    await answer.Content.ReadAsByteArrayAsync(cancellation),
                    cancellation
                );
                return;
            }

            if (answer.StatusCode != System.Net.HttpStatusCode.Accepted)
                throw new RehearsalException($"{file} tidak dapat dibuat: {(int)answer.StatusCode}.");
            await office.StepAsync(DateTimeOffset.MinValue, cancellation);
        }
    }
}
