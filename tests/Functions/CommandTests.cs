using Azure.Data.Tables;
using Microsoft.Data.Sqlite;

namespace Sakip.Tests.Functions;

/// <summary>The operator's commands over the data of an app that runs, and of one that was stopped.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private readonly RunningOffice _office = new();

    public async ValueTask InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.StartYearAsync();
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_doctor_tells_what_waits_and_since_when_and_marks_what_is_stuck()
    {
        var running = await RunAsync("doctor");
        await _office.StopAsync();
        var stopped = await RunAsync("doctor");
        InDatabase("UPDATE meta SET value = '2026-01-02T00:00:00.0000000+00:00' WHERE key = 'clock'");
        var late = await RunAsync("doctor");
        InDatabase("PRAGMA user_version = 99");
        var foreign = await RunAsync("doctor");

        Assert.Equal((0, 0, 1, 2), (running.Code, stopped.Code, late.Code, foreign.Code));
        Assert.Contains("aplikasi berjalan", running.Said, StringComparison.Ordinal);
        Assert.Contains("aplikasi tidak berjalan", stopped.Said, StringComparison.Ordinal);
        Assert.Matches(
            @"cycle:biro-organisasi:2024 +0 menit\n +menunggu perjanjian kinerja\n +alur [^ ]+ +2024-01-02 00:00\n",
            running.Said
        );
        Assert.Matches(
            @"approval:[^ ]+ +0 menit\n +menunggu pemeriksaan naskah perjanjian, tenggat \d Januari 2024\n"
                + @" +waktu 2024-01-[0-9: -]+ +2024-01-02 00:00\n",
            running.Said
        );
        Assert.DoesNotContain("MACET", running.Said + stopped.Said, StringComparison.Ordinal);
        Assert.Contains("MACET: seharusnya lanjut pada 2024-", late.Said, StringComparison.Ordinal);
        Assert.Contains("version 99", foreign.Said, StringComparison.Ordinal);
        Assert.All(late.Said.Split('\n').Skip(1), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public async Task Failed_instances_are_named_and_finished_ones_purged_after_their_history_was_kept()
    {
        var running = await RunAsync("doctor", "--purge-before", "2025-01-01");
        await GiveUpLetterAsync();
        await _office.StopAsync();
        InDatabase("UPDATE instances SET status = 3, output = 'X: Rusak.' WHERE id LIKE 'cycle:%'");
        InDatabase("UPDATE instances SET status = 1 WHERE id LIKE 'approval:%'");
        var failed = await RunAsync("doctor");
        var wrong = await RunAsync("doctor", "--purge-before", "kemarin");
        var early = await RunAsync("doctor", "--purge-before", "2024-01-02");
        var purged = await RunAsync("doctor", "--purge-before", "2025-01-01");
        var again = await RunAsync("doctor", "--purge-before", "2025-01-01");

        Assert.Equal((2, 1, 2, 0, 0, 0), (running.Code, failed.Code, wrong.Code, early.Code, purged.Code, again.Code));
        Assert.Contains("sedang berjalan", running.Said, StringComparison.Ordinal);
        Assert.Contains("1 gagal", failed.Said, StringComparison.Ordinal);
        // Completed without a decision in the tables: what a kill of both leaves behind.
        Assert.Matches("approval:[^ ]+: selesai di mesin, dan keputusannya tidak ada di tabel", failed.Said);
        Assert.Matches("approval:[^ ]+: ditunggu menurut tabel, dan tidak berjalan di mesin", failed.Said);
        Assert.Contains("GAGAL: X: Rusak.", failed.Said, StringComparison.Ordinal);
        Assert.Contains(
            "AgreementCheckRequested kepada p15, 2024-01-02 03:00 UTC, 6 kali gagal: Kotak surat penuh.",
            failed.Said,
            StringComparison.Ordinal
        );
        Assert.Contains("bukan tanggal", wrong.Said, StringComparison.Ordinal);
        Assert.Contains(": 0 instans", early.Said, StringComparison.Ordinal);
        Assert.Contains(": 2 instans", purged.Said, StringComparison.Ordinal);
        Assert.Contains(": 0 instans", again.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_entry_of_the_audit_chain_that_was_changed_is_named()
    {
        // The sweep of the morning puts what was done on the chain.
        await _office.MoveToAsync(new DateTimeOffset(2024, 1, 3, 10, 0, 0, TimeSpan.Zero));
        var whole = await RunAsync("audit", "verify");
        var audit = new TableServiceClient(StoredRows.Connection(_office.Options)).GetTableClient("Audit");
        var row = (
            await audit.GetEntityAsync<TableEntity>(
                "biro-organisasi|2024",
                "entry|0000000002",
                cancellationToken: RunningOffice.Cancellation
            )
        ).Value;
        row["Entry"] = ((string)row["Entry"]).Replace("\"action\":\"", "\"action\":\"x", StringComparison.Ordinal);
        await audit.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, RunningOffice.Cancellation);
        var changed = await RunAsync("audit", "verify");
        await _office.StopAsync();
        var stopped = await RunAsync("audit", "verify");

        Assert.Equal((0, 1, 1), (whole.Code, changed.Code, stopped.Code));
        Assert.Contains("✓ Jejak audit biro-organisasi:2024 utuh", whole.Said, StringComparison.Ordinal);
        Assert.Contains(
            "✗ Jejak audit biro-organisasi:2024 rusak pada entri 2",
            changed.Said,
            StringComparison.Ordinal
        );
        Assert.Equal(changed.Said, stopped.Said);
    }

    private Task<(int Code, string Said)> RunAsync(params string[] words) =>
        OperatorCommand.RunAsync(_office.FunctionKey, [.. words, "--data", _office.Options.Data]);

    [Fact]
    public async Task Letters_that_were_given_up_are_sent_again_by_command_and_only_once()
    {
        // Nothing can be put into the mailbox for a week.
        var aside = _office.Options.Mailbox + "-";
        Directory.Move(_office.Options.Mailbox, aside);
        await File.WriteAllTextAsync(_office.Options.Mailbox, "", RunningOffice.Cancellation);
        await _office.MoveToAsync(new DateTimeOffset(2024, 1, 12, 10, 0, 0, TimeSpan.Zero));
        var doctor = await RunAsync("doctor");
        File.Delete(_office.Options.Mailbox);
        Directory.Move(aside, _office.Options.Mailbox);
        var before = Directory.GetFiles(_office.Options.Mailbox).Length;
        string[] resend = ["letters", "resend", "--unit", "biro-organisasi", "--year", "2024", "--url"];
        var address = $"{_office.Http.BaseAddress}";
        var first = await RunAsync([.. resend, address]);
        var came = Directory.GetFiles(_office.Options.Mailbox).Length - before;
        var again = await RunAsync([.. resend, address]);

        Assert.Equal((1, 0, 0), (doctor.Code, first.Code, again.Code));
        Assert.Contains("kali gagal", doctor.Said, StringComparison.Ordinal);
        Assert.True(came > 0);
        Assert.StartsWith($"{came} surat terkirim", first.Said, StringComparison.Ordinal);
        Assert.StartsWith("0 surat terkirim", again.Said, StringComparison.Ordinal);
    }

    private async Task GiveUpLetterAsync() =>
        await new TableClient(StoredRows.Connection(_office.Options), "Inbox").AddEntityAsync(
            new TableEntity("biro-organisasi|2024", "failed|2516000000000000000|0123456789abcdef")
            {
                ["Kind"] = "AgreementCheckRequested",
                ["Recipient"] = "p15",
                ["At"] = new DateTimeOffset(2024, 1, 2, 1, 0, 0, TimeSpan.Zero),
                ["GivenUpAt"] = new DateTimeOffset(2024, 1, 2, 3, 0, 0, TimeSpan.Zero),
                ["Failures"] = 6,
                ["LastError"] = "Kotak surat penuh.",
            },
            RunningOffice.Cancellation
        );

    private void InDatabase(string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_office.Options.Data, "engine.db")};Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
