using System.Runtime.Serialization;

namespace Sakip.Storage;

/// <summary>A step that waits for one person's decision.</summary>
internal sealed class ApprovalRow : Row
{
    public string Kind { get; set; } = "";
    public string Step { get; set; } = "";
    public int Attempt { get; set; }

    /// <summary>Stands for the bearer while nobody may act on the step.</summary>
    public const string Vacant = "";

    public string Bearer { get; set; } = "";

    [IgnoreDataMember]
    public bool IsVacant => Bearer == Vacant;

    public string? DocumentHash { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset ClosesAt { get; set; }
    public string? SubUnit { get; set; }

    /// <summary>Number of the window's extension that last moved the due day; 0 while none did.</summary>
    public int Extension { get; set; }

    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>When the step was to close before it was first moved: the link's age is counted from it, so it stays the same.</summary>
    public DateTimeOffset? FirstClosesAt { get; set; }

    /// <summary>Made when the link is first sent; a reissue replaces it and so revokes the link before.</summary>
    public string? Nonce { get; set; }

    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>How often the link was issued anew, withdrawn or passed on.</summary>
    public int Changes { get; set; }

    /// <summary>A withdrawn link is replaced by none until somebody issues a new one.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>Who withdrew it and when; absent from rows written before this was kept.</summary>
    public string? WithdrawnBy { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Keyed hash of the one-time code that is out, and how often a wrong one was given.</summary>
    public string? CodeHash { get; set; }

    public DateTimeOffset? CodeExpiresAt { get; set; }
    public int CodeTries { get; set; }
    public int CodesSent { get; set; }
}
