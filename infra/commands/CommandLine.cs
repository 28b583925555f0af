using System.Globalization;

namespace Sakip.Commands;

/// <summary>The options of a command, each a name with a value.</summary>
internal sealed class CommandLine
{
    private static readonly string[] UsualFolders = [".data", Path.Combine(".data", "gladi")];
    private readonly Dictionary<string, string> _values = [];

    /// <exception cref="UsageException">An option is unknown, given twice or has no value.</exception>
    public static CommandLine Read(string[] words, params string[] known)
    {
        var line = new CommandLine();
        for (var i = 0; i < words.Length; i += 2)
        {
            if (!known.Contains(words[i]))
                throw new UsageException($"Pilihan '{words[i]}' tidak dikenal.");
            if (i + 1 == words.Length)
                throw new UsageException($"Pilihan {words[i]} memerlukan nilai.");
            if (!line._values.TryAdd(words[i], words[i + 1]))
                throw new UsageException($"Pilihan {words[i]} diberikan dua kali.");
        }

        return line;
    }

    /// <summary>The value of an option; null when it was not given.</summary>
    public string? Value(string name) => _values.GetValueOrDefault(name);

    /// <exception cref="UsageException">It was not given.</exception>
    public string Need(string name) => Value(name) ?? throw new UsageException($"Pilihan {name} wajib diisi.");

    /// <exception cref="UsageException">It is no year.</exception>
    public int Year() =>
        int.TryParse(Need("--year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 2000 and <= 2100
            ? year
            : throw new UsageException("--year memerlukan tahun, misalnya 2024.");

    /// <exception cref="UsageException">There is none, or more than one.</exception>
    public string OnlyFolder(string file) =>
        Folders(file) is [var only]
            ? only
            : throw new UsageException(
                $"Ada lebih dari satu folder data. Sebutkan satu: --data {string.Join(" atau --data ", UsualFolders)}"
            );

    /// <summary>The data folder that was named, or those of <c>serve</c> and of the rehearsal that are there.</summary>
    /// <param name="file">The file, relative to a data folder, that shows that there is something to look at.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public IReadOnlyList<string> Folders(string file)
    {
        string[] places = _values.TryGetValue("--data", out var named) ? [named] : UsualFolders;
        string[] found = [.. places.Where(place => File.Exists(Path.Combine(place, file)))];
        return found.Length > 0
            ? found
            : throw new UsageException(
                $"Tidak ada {file} di {string.Join(" atau ", places)}. Sebutkan foldernya: --data FOLDER"
            );
    }
}

/// <summary>The command was called in a way it does not know.</summary>
internal sealed class UsageException(string message) : Exception(message);
