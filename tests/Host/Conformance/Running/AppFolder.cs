namespace Sakip.Tests.Host.Conformance.Running;

/// <summary>
/// The places of one running app: its data, the desk where it and the test leave each other files, the directory that
/// it is started in and the one for temporary files.
/// </summary>
internal sealed class AppFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("sakip-host-").FullName;

    private AppFolder()
    {
        foreach (var place in (string[])[Desk, Current, Temporary])
            Directory.CreateDirectory(place);
    }

    public string Data => Path.Combine(root, "data");

    public string Desk => Path.Combine(root, "desk");

    public string Current => Path.Combine(root, "current");

    public string Temporary => Path.Combine(root, "tmp");

    public string Database => Path.Combine(Data, "engine.db");

    public static AppFolder New() => new();

    /// <summary>Puts the file there that a function waits for.</summary>
    public void Put(string name) => File.WriteAllText(Path.Combine(Desk, name), "");

    /// <summary>The notes of the app's processes that contain the words, each process's in their order.</summary>
    public IReadOnlyList<string> Notes(string words = "") =>
        [
            .. Directory
                .GetFiles(Desk, "notes-*.txt")
                .SelectMany(File.ReadAllLines)
                .Where(line => line.Contains(words, StringComparison.Ordinal)),
        ];

    /// <summary>Waits until so many notes contain the words.</summary>
    public async Task<IReadOnlyList<string>> NotedAsync(string words, int count = 1)
    {
        await Patience.UntilAsync(() => Notes(words).Count >= count, () => $"'{words}' is not noted {count} times");
        return Notes(words);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
