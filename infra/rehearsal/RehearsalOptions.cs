using System.Globalization;
using Sakip.Rehearsal.Generated;

namespace Sakip.Rehearsal;

/// <summary>What a rehearsal is told on its command line.</summary>
/// <param name="Out">Folder for documents and messages.</param>
/// <param name="Data">Folder of the app's engine and storage.</param>
/// <param name="Sample">Folder of the sample office.</param>
/// <param name="App">The app's assembly.</param>
/// <param name="SubUnits">How many sub-units a generated office has; 0 plays the sample.</param>
/// <param name="Resume">Goes on where a rehearsal was cut off, whatever the marker says.</param>
internal sealed record RehearsalOptions(string Out, string Data, string Sample, string App, int SubUnits, bool Resume)
{
    /// <summary>The office that is played where none is named.</summary>
    private const string First = "biro-organisasi";

    /// <summary>Settings of the app beside the rehearsal's own (<c>--set NAME=VALUE</c>); the same name here is the one that counts.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>What happens in the year that is played.</summary>
    public Scenario Scenario =>
        SubUnits == 0 ? Scenario.Of(Sample) : Scenario.Of(Sample).WithoutEvents(GeneratedOffice.Unit);

    /// <summary>Code of the office that is played.</summary>
    public string Unit => SubUnits == 0 ? Scenario.Unit : GeneratedOffice.Unit;

    /// <summary>Folder of the plan and the realisations that are handed in.</summary>
    public string Given => SubUnits == 0 ? Sample : Path.Combine(Data, "kantor");

    /// <summary>The year's address in the app's interface.</summary>
    public string Year => $"api/offices/{Unit}/{Scenario.Year}";

    public string Mailbox => Path.Combine(Out, "pesan");

    /// <summary>Stands while a rehearsal is unfinished; the next one then goes on from there.</summary>
    public string Marker => Path.Combine(Data, "belum-selesai");

    /// <summary>How this was built; what it starts was built the same way.</summary>
    internal static string Configuration { get; } =
        Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;

    /// <summary>Whether these are words that <see cref="Read"/> knows, each with its value.</summary>
    public static bool AreKnown(string[] args)
    {
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--resume")
                continue;
            if (
                args[at] is not ("--out" or "--data" or "--office" or "--sample" or "--app" or "--sub-units" or "--set")
                || ++at == args.Length
                || (
                    args[at - 1] == "--sub-units"
                    && !int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out _)
                )
                || (args[at - 1] == "--set" && !args[at].Contains('=', StringComparison.Ordinal))
            )
            {
                return false;
            }
        }

        return true;
    }

    public static RehearsalOptions Read(string[] args)
    {
        var root = FindRoot();
        string Value(string name, string otherwise) =>
            Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

        var subUnits = int.Parse(Value("--sub-units", "0"), CultureInfo.InvariantCulture);
        var sample = SampleOf(root, Value("--office", First));
        var name = Path.GetFileName(sample);
        var place =
            subUnits > 0 ? $"-{subUnits}"
            : name.StartsWith(First, StringComparison.Ordinal) ? ""
            : "-" + name;
        return new RehearsalOptions(
            Path.GetFullPath(Value("--out", Path.Combine(root, "out", subUnits == 0 ? name : "kantor-gladi" + place))),
            Path.GetFullPath(Value("--data", Path.Combine(root, ".data", "gladi" + place))),
            Path.GetFullPath(Value("--sample", sample)),
            Path.GetFullPath(
                Value("--app", Path.Combine(root, "functions", "bin", Configuration, "net10.0", "Sakip.Functions.dll"))
            ),
            subUnits,
            args.Contains("--resume")
        )
        {
            Settings =
            [
                .. args.Zip(args.Skip(1))
                    .Where(pair => pair.First == "--set")
                    .Select(pair => pair.Second.Split('=', 2))
                    .Select(pair => (pair[0], pair[1])),
            ],
        };
    }

    /// <exception cref="RehearsalException">There is no such sample; the message names those that there are.</exception>
    private static string SampleOf(string root, string office)
    {
        var folder = Path.Combine(root, "infra", "sample");
        var offices = Directory.GetFiles(folder, "naskah.json", SearchOption.AllDirectories);
        var names = offices.Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order().ToList();
        var found = names.Find(name => name == office || name[..name.LastIndexOf('-')] == office);
        return found is null
            ? throw new RehearsalException($"Kantor contoh '{office}' tidak ada. Yang ada: {string.Join(", ", names)}.")
            : Path.Combine(folder, found);
    }

    /// <summary>What starts the Functions host in the app's process.</summary>
    internal static string Hook { get; } =
        Path.Combine(FindRoot(), "infra", "host", "bin", Configuration, "net10.0", "Sakip.Hook.dll");

    /// <summary>The Functions host where it stands apart.</summary>
    internal static string Host { get; } = Path.Combine(Path.GetDirectoryName(Hook)!, "Sakip.Host.dll");

    internal static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Serverless.sln")))
                return folder;
        }

        return Directory.GetCurrentDirectory();
    }
}
