using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Protobuf;
using Sakip.Rehearsal;

namespace Sakip.Benchmarks.Cost;

/// <summary>
/// Counts what a year of the sample office takes of storage and engine, for the page on cost. The year is played twice,
/// with sweeps of two frequencies: the difference tells what one sweep takes.
/// </summary>
internal static class CostBenchmark
{
    private const double SweepsAWeek = 7;

    private static readonly string[] Containers = ["documents", "anchors", "evidence", "uploads", "snapshots"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static async Task RunAsync()
    {
        var weekly = await PlayAsync("0 30 9 * * 1");
        var daily = await PlayAsync("0 30 9 * * *");
        var weeks = weekly.Days / 7;
        var sweep = (daily.TableCalls - weekly.TableCalls) / (weeks * (SweepsAWeek - 1));
        var figures = new Dictionary<string, double>
        {
            ["activities"] = weekly.Activities,
            ["turns"] = weekly.Turns,
            ["tableCalls"] = Math.Round(weekly.TableCalls - (weeks * sweep)),
            ["sweepTableCalls"] = Math.Round(sweep, 1),
            ["blobWrites"] = weekly.BlobWrites,
            ["tableGB"] = Math.Round(weekly.TableBytes / 1e9, 4),
            ["blobGB"] = Math.Round(weekly.BlobBytes / 1e9, 4),
        };
        Console.WriteLine(JsonSerializer.Serialize(figures, Readable));
    }

    private static async Task<Year> PlayAsync(string sweeps)
    {
        var folder = Directory.CreateTempSubdirectory("sakip-bench-cost-").FullName;
        try
        {
            var options = RehearsalOptions.Read([
                "--out",
                Path.Combine(folder, "out"),
                "--data",
                Path.Combine(folder, "data"),
                "--set",
                "Host:AzuriteLog=true",
                "--set",
                "RecoverySchedule=" + sweeps,
            ]);
            DateTimeOffset ends;
            await using (var app = new AppProcess(options))
            {
                await app.StartAsync(CancellationToken.None);
                using var office = new Office(app);
                await new Play(
                    options,
                    office,
                    new Mailbox(options.Mailbox),
                    Figures.Load(Path.Combine(options.Given, "realisations.json")),
                    new Progress(TextWriter.Null, isTerminal: false)
                ).RunAsync(CancellationToken.None);
                ends = (await office.StepAsync(DateTimeOffset.MinValue, CancellationToken.None)).Now;
            }

            return Count(options.Data, (ends - options.Scenario.Begins).TotalDays);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Year Count(string data, double days)
    {
        var calls = StorageCalls.In(data);
        var azurite = Path.Combine(data, "azurite");
        using var engine = new SqliteConnection($"Data Source={Path.Combine(data, "engine.db")};Mode=ReadOnly");
        engine.Open();
        return new Year(
            days,
            Scalar(engine, "SELECT COUNT(*) FROM history"),
            Activities(engine),
            calls.Where(call => !Containers.Contains(call.Place)).Sum(call => call.Count),
            calls.Where(call => Containers.Contains(call.Place) && call.Method == "PUT").Sum(call => call.Count),
            new FileInfo(Path.Combine(azurite, "__azurite_db_table__.json")).Length,
            Directory.EnumerateFiles(Path.Combine(azurite, "__blobstorage__")).Sum(file => new FileInfo(file).Length)
        );
    }

    private static long Activities(SqliteConnection engine)
    {
        using var command = engine.CreateCommand();
        command.CommandText = "SELECT events FROM history";
        using var turn = command.ExecuteReader();
        var count = 0L;
        // A turn's events are kept as a piece of the request that hands them to the worker.
        while (turn.Read())
        {
            count += OrchestratorRequest
                .Parser.ParseFrom(turn.GetFieldValue<byte[]>(0))
                .PastEvents.Count(happened => happened.TaskScheduled is not null);
        }
        return count;
    }

    private static long Scalar(SqliteConnection engine, string sql)
    {
        using var command = engine.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private sealed record Year(
        double Days,
        long Turns,
        long Activities,
        long TableCalls,
        long BlobWrites,
        long TableBytes,
        long BlobBytes
    );
}
