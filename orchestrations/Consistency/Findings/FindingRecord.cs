using System.Text.Json.Serialization;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>Open → Fixed, or Explained → Accepted or Rejected (domain 4.4).</summary>
internal enum FindingStatus
{
    Open,

    /// <summary>The last check no longer found it.</summary>
    Fixed,

    /// <summary>Somebody gave an explanation that waits for a ruling.</summary>
    Explained,

    /// <summary>The explanation holds: the finding stops nothing and the report tells the explanation.</summary>
    Accepted,

    /// <summary>The explanation does not hold; another may be given.</summary>
    Rejected,

    /// <summary>What it is about holds no longer, or is told of elsewhere: nothing is to be done.</summary>
    Closed,
}

/// <summary>What somebody did about a finding.</summary>
/// <param name="By">Code of the official.</param>
/// <param name="Text">The explanation, or the note to a ruling.</param>
internal sealed record FindingAct(FindingStatus Status, string By, string ByName, DateTimeOffset At, string? Text)
{
    /// <summary>The key by which a machine did it in the person's name.</summary>
    [JsonIgnore]
    public string? Key { get; init; }
}

/// <summary>A finding of a subject with everything that happened to it.</summary>
/// <param name="Subject">Dotted: agreement, quarter or annual report.</param>
/// <param name="Before">The same contradiction with the values it had before; acts on that one no longer count.</param>
/// <param name="Acts">In order, the last one deciding.</param>
internal sealed record FindingRecord(
    string Subject,
    Finding Finding,
    FindingStatus Status,
    DateTimeOffset FoundAt,
    DateTimeOffset? FixedAt,
    string? Before,
    IReadOnlyList<FindingAct> Acts
)
{
    /// <summary>Why it is closed, in Indonesian; null unless it is.</summary>
    public string? ClosedBecause { get; init; }

    /// <summary>Whether somebody has still to do something about it.</summary>
    [JsonIgnore]
    public bool IsUnresolved => Status is FindingStatus.Open or FindingStatus.Explained or FindingStatus.Rejected;

    /// <summary>Whether it shuts its gate.</summary>
    public bool Blocks => Finding.Level == FindingLevel.Blocker && IsUnresolved;

    /// <summary>The explanation that was accepted; null while none was.</summary>
    public AcceptedExplanation? Accepted()
    {
        if (Status != FindingStatus.Accepted)
            return null;
        var ruling = Acts[^1];
        return new(Finding.Id, Acts.Last(act => act.Status == FindingStatus.Explained).Text!, ruling.By, ruling.At);
    }
}
