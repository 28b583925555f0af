namespace Sakip.Approvals;

/// <summary>What became of a one-time code that was asked for.</summary>
internal enum CodeSending
{
    Sent,

    /// <summary>The mail server is away; the letter is tried again while somebody may wait for it.</summary>
    Waits,

    /// <summary>The mail server refused the mailbox, or nothing was sent for another reason.</summary>
    NotDelivered,

    /// <summary>Mailbox or address asked too often: time helps.</summary>
    TooMany,

    /// <summary>The link has had as many codes as one link may: only a new link helps.</summary>
    StepExhausted,

    /// <summary>The link was replaced, withdrawn or passed on meanwhile.</summary>
    Overtaken,
}

internal readonly record struct CodeAnswer(CodeSending Sending, RateAnswer Rate)
{
    /// <summary>Whether a code is in the mailbox or on its way there.</summary>
    public bool IsAllowed => Sending is CodeSending.Sent or CodeSending.Waits;

    public TimeSpan RetryAfter => Rate.RetryAfter;

    public string RetrySeconds => Rate.RetrySeconds;
}
