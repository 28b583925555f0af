using System.Net;
using System.Net.Http.Headers;
using Sakip.Faults;
using Sakip.Kernel;

namespace Sakip.Tests.Functions;

/// <summary>Files that come over HTTP: two are read at once, and none for somebody who has left.</summary>
[Collection(InThisProcess.Name)]
public sealed class FileReadingTests(FileReadingTests.PatientOffice office)
    : IClassFixture<FileReadingTests.PatientOffice>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_third_file_is_told_to_come_again_by_page_and_by_API_and_is_read_then()
    {
        foreach (var make in (Func<HttpRequestMessage>[])[Page, Plan])
        {
            using var first = FileReading.Begin(Cancellation);
            using var second = FileReading.Begin(Cancellation);
            using var third = await office.SendAsync(make(), Cancellation);
            first.Dispose();
            using var again = await office.SendAsync(make(), Cancellation);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, third.StatusCode);
            Assert.Equal(FileReadingBusyException.RetrySeconds, third.Headers.RetryAfter?.Delta?.TotalSeconds);
            Assert.Contains(
                "Berkas lain sedang dibaca",
                await third.Content.ReadAsStringAsync(Cancellation),
                StringComparison.Ordinal
            );
            Assert.True((int)again.StatusCode < 500, $"{again.StatusCode}");
        }
    }

    [Fact]
    public async Task The_place_of_somebody_who_leaves_is_free_at_once()
    {
        // The plan is read, and then storage hangs for longer than anybody would wait.
        office.Outages.Now = Outage.Hangs;
        using var left = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var sent = office.SendAsync(Plan(), left.Token);
        using (FileReading.Begin(Cancellation))
        {
            while (office.Outages.Unanswered == 0)
                await Task.Yield();
            await left.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
            var since = TimeProvider.System.GetTimestamp();
            while (!IsFree())
                await Task.Yield();

            Assert.True(TimeProvider.System.GetElapsedTime(since) < Soon);
        }

        office.Outages.Now = Outage.None;
    }

    // One place is ours: the other is free when it can be had.
    private static bool IsFree()
    {
        try
        {
            FileReading.Begin(Cancellation).Dispose();
            return true;
        }
        catch (FileReadingBusyException)
        {
            return false;
        }
    }

    private static HttpRequestMessage Page()
    {
        var file = new ByteArrayContent("%PDF-1.7\n"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return new HttpRequestMessage(HttpMethod.Post, "periksa")
        {
            Content = new MultipartFormDataContent { { file, "berkas", "perjanjian.pdf" } },
        };
    }

    private HttpRequestMessage Plan() =>
        new(HttpMethod.Post, "api/offices/kantor-lain/2024")
        {
            Content = new StringContent(office.PlanOf("kantor-lain"), System.Text.Encoding.UTF8, "application/json"),
        };

    /// <summary>A request waits for storage as long as its sender does.</summary>
    public sealed class PatientOffice : AwayOffice
    {
        internal override string Budget => "00:01:00";
    }
}
