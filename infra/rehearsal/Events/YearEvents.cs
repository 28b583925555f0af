using System.Net;
using System.Net.Http.Headers;

namespace Sakip.Rehearsal.Events;

/// <summary>
/// What the script has happen to the year beyond letters and their answers. The app takes each again at the same instant
/// and repeats none, so a rehearsal may be cut off while one happens.
/// </summary>
internal sealed class YearEvents(RehearsalOptions options, Office office)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public IEnumerable<(DateTimeOffset At, string Id, Func<CancellationToken, Task> Act)> All() =>
        options.Scenario.Events.Select(one =>
            (
                one.At,
                one.Id,
                (Func<CancellationToken, Task>)(
                    one.LiesStillUntil is { } until
                        ? token => office.LieStillAsync(until, token)
                        : token => PostAsync(one, token)
                )
            )
        );

    /// <summary>Before a report is handed in the script's evidence for it goes up.</summary>
    public async Task BeforeHandingInAsync(Letter letter, PageForm form, CancellationToken cancellation)
    {
        if (!letter.Subject.StartsWith("Mohon diisi", StringComparison.Ordinal))
            return;
        var quarter = Script.QuarterIn(letter.Subject);
        foreach (var file in options.Scenario.Evidence)
        {
            if (file.Quarter != quarter || !letter.Subject.Contains(file.SubUnit, StringComparison.Ordinal))
                continue;
            await new EvidenceUpload(office, letter.Link!, form.Fields["aksi"]).SendAsync(
                file.Owner,
                file.Name,
                SampleFiles.Of(file.Kind),
                file.Date,
                file.IsTaken,
                cancellation
            );
        }
    }

    private async Task PostAsync(DatedEvent one, CancellationToken cancellation)
    {
        var path = string.Join('/', new[] { options.Year, one.Path }.Where(part => !string.IsNullOrEmpty(part)));
        if (one.Query.Count > 0)
        {
            path +=
                "?"
                + string.Join(
                    '&',
                    one.Query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")
                );
        }

        using var answer = Play.Answered(
            await office.SendPlanAsync(HttpMethod.Post, path, () => Content(one), cancellation)
        );
        if (answer.IsSuccessStatusCode)
            return;
        // Handed in before a crash: it stands.
        var said = await answer.Content.ReadAsStringAsync(cancellation);
        var isKept = one.File is not null && answer.StatusCode == HttpStatusCode.Conflict;
        if (!isKept && (one.Stands is null || !said.Contains(one.Stands, StringComparison.Ordinal)))
            throw new RehearsalException($"{one.Id} ({one.File ?? one.Path}) ditolak: {said}");
    }

    private HttpContent Content(DatedEvent one)
    {
        if (one.File is null)
            return new StringContent(one.Body?.GetRawText() ?? "{}", System.Text.Encoding.UTF8, "application/json");
        if (one.List is null)
            return FileOf(one.File);
        return new MultipartFormDataContent
        {
            { FileOf(one.File), "plan", one.File },
            { FileOf(one.List), "list", one.List },
        };
    }

    private ByteArrayContent FileOf(string name) =>
        new(File.ReadAllBytes(Path.Combine(options.Given, name)))
        {
            Headers =
            {
                ContentType = new MediaTypeHeaderValue(
                    name.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : Workbook
                ),
            },
        };
}
