namespace Sakip.Host.Start;

/// <summary>Where the host keeps its state: setting <c>Host:Data</c>, or <c>.data</c> in the current directory. One
/// process at a time may use it; the operating system frees it when that process dies, however it dies.</summary>
internal sealed class DataFolder(string folder) : IDisposable
{
    private const string HoldName = "in-use";
    private readonly string _root = System.IO.Path.GetFullPath(folder);
    private FileStream? _hold;

    public string Path(string name)
    {
        Directory.CreateDirectory(_root);
        return System.IO.Path.Combine(_root, name);
    }

    /// <summary>Leaves a file or folder to its owner alone: it holds personal data, links or keys.</summary>
    public static void Close(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        System.IO.File.SetUnixFileMode(path, Directory.Exists(path) ? File | UnixFileMode.UserExecute : File);
    }

    public static bool IsInUse(string folder)
    {
        var path = System.IO.Path.Combine(folder, HoldName);
        try
        {
            // Shared, so that two who ask at once do not take each other for the app.
            if (File.Exists(path))
                File.Open(path, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Take()
    {
        try
        {
            Close(Directory.CreateDirectory(_root).FullName);
            _hold ??= new FileStream(Path(HoldName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new StartupRefusedException(
                $"The data folder {_root} is in use by another process ({error.Message}). Stop it, or set Host__Data."
            );
        }
    }

    public void Dispose() => _hold?.Dispose();
}
