using System.Text.Json;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>The check of a report from elsewhere, as a command: what it writes, and what its exit code says.</summary>
public sealed class ReportCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_printed_reference_report_has_blockers_and_both_files_are_there()
    {
        var (code, said) = await RunAsync(Sample("laporan.json"));
        Assert.Equal(1, code);
        Assert.Contains("penghalang", said, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(_folder, "temuan-laporan.json"), RunningOffice.Cancellation)
        );
        Assert.Equal(
            1,
            json.RootElement.GetProperty("findings")
                .EnumerateArray()
                .Count(one => one.GetProperty("code").GetString() == "K-AG-04")
        );
        var pdf = await File.ReadAllBytesAsync(Path.Combine(_folder, "temuan-laporan.pdf"), RunningOffice.Cancellation);
        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8));
    }

    [Fact]
    public async Task The_mended_report_is_clean() =>
        Assert.Equal(0, (await RunAsync(Sample("laporan-diperbaiki.json"))).Code);

    [Fact]
    public async Task A_Word_document_is_read_and_what_was_not_checked_is_named()
    {
        var file = Path.Combine(_folder, "laporan.docx");
        await File.WriteAllBytesAsync(file, SmallReport.Bytes(), RunningOffice.Cancellation);
        var (code, said) = await RunAsync(file);
        Assert.Equal(0, code);
        Assert.Contains("Terbaca: DINAS CONTOH KABUPATEN CONTOH, tahun 2024", said, StringComparison.Ordinal);
        Assert.Contains("K-HT-01", said, StringComparison.Ordinal);
        Assert.Contains("kolom \"Sumbangan\" tidak dikenali", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_report_is_refused_by_path()
    {
        var file = Path.Combine(_folder, "salah.json");
        await File.WriteAllTextAsync(
            file,
            """{"title":"a","office":"b","year":2024,"sections":[{"heading":1,"level":1}]}""",
            RunningOffice.Cancellation
        );
        var (code, said) = await RunAsync(file);
        Assert.Equal(2, code);
        Assert.Contains("sections[0].heading: harus teks", said, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(Path.Combine(_folder, "tidak-ada.json"))).Code);
    }

    private static string Sample(string file) =>
        Path.Combine(RehearsalOptions.FindRoot(), "infra", "sample", "laporan-2024-tercetak", file);

    private Task<(int Code, string Said)> RunAsync(string file) =>
        OperatorCommand.RunAsync(key: null, "check", file, "--out", _folder);
}
