using System.Net;
using System.Text.Json;

namespace Sakip.Rehearsal.Events;

/// <summary>
/// What happens to the sample's quarters beyond letters and their answers. The app takes each again at the same instant
/// and repeats none, so a rehearsal may be cut off while one happens.
/// </summary>
internal sealed class QuarterEvents(RehearsalOptions options, Office office)
{
    private const string Planner = "p13";

    private static readonly string[] ReopenedSubUnits = ["kelembagaan"];

    private static readonly DateTimeOffset Extended = new(2024, 4, 18, 1, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Reopened = new(2024, 8, 6, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset PowerGone = new(2024, 10, 7, 0, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset PowerBack = new(2024, 10, 14, 0, 30, 0, TimeSpan.Zero);

    public IEnumerable<(DateTimeOffset At, string Id, Func<CancellationToken, Task> Act)> All() =>
        options.SubUnits > 0
            ? []
            :
            [
                (Extended, "perpanjangan", ExtendAsync),
                (Reopened, "pembukaan-kembali", ReopenAsync),
                (PowerGone, "listrik-padam", token => office.LieStillAsync(PowerBack, token)),
            ];

    /// <summary>Before the report of the fourth quarter is handed in its evidence goes up: one file as large as may be, one bomb.</summary>
    public async Task BeforeHandingInAsync(Letter letter, PageForm form, CancellationToken cancellation)
    {
        if (
            options.SubUnits > 0
            || Script.QuarterIn(letter.Subject) != 4
            || !letter.Subject.StartsWith("Mohon diisi", StringComparison.Ordinal)
        )
        {
            return;
        }

        var files = new EvidenceUpload(office, letter.Link!, form.Fields["aksi"]);
        if (letter.Subject.Contains("Reformasi Birokrasi", StringComparison.Ordinal))
        {
            await files.SendAsync(
                "rb",
                "Notulen evaluasi RB.pdf",
                SampleFiles.LargestPdf(),
                "2024-12-20",
                isTaken: true,
                cancellation
            );
        }

        if (letter.Subject.Contains("Perpustakaan", StringComparison.Ordinal))
        {
            await files.SendAsync(
                "snp",
                "Rekap perpustakaan.docx",
                SampleFiles.ZipBomb(),
                "2024-12-20",
                isTaken: false,
                cancellation
            );
        }
    }

    private async Task ExtendAsync(CancellationToken cancellation)
    {
        await PostAsync(
            "quarters/1/extensions",
            new
            {
                due = "2024-04-26",
                closes = "2024-05-03",
                verificationDue = "2024-05-08",
                reason = "Libur dan cuti bersama Idulfitri mengurangi hari kerja pengisian laporan.",
                by = Planner,
            },
            cancellation
        );
    }

    private async Task ReopenAsync(CancellationToken cancellation)
    {
        await PostAsync(
            "quarters/2/reopenings",
            new
            {
                subUnits = ReopenedSubUnits,
                reason = "Keterangan keluaran dilengkapi setelah berita acara serah terima ditandatangani.",
                by = Planner,
            },
            cancellation
        );
    }

    private async Task PostAsync(string path, object body, CancellationToken cancellation)
    {
        using var answer = await office.PlanAsync(
            HttpMethod.Post,
            $"{options.Year}/{path}",
            JsonSerializer.Serialize(body),
            cancellation
        );
        if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.Accepted))
            throw new RehearsalException($"{path} ditolak: {await answer.Content.ReadAsStringAsync(cancellation)}");
    }
}
