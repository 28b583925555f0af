using System.Formats.Tar;
using System.IO.Compression;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions.StoredYears;

/// <summary>What <c>tests/Years</c> keeps of an earlier release.</summary>
internal static class StoredFiles
{
    private static readonly string Folder = Path.Combine(RehearsalOptions.FindRoot(), "tests", "Years", "1");

    /// <summary>Takes some of the archive's files out of it.</summary>
    public static async Task UnpackAsync(string folder, params string[] names)
    {
        await using var packed = new BrotliStream(
            File.OpenRead(Path.Combine(Folder, "stored-years.tar.br")),
            CompressionMode.Decompress
        );
        await using var archive = new TarReader(packed);
        while (await archive.GetNextEntryAsync(cancellationToken: TestContext.Current.CancellationToken) is { } entry)
        {
            if (!names.Contains(entry.Name))
                continue;
            await entry.ExtractToFileAsync(
                Path.Combine(folder, entry.Name),
                overwrite: false,
                TestContext.Current.CancellationToken
            );
        }

        Assert.All(names, name => Assert.True(File.Exists(Path.Combine(folder, name)), name));
    }

    /// <summary>How the year was evaluated in the end, where no release changed under it.</summary>
    public static async Task<string> EvaluationAsync()
    {
        using var text = new StreamReader(
            new BrotliStream(File.OpenRead(Path.Combine(Folder, "evaluasi-2024.json.br")), CompressionMode.Decompress)
        );
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All letters that the earlier release sent in that year, a line each: when, to whom, about what.</summary>
    public static Task<string[]> LettersAsync() => LinesAsync("letters.txt");

    /// <summary>All letters of a stored year that is played to its end under this release, those before its backup included.</summary>
    public static Task<string[]> LettersAsync(string stored) => LinesAsync($"letters-{stored}.txt");

    private static Task<string[]> LinesAsync(string name) =>
        File.ReadAllLinesAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
}
