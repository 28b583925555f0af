using System.Runtime.Serialization;

namespace Sakip.Storage;

/// <summary>A message to send: kind and ids only. Link and code are made when it is sent.</summary>
internal sealed class MessageRow : Row
{
    public string Kind { get; set; } = "";
    public string DedupeKey { get; set; } = "";
    public string Recipient { get; set; } = "";
    public string Facts { get; set; } = "{}";
    public string? LinkStep { get; set; }
    public int LinkAttempt { get; set; }
    public bool WithCode { get; set; }
    public DateTimeOffset At { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public int Failures { get; set; }

    /// <summary>How often a person had it sent again after it was given up.</summary>
    public int Resent { get; set; }

    public string? LastError { get; set; }

    /// <summary>Not before: quiet hours, or the wait of the delivery policy after a failure.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Name of the delivery policy, once a try has failed.</summary>
    public string? Policy { get; set; }

    public DateTimeOffset? GivenUpAt { get; set; }

    /// <summary>What it was about has passed to somebody else: it was rightly not sent.</summary>
    public bool IsObsolete { get; set; }

    [IgnoreDataMember]
    public bool IsSettled => SentAt is not null || GivenUpAt is not null;
}
