using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sakip.Rehearsal;

/// <summary>
/// What happens in an office's year beyond letters and their answers, and how its people differ from others: the script
/// that lies beside the office's plan (naskah.json). Year, office and time zone are the plan's own.
/// </summary>
internal sealed record Scenario
{
    private const string File = "naskah.json";

    private static readonly ConcurrentDictionary<string, Scenario> Read = new(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>What the office is called where the rehearsal tells of it.</summary>
    public required string Name { get; init; }

    /// <summary>Where the clock stands at first.</summary>
    public required DateTimeOffset Begins { get; init; }

    /// <summary>A year whose report is not published by then has failed.</summary>
    public required DateTimeOffset GivesUp { get; init; }

    public required IReadOnlyList<DatedEvent> Events { get; init; }

    public IReadOnlyList<Part> Parts { get; init; } = [];

    public IReadOnlyList<SentFile> Evidence { get; init; } = [];

    public required ReviewPart Review { get; init; }

    public required IReadOnlyList<WantedDocument> Documents { get; init; }

    public MissedReminders? MissedReminders { get; init; }

    [JsonIgnore]
    public string Unit { get; init; } = "";

    [JsonIgnore]
    public int Year { get; init; }

    /// <summary>Of the office's time zone from UTC.</summary>
    [JsonIgnore]
    public TimeSpan Offset { get; init; }

    /// <summary>The script of the office whose plan lies in the folder.</summary>
    public static Scenario Of(string folder) => Read.GetOrAdd(folder, Load);

    /// <summary>The same people in an office of the year in which only its plan is handed in.</summary>
    public Scenario WithoutEvents(string unit) =>
        this with
        {
            Unit = unit,
            Events = [.. Events.Take(1)],
            Evidence = [],
            MissedReminders = null,
            Documents = [.. Documents.Where(one => !one.IsOfEvents)],
        };

    private static Scenario Load(string folder)
    {
        using var plan = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder, "plan.json")));
        var (root, unit) = (plan.RootElement, plan.RootElement.GetProperty("unit"));
        var zone = unit.TryGetProperty("timeZone", out var given) ? given.GetString() : null;
        var script = System.IO.File.ReadAllText(Path.Combine(folder, File));
        return JsonSerializer.Deserialize<Scenario>(script, Form)! with
        {
            Unit = unit.GetProperty("code").GetString()!,
            Year = root.GetProperty("year").GetInt32(),
            Offset = TimeSpan.FromHours(
                zone switch
                {
                    "Wib" => 7,
                    "Wit" => 9,
                    _ => 8,
                }
            ),
        };
    }
}

/// <summary>Something that happens on its day: a call to the app, or a time in which the app lies still.</summary>
/// <param name="Path">Address below the year's own in the app's interface; empty for the year itself.</param>
internal sealed record DatedEvent(DateTimeOffset At, string Id, string? Path = null)
{
    /// <summary>What is sent, where it stands in the script itself.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>What is sent, where it lies in the office's folder.</summary>
    public string? File { get; init; }

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>A second file that goes with the first: a year that starts from a list of the finance system.</summary>
    public string? List { get; init; }

    /// <summary>Words of the answer to what was handed in before a crash: it stands.</summary>
    public string? Stands { get; init; }

    /// <summary>The app lies still until then.</summary>
    public DateTimeOffset? LiesStillUntil { get; init; }
}

/// <summary>Whoever gets such a letter does otherwise than the others.</summary>
/// <param name="Asks">How the letter's subject begins.</param>
/// <param name="About">What its subject names: a sub-unit, mostly.</param>
/// <param name="Quarter">1 to 4; null for a letter about no quarter.</param>
internal sealed record Part(string Asks, string About, int? Quarter = null)
{
    /// <summary>How long the person waits; null for some hours, as everybody does.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Acts at that instant, in the office's hours or not.</summary>
    public bool IsAtAnyHour { get; init; }

    public Choice Choice { get; init; } = Choice.Accept;

    /// <summary>Chooses so the first time; asked again they accept.</summary>
    public bool IsOnce { get; init; }
}

/// <summary>Evidence that somebody sends up before handing in.</summary>
/// <param name="Owner">The indicator that it proves.</param>
internal sealed record SentFile(int Quarter, string SubUnit, string Owner, string Name, SampleKind Kind, string Date)
{
    /// <summary>False for a file that the app has to refuse.</summary>
    public bool IsTaken { get; init; } = true;
}

internal enum SampleKind
{
    LargestPdf,
    ZipBomb,
}

/// <param name="Number">Of the reviewer's report.</param>
/// <param name="Item">The item that is fulfilled with a note; all others are fulfilled.</param>
internal sealed record ReviewPart(string Number, string Item, string Note, string Recommendation);

/// <param name="Path">Address below the year's own; of a document on request its kind.</param>
internal sealed record WantedDocument(string Path, string File)
{
    /// <summary>Is made when it is asked for.</summary>
    public bool IsOnRequest { get; init; }

    /// <summary>Is there only where the script's events happened.</summary>
    public bool IsOfEvents { get; init; }
}

/// <summary>Reminders to somebody around the time in which the app lay still.</summary>
/// <param name="Days">Their days, in each of the ways in which it may come out.</param>
internal sealed record MissedReminders(string To, string Subject, IReadOnlyList<string> Days);
